package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables whose values are given with the scenario. */
class GivenTest {
  private static List<RecordingServer.Received> received(Workload workload) throws IOException {
    try (var server = RecordingServer.answering("{\"id\": \"7\"}")) {
      Sums.holdIn(run(workload, users(1).iterations(2), at(server.url())));
      return server.received();
    }
  }

  private static List<String> bodies(Scenario scenario) throws IOException {
    return received(scenario).stream().map(RecordingServer.Received::body).toList();
  }

  @Test
  void aGivenValueStandsWhereItsNameStood() throws IOException {
    assertThat(bodies(scenario("s", post("/").text("${who} and $who")).variable("who", "Ada")))
        .containsExactly("Ada and Ada", "Ada and Ada");
  }

  @Test
  void itIsEscapedForWhereItStands() throws IOException {
    var got =
        received(
                scenario("s", post("/a?q=${x}").json("{\"said\": \"${x}\"}"))
                    .variable("x", "a \"b\" & c"))
            .getFirst();

    assertThat(got.line()).startsWith("POST /a?q=a%20%22b%22%20%26%20c ");
    assertThat(got.body()).isEqualTo("{\"said\": \"a \\\"b\\\" & c\"}");
  }

  @Test
  void itHoldsOthersThatAreReadWhenItIsUsed() throws IOException {
    var got =
        bodies(
            scenario(
                    "s",
                    post("/").text("${user} ${user}").extract("id", jsonPath("$.id")),
                    post("/").text("${order}"))
                .variable("user", "${role}-${UUID}")
                .variable("role", "admin")
                .variable("order", "o${id}"));

    assertThat(got.get(1)).isEqualTo("o7");
    assertThat(got.get(0)).startsWith("admin-");
    assertThat(new HashSet<>(List.of(got.get(0).split(" ", -1)))).hasSize(2);
    assertThat(got.get(2)).isNotEqualTo(got.get(0));
  }

  @Test
  void whatAGivenValueHoldsHasToBeThere() {
    var early =
        scenario("s", post("/").text("${order}"), get("/").extract("id", jsonPath("$.id")))
            .at("http://localhost:1")
            .variable("order", "o${id}");

    assertThatThrownBy(() -> run(early, users(1).iterations(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("variable order:1:2: the variable id is used before any step");
  }

  @Test
  void whatAStepExtractsUnderItsNameComesFirst() {
    var scenario =
        scenario("s", get("/").extract("id", jsonPath("$.id")))
            .at("http://localhost:1")
            .variable("id", "1");

    assertThatThrownBy(() -> run(scenario, users(1).iterations(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the variable id is given, and set by a step too");
  }

  @ParameterizedTest
  @CsvSource({
    "${a}, x, a holds itself: a in a",
    "${b}, ${a}, a holds itself: a in b in a",
    "${b}, ${b}, a holds another that holds itself: b in b"
  })
  void aValueThatHoldsItselfIsAProblem(String a, String b, String what) {
    var scenario =
        scenario("s", post("/").text("${a}"))
            .at("http://localhost:1")
            .variable("a", a)
            .variable("b", b);

    assertThatThrownBy(() -> run(scenario, users(1).iterations(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the variable " + what);
  }

  @ParameterizedTest
  @CsvSource({
    "1st, not a name for a variable",
    "VU, the variable VU is built in",
    "a, the variable a is given twice"
  })
  void aNameThatCannotBeGivenIsAProblem(String name, String what) {
    var scenario =
        scenario("s", get("/")).at("http://localhost:1").variable("a", "1").variable(name, "2");

    assertThatThrownBy(() -> run(scenario, users(1).iterations(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(what);
  }

  @Test
  void aMixGivesItsOwnToEachScenario() throws IOException {
    var mix =
        mix("m", share(1, scenario("s", post("/").text("${who} ${own}")).variable("own", "mine")))
            .variable("who", "Ada")
            .variable("own", "yours")
            .setup(post("/setup").text("${own}"));

    assertThat(received(mix).stream().map(RecordingServer.Received::body))
        .containsExactly("yours", "Ada mine", "Ada mine");
  }

  @Test
  void whatOnlyAGivenValueUsesIsMissedWhereItIsNotFound() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          run(
              scenario("s", get("/").extract("id", jsonPath("$.id")), post("/").text("${order}"))
                  .variable("order", "o${id}"),
              users(1).iterations(1),
              at(server.url()));

      assertThat(results.totals().failed()).as("the extraction is needed later").isEqualTo(1);
      assertThat(server.received()).hasSize(1);
    }
  }
}
