package dev.squall.httpx;

import static dev.squall.Squall.at;
import static dev.squall.Squall.once;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.settings;
import static dev.squall.Squall.thinkScale;
import static dev.squall.Squall.timeout;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.httpx.Script.Entry;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the language's page. */
class HttpxPageTest {
  private static final Pattern FENCE =
      Pattern.compile("^```([a-z-]+)\n(.*?)^```\n", Pattern.DOTALL | Pattern.MULTILINE);

  /** A fence, and the one of what is said of it right behind. */
  private static final Pattern TOLD =
      Pattern.compile(
          "^```(httpx-[a-z]+)\n(.*?)^```\n\n```text\n(.*?)^```\n",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static PracticeShop shop;
  private static int performed;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/httpx.md"));
  }

  static Stream<String> examples() throws IOException {
    return FENCE
        .matcher(page())
        .results()
        .filter(fence -> fence.group(1).equals("httpx"))
        .map(fence -> fence.group(2));
  }

  private static Stream<Arguments> told(String kind) throws IOException {
    return TOLD.matcher(page())
        .results()
        .filter(fence -> fence.group(1).equals(kind))
        .map(fence -> Arguments.of(fence.group(2), fence.group(3).stripTrailing()));
  }

  static Stream<Arguments> refusals() throws IOException {
    return told("httpx-wrong");
  }

  static Stream<Arguments> warnings() throws IOException {
    return told("httpx-warned");
  }

  /** Paths begin at the root of the repository for a reader, and here for a test. */
  private static Script script(String text) {
    var here = text.replace("examples/data/", "../examples/data/");
    return Httpx.script("shop.httpx", here, Map.of());
  }

  private static Plan plan(Entry entry) {
    var load = entry.load().orElseGet(() -> users(1).iterations(1));
    return Plan.of(entry.workload(), load, Options.of(at("http://localhost:8089")));
  }

  private static String shown(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsReadAndPrintedAndCanRun(String text) {
    var document = Texted.good(text);
    assertThat(Texted.good(Httpx.print(document))).isEqualTo(document);

    var script = script(text);

    assertThat(script.warnings()).isEmpty();
    assertThat(script.entries()).isNotEmpty();
    assertThat(script.entries())
        .allSatisfy(entry -> assertThat(plan(entry).requests()).isNotEmpty());
  }

  /**
   * One iteration of each entry that asks the shop, without its pauses. What it asks for need not
   * be there: an example is about the language.
   */
  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsPerformed(String text) {
    var script = script(text.replace("localhost:8089", "localhost:" + shop.port()));
    for (var entry : script.entries()) {
      var plan = plan(entry);
      boolean ofTheShop =
          plan.targets().stream()
              .allMatch(target -> target.port() == shop.port() && !target.secure());
      if (ofTheShop) {
        var trace =
            once(
                entry.workload(),
                settings(entry),
                at(shop.url().toString()),
                timeout(seconds(5)),
                thinkScale(0));

        assertThat(trace.steps()).as(text).isNotEmpty();
        performed++;
      }
    }
  }

  @AfterAll
  static void close() {
    shop.close();
    assertThat(performed).as("entries of the page that ask the shop").isGreaterThan(35);
  }

  private static List<Problem> refused(String text) {
    try {
      var script = script(text);
      var found = new LinkedHashMap<String, List<Problem>>();
      for (var entry : script.entries()) {
        var refused = catchThrowableOfType(ProblemException.class, () -> plan(entry));
        found.put(entry.name(), refused == null ? List.of() : refused.problems());
      }
      return script.placed(found);
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsWordForWord(String text, String expected) {
    assertThat(shown(refused(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void aWarningIsWordForWord(String text, String expected) {
    assertThat(shown(script(text).warnings())).isEqualTo(expected);
  }

  @Test
  void everyFenceIsLookedAt() throws IOException {
    var kinds =
        FENCE
            .matcher(page())
            .results()
            .map((MatchResult fence) -> fence.group(1))
            .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));

    assertThat(kinds).containsOnlyKeys("httpx", "httpx-wrong", "httpx-warned", "text");
    assertThat(refusals()).hasSize(kinds.get("httpx-wrong").intValue()).isNotEmpty();
    assertThat(warnings()).hasSize(kinds.get("httpx-warned").intValue()).isNotEmpty();
    assertThat(kinds.get("text")).isEqualTo(kinds.get("httpx-wrong") + kinds.get("httpx-warned"));
  }
}
