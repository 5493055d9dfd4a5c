package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Option;
import dev.squall.sample.Category;
import dev.squall.scenario.Step;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Estimate;
import dev.squall.stats.Results;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static PracticeShop shop;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Results twice(String base, Option option, Step... steps) {
    return Sums.holdIn(run(scenario("s", steps), users(1).iterations(2), at(base), option));
  }

  private static Results atTheShop(Step... steps) {
    return twice(shop.url().toString(), seed(1), steps);
  }

  private static ErrorStats theError(Results results) {
    assertThat(results.errors()).hasSize(1);
    var error = results.errors().getFirst();
    assertThat(error.count()).isEqualTo(2);
    assertThat(results.totals().iterations().failed()).isEqualTo(2);
    return error;
  }

  private static void is(ErrorStats error, Category category, String kind, int status) {
    assertThat(error.category()).isEqualTo(category);
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.status()).isEqualTo(status);
  }

  @Test
  void aStatusThatACheckAcceptsIsOkAndStillCounted() {
    var results = atTheShop(get("/error/404").check(status().is(404)), get("/health"));

    assertThat(results.totals().ok()).isEqualTo(4);
    assertThat(results.steps().getFirst().status()).containsOnly(java.util.Map.entry(404, 2L));
  }

  @Test
  void a4xxWithoutACheckIsTheClientsError() {
    var results = atTheShop(get("/cart"), get("/health"));

    is(theError(results), Category.CLIENT_ERROR, "status_401", 401);
    assertThat(results.totals().requests()).isEqualTo(2);
    assertThat(results.scenarios().getFirst().failedAt()).containsEntry("GET /cart", 2L);
    assertThat(results.response().count()).isEqualTo(2);
  }

  @Test
  void a5xxWithoutACheckOfTheStatusIsTheServersError() {
    var results = atTheShop(get("/error/500").check(jsonPath("$.no").exists()));

    is(theError(results), Category.SERVER_ERROR, "status_500", 500);
  }

  @Test
  void aCheckThatDoesNotHoldSaysWhatItWantedAndWhatCame() {
    var results =
        atTheShop(
            get("/health")
                .check(
                    status().is(200),
                    jsonPath("$.status").is("ill"),
                    header("No-Such").exists(),
                    jsonPath("$.status").matches("^h")));

    var error = theError(results);
    assertThat(error.category()).isEqualTo(Category.CHECK_FAILED);
    assertThat(error.kind()).isEqualTo("jsonPath $.status is ill");
    assertThat(error.message()).isEqualTo("jsonPath $.status is ill, but it was healthy");
    assertThat(results.steps().getFirst().checks())
        .extracting(check -> check.ok() + " ok, " + check.failed() + " failed")
        .containsExactly("2 ok, 0 failed", "0 ok, 2 failed", "0 ok, 2 failed", "2 ok, 0 failed");
  }

  @Test
  void aCheckAgainstAVariableSaysItsValue() {
    var results =
        atTheShop(
            get("/products/prod-1").extract("id", jsonPath("$.id")),
            get("/products/prod-2").check(jsonPath("$.id").is("${id}")));

    assertThat(theError(results).message())
        .isEqualTo("jsonPath $.id is ${id} (prod-1), but it was prod-2");
  }

  @Test
  void noComparisonHoldsAgainstAVariableWithoutAValue() {
    var results =
        Sums.holdIn(
            Run.start(
                    Careless.plan(
                        shop.url().toString(),
                        get("/health").extract("none", jsonPath("$.none")),
                        get("/health")
                            .check(
                                jsonPath("$.status").isNot("${none}"),
                                body().contains("${none}"),
                                jsonPath("$.status").is("${none}"),
                                jsonPath("$.status").in("${none}", "ill"))))
                .await());

    assertThat(results.steps().getFirst().checks().stream().mapToLong(c -> c.failed()).sum())
        .isEqualTo(8);
    assertThat(theError(results).message()).contains("a variable without a value");
  }

  @Test
  void anUnknownVariableStopsTheStepBeforeAnythingIsSent() {
    long before = shop.requests();
    var plan =
        Careless.plan(
            shop.url().toString(),
            get("/health").extract("id", jsonPath("$.none")),
            get("/products/${id}"));
    var results = Sums.holdIn(Run.start(plan).await());

    var error = theError(results);
    is(error, Category.SCRIPT_ERROR, "unknown_variable", 0);
    assertThat(error.step()).isEqualTo("GET /products/${id}");
    assertThat(error.message()).contains("${id}");
    assertThat(results.totals().requests()).isEqualTo(4);
    assertThat(results.totals().sent()).isEqualTo(2);
    assertThat(shop.requests() - before).isEqualTo(2);
    assertThat(results.response().beside()).isEqualTo(2);
  }

  @Test
  void anExtractorThatFindsNothingFailsOnlyWhereALaterStepNeedsIt() {
    var harmless = atTheShop(get("/health").extract("x", jsonPath("$.none")), get("/status"));
    assertThat(harmless.totals().ok()).isEqualTo(4);

    var needed = atTheShop(get("/health").extract("x", jsonPath("$.none")), get("/products/${x}"));
    var error = theError(needed);
    is(error, Category.SCRIPT_ERROR, "nothing_extracted", 200);
    assertThat(error.step()).isEqualTo("GET /health");
    assertThat(error.message()).contains("${x}");
  }

  @Test
  void aFailedCheckComesBeforeAnExtractorThatFoundNothing() {
    var results =
        atTheShop(
            get("/health").check(jsonPath("$.status").is("ill")).extract("x", jsonPath("$.none")),
            get("/products/${x}"));

    assertThat(theError(results).category()).isEqualTo(Category.CHECK_FAILED);
  }

  @Test
  void aValueThatWouldBreakOutOfTheHeadIsRefused() throws IOException {
    try (var server = RecordingServer.answering("{\"evil\": \"a\\r\\nX-Evil: 1\"}")) {
      var results =
          twice(
              server.url(),
              seed(1),
              get("/a").extract("evil", jsonPath("$.evil")),
              get("/b").header("X-Good", "${evil}"));

      is(theError(results), Category.SCRIPT_ERROR, "unsafe_value", 0);
      assertThat(results.totals().sent()).isEqualTo(2);
      assertThat(server.received())
          .extracting(RecordingServer.Received::line)
          .containsOnly("GET /a HTTP/1.1");
    }
  }

  @Test
  void aRefusedConnectionIsANetworkErrorBesideTheLatencies() throws IOException {
    int port;
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    var results = twice("http://127.0.0.1:" + port, seed(1), get("/"));

    is(theError(results), Category.NETWORK_ERROR, "connection_refused", 0);
    assertThat(results.totals().sent()).isZero();
    assertThat(results.response().count()).isZero();
    assertThat(results.response().beside()).isEqualTo(2);
    assertThat(results.connections().totals().failed()).isEqualTo(2);
  }

  @Test
  void aSilentServerIsATimeOutAndThePercentileABound() throws IOException {
    try (var silent = new RecordingServer((_, _) -> {})) {
      var results = twice(silent.url(), timeout(millis(100)), get("/"));

      is(theError(results), Category.TIMEOUT_ERROR, "total_timeout", 0);
      assertThat(results.totals().sent()).isEqualTo(2);
      assertThat(results.response().count()).isZero();
      assertThat(results.response().censored()).isEqualTo(2);
      assertThat(results.response().percentile(99))
          .isInstanceOfSatisfying(
              Estimate.AtLeast.class, bound -> assertThat(bound.ms()).isBetween(99.0, 5000.0));
    }
  }

  @Test
  void aTruncatedAnswerIsANetworkErrorAndItsStatusIsCounted() throws IOException {
    RecordingServer.Script cut =
        (_, socket) -> {
          RecordingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
          socket.close();
        };
    try (var server = new RecordingServer(cut)) {
      var results = twice(server.url(), seed(1), get("/").check(body().exists()));

      is(theError(results), Category.NETWORK_ERROR, "truncated", 200);
      assertThat(results.steps().getFirst().checks().getFirst().failed()).isZero();
      assertThat(results.response().beside()).isEqualTo(2);
    }
  }

  @Test
  void aMalformedAnswerIsAnOtherError() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          RecordingServer.write(socket, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
        })) {
      is(
          theError(twice(server.url(), seed(1), get("/"))),
          Category.OTHER_ERROR,
          "malformed_status_line",
          0);
    }
  }

  @Test
  void aPatternThatIsTooMuchForTheBodyFindsNothing() throws IOException {
    try (var server = RecordingServer.answering("\"" + "ab".repeat(100_000) + "\"")) {
      var results = twice(server.url(), seed(1), get("/").check(body().matches("^\"(a|b)*c")));

      assertThat(theError(results).category()).isEqualTo(Category.CHECK_FAILED);
    }
  }

  @Test
  void extractionComesBeforeTheChecksOfTheSameStep() {
    var results =
        atTheShop(
            get("/products/prod-7")
                .check(jsonPath("$.id").is("${id}"))
                .extract("id", regex("\"id\":\\s*\"([^\"]+)\"")));

    assertThat(results.totals().ok()).isEqualTo(2);
  }

  @Test
  void aFailedStepEndsItsIterationAlsoInsideALoop() {
    var results =
        atTheShop(repeat(3, group("g", get("/error/503"), get("/health"))), get("/status"));

    is(theError(results), Category.SERVER_ERROR, "status_503", 503);
    assertThat(results.totals().requests()).isEqualTo(2);
  }
}
