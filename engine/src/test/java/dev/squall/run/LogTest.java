package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Step;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What users tell step by step, and what nobody is told. */
@Timeout(30)
class LogTest {
  private static final Logger LOGGER = Logger.getLogger("dev.squall");

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord said) {
          told.add(said.getLevel() + " " + said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(listener);
  }

  @AfterEach
  void listenNoMore() {
    LOGGER.removeHandler(listener);
    LOGGER.setUseParentHandlers(true);
    LOGGER.setLevel(null);
  }

  private static void perform(String answer, Step... steps) throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(
                socket, request.target().startsWith("/fail") ? 503 : 200, answer))) {
      Sums.holdIn(run(scenario("s", steps), users(1).iterations(1), at(server.url())));
    }
  }

  /** Without times. */
  private List<String> steps() {
    return told.stream()
        .filter(line -> line.startsWith("FINE user "))
        .map(line -> line.substring(5).replaceAll(" after [0-9.]+ ms$", ""))
        .toList();
  }

  @Test
  void stepsSubstitutionsExtractionsAndChecksAreTold() throws IOException {
    LOGGER.setLevel(Level.FINE);
    perform(
        "{\"id\": 7, \"name\": \"Ann\"}",
        get("/users/${COUNTER}")
            .named("user")
            .check(status().is(200), jsonPath("$.name").is("Bob"))
            .extract("id", jsonPath("$.id"))
            .extract("none", jsonPath("$.none"))
            .retry(attempts(2)));

    var once =
        List.of(
            "user 1, iteration 0: ${COUNTER} = 0",
            "user 1, iteration 0: user: GET /users/0",
            "user 1, iteration 0: id = 7",
            "user 1, iteration 0: none found nothing: there is nothing at $.none",
            "user 1, iteration 0: check status is 200: ok",
            "user 1, iteration 0: check jsonPath $.name is Bob: failed, it was Ann");
    assertThat(steps()).hasSize(13);
    assertThat(steps().subList(0, 6)).isEqualTo(once);
    assertThat(steps().subList(6, 12)).isEqualTo(once);
    assertThat(steps().getLast())
        .isEqualTo(
            "user 1, iteration 0: user: 200 check_failed (jsonPath $.name is Bob): "
                + "jsonPath $.name is Bob, but it was Ann");
  }

  @Test
  void howARequestEndedIsTold() throws IOException {
    LOGGER.setLevel(Level.FINE);
    perform("{}", optional(get("/fail").named("a")), get("/b").named("b"));

    assertThat(steps())
        .contains(
            "user 1, iteration 0: a: 503 server_error (status_503): the answer was 503",
            "user 1, iteration 0: b: 200 ok");
    assertThat(told).anyMatch(line -> line.matches(".*b: 200 ok after \\d+\\.\\d ms"));
  }

  @Test
  void noSecretIsTold() throws IOException {
    LOGGER.setLevel(Level.FINE);
    perform(
        "{\"token\": \"SECRET-1\", \"session\": \"SECRET-2\", \"name\": \"SECRETARY\"}",
        code(
                "know",
                session -> {
                  session.set("password", "SECRET-3");
                  session.set("api_key", "SECRET-4");
                  session.set("card_number", "SECRET-5");
                })
            .sets("password", "api_key", "card_number"),
        optional(
            post("/login?api_key=${api_key}&page=2&access_token=SECRET-6")
                .named("login")
                .basic("ann", "${password}")
                .json("{\"p\": \"${password}\", \"c\": \"${card_number}\"}")
                .extract("token", jsonPath("$.token"))
                .extract("session_id", jsonPath("$.session"))
                .extract("name", jsonPath("$.name"))
                .check(jsonPath("$.session").isNot("x"))
                .check(jsonPath("$.token").contains("other"))),
        get("/other").header("Authorization", "Bearer SECRET-7"),
        get("/next").bearer("${token}").header("Cookie", "sid=${session_id}"));

    assertThat(steps())
        .contains(
            "user 1, iteration 0: ${password} = …",
            "user 1, iteration 0: ${api_key} = …",
            "user 1, iteration 0: ${card_number} = …",
            "user 1, iteration 0: login: POST /login?api_key=…&page=2&access_token=…",
            "user 1, iteration 0: token = …",
            "user 1, iteration 0: session_id = …",
            "user 1, iteration 0: name = SECRETARY",
            "user 1, iteration 0: check jsonPath $.token contains other: failed, it was …",
            "user 1, iteration 0: login: 200 check_failed (jsonPath $.token contains other): …");
    assertThat(told).noneMatch(line -> line.contains("SECRET-"));
  }

  @Test
  void atInfoNothingIsToldOfRequests() throws IOException {
    LOGGER.setLevel(Level.INFO);
    assertThat(Log.ofSteps()).isNull();
    perform("{}", optional(get("/fail").extract("x", jsonPath("$.x"))), get("/b"));

    assertThat(steps()).isEmpty();
    LOGGER.setLevel(Level.FINE);
    assertThat(Log.ofSteps()).isNotNull();
  }

  @Test
  void whoeverBeginsToListenHearsTheNextRun() throws IOException {
    LOGGER.setLevel(Level.INFO);
    perform("{}", get("/a"));
    assertThat(steps()).isEmpty();

    LOGGER.setLevel(Level.FINE);
    perform("{}", get("/a"));
    assertThat(steps()).hasSize(2);
  }

  @Test
  void longValuesAreCut() throws IOException {
    LOGGER.setLevel(Level.FINE);
    var text = "x".repeat(500);
    perform(
        "{\"a\": \"" + text + "\"}",
        get("/a").extract("a", jsonPath("$.a")),
        post("/b").text("${a}"));

    assertThat(steps())
        .contains(
            "user 1, iteration 0: a = " + "x".repeat(120) + "…",
            "user 1, iteration 0: ${a} = " + "x".repeat(120) + "…");
  }
}
