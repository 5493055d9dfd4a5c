package dev.squall.shell.imports;

import static dev.squall.shell.imports.TakenFiles.leftOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are read, and what is said of the others. */
class ImportsTest {

  @ParameterizedTest
  @CsvSource({
    "shop.har, HAR",
    "petstore.yaml, OpenAPI",
    "petstore.json, OpenAPI",
    "shop.postman_collection.json, Postman",
  })
  void aFileIsKnownByItsContent(String file, String kind) {
    assertThat(Imports.of("unnamed", "\uFEFF" + TakenFiles.text(file)).kind()).isEqualTo(kind);
  }

  @Test
  void allScenariosOfAFileOfOurOwnAreTakenAndWhatIsNoStepIsNamed() {
    var taken =
        Imports.of(
            "day.httpx",
            """
            request health { curl http://localhost:8089/health }
            scenario browse {
              load 5 vus for 10s
              run health
            }
            scenario buy { run health }
            mix day {
              70% browse
              30% buy
            }
            """);
    assertThat(taken.scenarios()).extracting(Scenario::name).containsExactly("browse", "buy");
    assertThat(taken).hasToString("httpx: 2 steps, 2 left out");
    assertThat(leftOut(taken))
        .contains("day.httpx, browse: not taken, for steps have none: load")
        .contains("day.httpx, mix day: its scenarios are taken, how they are mixed is not");
  }

  @Test
  void whatIsWrongInAFileOfOurOwnIsToldWithItsPlace() {
    assertThatThrownBy(() -> Imports.of("x.httpx", "scenario a {"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("x.httpx:1:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                  | JSON, but nothing that is read here | read are"
            + " .httpx, HAR 1.2",
        "hello                               | nothing that is read here           | read are"
            + " .httpx, HAR 1.2",
        "[1]                                 | nothing that is read here           | read are"
            + " .httpx, HAR 1.2",
        "`{\"swagger\": \"2.0\"}`            | Swagger 2.0, the format before OpenAPI 3 | a"
            + " converter",
        "swagger: '2.0'                      | Swagger 2.0, the format before OpenAPI 3 | a"
            + " converter",
        "openapi: 4.0.0                      | OpenAPI of the version 4.0.0        | 3.0 and 3.1"
            + " are read",
        "`{\"requests\": [], \"order\": []}` | a Postman collection of version 1   | export it as",
        "`{\"_postman_variable_scope\": 1}`  | the variables of Postman and no collection | export"
            + " the collection",
      })
  void whatIsNotReadIsToldWithWhatIs(String text, String what, String hint) {
    assertThatThrownBy(() -> Imports.of("some.file", text))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .extracting(e -> e.problems().getFirst())
        .satisfies(problem -> {
          assertThat(problem.position()).hasToString("some.file");
          assertThat(problem.what()).isEqualTo(what);
          assertThat(problem.hint()).startsWith(hint);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"log\":\n  {\"entries\": [1,}}`       | a:2:18 | not JSON: ",
        "`{\"log\": {}} x`                        | a:1:13 | not JSON: ",
        "`openapi: 3.0.0\npaths:\n\t/x: {}`       | a:3:1  | not YAML: ",
        "`openapi: 3.0.0\na: 1\na: 2`           | a:3:1  | this YAML is not read: the key a",
        "`openapi: 3.0.0\ninfo: *nobody`          | a:2:7  | not YAML: ",
        "`openapi: 3.0.0\n---\nopenapi: 3.0.0`    | a:2:1  | not YAML: ",
      })
  void whatIsMalformedIsToldWithLineAndColumn(String text, String place, String what) {
    assertThatThrownBy(() -> Imports.of("a", text))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .extracting(e -> e.problems().getFirst())
        .satisfies(problem -> {
          assertThat(problem.position()).hasToString(place);
          assertThat(problem.what()).startsWith(what);
        });
  }

  @Test
  void aLineThatIsLongOrSecretIsNotShown() {
    assertThatThrownBy(() -> Imports.of("a", "{\"password\": \"hunter2\" x"))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .extracting(e -> e.problems().getFirst().position())
        .isInstanceOf(Position.InFile.class);
    assertThatThrownBy(() -> Imports.of("a", "{\"a\": \"" + "x".repeat(1000) + "\" x"))
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void namesOfAFileCannotPaintTheScreen() {
    var taken =
        Imports.of(
            "a.json",
            """
            {"info": {"name": "\\u001b[31mred\\u202e</script>"}, "item": [
              {"name": "a\\r\\nb", "request": {"url": "http://h/\\u001b[0m", "auth": {"type": "\\u0007x"}}}]}\
            """);
    assertThat(taken.scenarios().getFirst().name()).isEqualTo("[31mred </script>");
    assertThat(taken.scenarios().getFirst().steps().getFirst()).hasToString("GET /%1B[0m (a b)");
    assertThat(leftOut(taken).replace("\n", ""))
        .isNotEmpty()
        .matches(text -> text.chars().noneMatch(Character::isISOControl));
  }

  @Test
  void whatIsTakenIsOneLine() {
    assertThat(new Taken("HAR", List.of(), List.of())).hasToString("HAR: 0 steps");
    assertThat(new Taken("HAR", List.of(), List.of(new Problem(Position.in("x"), "y", ""))))
        .hasToString("HAR: 0 steps, 1 left out");
  }
}
