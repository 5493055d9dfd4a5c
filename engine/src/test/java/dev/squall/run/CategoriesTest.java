package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Option;
import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.scenario.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each category of failure from a real server, the same in a run and in a single iteration. */
@Timeout(60)
class CategoriesTest {
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  /** A server, what is asked of it, and what that must be called. */
  record Row(
      String says,
      RecordingServer.Script server,
      Request request,
      Category category,
      String kind,
      int status,
      Option option) {
    Row(
        String says,
        RecordingServer.Script server,
        Request request,
        Category category,
        String kind,
        int status) {
      this(says, server, request, category, kind, status, seed(1));
    }

    @Override
    public String toString() {
      return says;
    }
  }

  static final List<Row> ROWS =
      List.of(
          plain(400, Category.CLIENT_ERROR),
          plain(401, Category.CLIENT_ERROR),
          plain(404, Category.CLIENT_ERROR),
          plain(429, Category.CLIENT_ERROR),
          plain(499, Category.CLIENT_ERROR),
          plain(500, Category.SERVER_ERROR),
          plain(503, Category.SERVER_ERROR),
          plain(599, Category.SERVER_ERROR),
          new Row(
              "a check of something else leaves the status to speak",
              answer(404, "{}"),
              get("/").check(jsonPath("$.id").exists()),
              Category.CLIENT_ERROR,
              "status_404",
              404),
          new Row(
              "a check of the status comes before the status",
              answer(404, "{}"),
              get("/").check(status().is(200)),
              Category.CHECK_FAILED,
              "status is 200",
              404),
          new Row(
              "silence",
              (_, _) -> {},
              get("/"),
              Category.TIMEOUT_ERROR,
              "total_timeout",
              0,
              timeout(millis(150))),
          new Row(
              "silence in the middle",
              (_, socket) -> RecordingServer.write(socket, CHUNKED + "5\r\nabc"),
              get("/"),
              Category.TIMEOUT_ERROR,
              "idle_timeout",
              200,
              idleTimeout(millis(150))),
          raw("", Category.NETWORK_ERROR, "closed_before_answer", 0),
          raw("HTTP/1.1 2", Category.NETWORK_ERROR, "truncated", 0),
          raw(
              "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
              Category.NETWORK_ERROR,
              "truncated",
              200),
          raw(CHUNKED + "3\r\nabc\r\n", Category.NETWORK_ERROR, "truncated", 200),
          new Row(
              "a reset",
              (_, socket) -> {
                socket.setSoLinger(true, 0);
                socket.close();
              },
              get("/"),
              Category.NETWORK_ERROR,
              "reset",
              0),
          raw("220 mail ready\r\n", Category.OTHER_ERROR, "malformed_status_line", 0),
          raw("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", Category.OTHER_ERROR, "malformed_header", 200),
          raw(CHUNKED + "3\r\nabcd", Category.OTHER_ERROR, "malformed_chunk", 200),
          raw(
              "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
              Category.OTHER_ERROR,
              "conflicting_length",
              200),
          raw(
              "HTTP/1.1 200 OK\r\nA: " + "a".repeat(1_000_000) + "\r\n\r\n",
              Category.OTHER_ERROR,
              "header_too_large",
              200),
          raw(
              "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab",
              Category.OTHER_ERROR,
              "unexpected_bytes",
              200));

  private static RecordingServer.Script answer(int status, String json) {
    return (_, socket) -> RecordingServer.say(socket, status, json);
  }

  private static Row plain(int status, Category category) {
    return new Row(
        "nothing but " + status,
        answer(status, "{}"),
        get("/"),
        category,
        "status_" + status,
        status);
  }

  /** A server that says just that and ends its side. */
  private static Row raw(String text, Category category, String kind, int status) {
    return new Row(
        kind + " after " + text.length() + " bytes",
        (_, socket) -> {
          RecordingServer.write(socket, text);
          socket.shutdownOutput();
        },
        get("/"),
        category,
        kind,
        status);
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void aFailureHasItsCategoryItsKindAndItsStatus(Row row) throws IOException {
    try (var server = new RecordingServer(row.server())) {
      holds(row, server.url());
    }
  }

  @Test
  void aRefusedConnectionIsANetworkError() throws IOException {
    String url;
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + gone.getLocalPort();
    }
    holds(
        new Row("", (_, _) -> {}, get("/"), Category.NETWORK_ERROR, "connection_refused", 0), url);
  }

  private static void holds(Row row, String url) {
    var scenario = scenario("s", row.request()).at(url);
    var results = Sums.holdIn(run(scenario, users(2).iterations(6), row.option()));
    assertThat(results.totals().requests()).isEqualTo(6);
    assertThat(results.totals().failed()).isEqualTo(6);
    assertThat(results.totals().iterations().failed()).isEqualTo(6);
    assertThat(results.errors()).hasSize(1);
    var error = results.errors().getFirst();
    assertThat(error.category()).isEqualTo(row.category());
    assertThat(error.kind()).isEqualTo(row.kind());
    assertThat(error.status()).isEqualTo(row.status());
    assertThat(error.count()).isEqualTo(6);

    var trace = once(scenario, row.option());
    assertThat(trace.success()).isFalse();
    assertThat(trace.steps()).hasSize(1);
    var step = trace.steps().getFirst();
    assertThat(step.status()).isEqualTo(row.status());
    assertThat(step.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.category()).isEqualTo(row.category());
              assertThat(failed.kind()).isEqualTo(row.kind());
            });
  }

  @ParameterizedTest
  @FieldSource("GREEN")
  void aStatusThatACheckAcceptsIsGreen(int status) throws IOException {
    try (var server = new RecordingServer(answer(status, "{}"))) {
      var scenario = scenario("s", get("/").check(status().is(status))).at(server.url());
      var results = Sums.holdIn(run(scenario, users(2).iterations(6)));
      assertThat(results.totals().ok()).isEqualTo(6);
      assertThat(results.errors()).isEmpty();
      assertThat(results.steps().getFirst().status()).containsOnly(java.util.Map.entry(status, 6L));
      var trace = once(scenario);
      assertThat(trace.success()).isTrue();
      assertThat(trace.steps().getFirst().outcome()).isEqualTo(Outcome.OK);
    }
  }

  static final List<Integer> GREEN = List.of(200, 201, 401, 404, 500, 503);
}
