package dev.squall.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.Squall;
import dev.squall.analysis.Analysis;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationTest {
  private static Documentation documentation;

  @BeforeAll
  static void load() {
    documentation = Documentation.load();
  }

  private static List<String> signatures(String asked) {
    return documentation.of(asked).stream().map(Entry::signature).toList();
  }

  /** What start-up imports must be explained, overload by overload. */
  @Test
  void everyWordIsDescribedInASentence() {
    var words =
        Stream.of(Squall.class, Analysis.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .toList();
    assertThat(words).hasSizeGreaterThan(120);
    assertThat(words)
        .allSatisfy(method -> {
          var types = Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
          var own =
              documentation.of(method.getName()).stream()
                  .filter(entry -> entry.kind() == Entry.Kind.WORD)
                  .filter(entry ->
                      entry.types().stream()
                          .map(type -> type.replace("...", "[]"))
                          .toList()
                          .equals(types))
                  .toList();
          assertThat(own).hasSize(1);
          assertThat(own.getFirst().summary()).matches("(?s)\\S.*[.:!?]");
        });
  }

  @Test
  void aWordComesBeforeMembersOfItsName() {
    assertThat(signatures("users")).containsExactly("Users users(int count)");
    assertThat(signatures("Users.during"))
        .containsExactly("ClosedLoad Users.during(Duration time)");
    assertThat(signatures("during")).hasSizeGreaterThan(2);
    assertThat(signatures("load.during")).isEqualTo(signatures("during"));
    assertThat(documentation.of("nothingOfTheKind")).isEmpty();
    assertThat(documentation.of("String.length")).isEmpty();
    assertThat(documentation.of("")).isEmpty();
  }

  @Test
  void whatATypeInheritsIsFound() {
    assertThat(signatures("Users.rampTo")).isNotEmpty().allMatch(text -> text.contains("Shaped."));
    assertThat(signatures("Squall.scenario"))
        .containsExactly("Scenario scenario(String name, Step... steps)");
  }

  @Test
  void parameterTypesChooseAmongOverloads() {
    assertThat(signatures("pause")).hasSize(2);
    assertThat(signatures("Step.Pause dev.squall.ScenarioWords.pause(java.time.Duration time)"))
        .containsExactly("Step.Pause pause(Duration time)");
    assertThat(signatures("pause(Nonsense)")).hasSize(2);
  }

  @Test
  void aTypeSaysWhatItHasAndAConstantWithoutAWordOfItsOwnWhatItIsOf() {
    assertThat(documentation.text("Users", 80).orElseThrow())
        .contains("Methods: during", "iterationsEach", "rampTo");
    assertThat(documentation.text("Verdict.TRUSTED", 80).orElseThrow())
        .contains("Whether a result can be believed.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          perSecnd     | perSecond
          Reslts       | Results
          Users.durin  | Users.during
          Squall.scen  | Squall.scenario
          USERS        | users
          """)
  void whatWasMeantIsSuggested(String misspelt, String meant) {
    assertThat(documentation.wordsLike(misspelt)).hasSizeLessThanOrEqualTo(5).contains(meant);
  }

  @Test
  void nothingIsSuggestedForWhatResemblesNothing() {
    assertThat(documentation.wordsLike("qqqqqqqqqqqq")).isEmpty();
    assertThat(documentation.wordsLike("")).isEmpty();
    assertThat(documentation.wordsLike("x.y.Z.")).isEmpty();
  }

  @Test
  void aSummaryIsOnePlainSentence() {
    assertThat(documentation.summary("perSecond"))
        .contains("Open load: perSecond(50).during(seconds(30)).");
    assertThat(documentation.summary("nothingOfTheKind")).isEmpty();
  }

  @Test
  void everyEntryReadsAsTextAndAsHtml() {
    var all = EntryFile.ofClassPath();
    assertThat(all).hasSizeGreaterThan(1000);
    assertThat(EntryText.of(all, 80)).doesNotContain("{@", "&lt;", "```", "](");
    assertThat(EntryHtml.of(all)).doesNotContain("{@", "<script", "&amp;lt;");
  }

  @Test
  void everyFileOfWordsIsThere() {
    assertThat(documentation.words())
        .contains(
            "scenario", "users", "run", "table", "plot", "why", "compare", "findKnee", "curl");
  }

  /** JShell names what it finds in its own way; each word must be found by it. */
  @Test
  void whatJshellNamesIsFound() {
    try (var shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      shell.eval("import static dev.squall.Squall.*;");
      shell.eval("import static dev.squall.analysis.Analysis.*;");
      for (var code :
          List.of(
              "users(",
              "scenario(",
              "findKnee(",
              "users(1).during(",
              "users(1).rampTo(",
              "status().is(")) {
        var named =
            shell.sourceCodeAnalysis().documentation(code, code.length(), false).stream()
                .map(SourceCodeAnalysis.Documentation::signature)
                .toList();
        assertThat(named).as(code).isNotEmpty();
        assertThat(named)
            .allSatisfy(signature ->
                assertThat(documentation.of(signature))
                    .as(signature)
                    .hasSize(1)
                    .allMatch(entry -> code.contains(entry.name() + "(")));
      }
    }
  }
}
