package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.shop.behaviour.Behaviour;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTest extends ShopTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "data: ";

  @AfterEach
  void behaveAgain() {
    shop.behave(Behaviour.GOOD);
  }

  @Test
  void theEventsAreDataLinesWithABlankLineBehind() throws IOException {
    var answer = client.get("/stream?events=3&interval=0");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/event-stream");
    assertThat(answer.header("cache-control")).isEqualTo("no-cache");
    assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
    assertThat(answer.text())
        .matches(
            "(data: \\{\"id\":\\d,\"message\":\"Event \\d\",\"timestamp\":\"[-T:.\\dZ]+\"}\n\n){3}");
    var events = events(answer.text());
    for (var i = 0; i < 3; i++) {
      assertThat(events.get(i).path("id").asInt()).isEqualTo(i + 1);
      assertThat(events.get(i).path("message").asText()).isEqualTo("Event " + (i + 1));
      assertThat(Duration.between(timestamp(events.get(i)), Instant.now()).abs())
          .isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void withoutNumbersTenComeOneEvery100Ms() throws IOException {
    var started = System.nanoTime();
    var answer = client.get("/stream");

    assertThat(events(answer.text())).hasSize(10);
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isGreaterThanOrEqualTo(Duration.ofMillis(900));
    assertThat(Long.parseLong(answer.header("x-service-time-us"))).isLessThan(900_000);
  }

  @Test
  void anEventIsStampedWhenItIsSent() throws IOException {
    var asked = Instant.now();
    var events = events(client.get("/stream?events=6&interval=60").text());

    for (var i = 0; i < 6; i++) {
      // The stamp is cut to milliseconds, and its clock is not the one that waits.
      assertThat(timestamp(events.get(i)))
          .isAfterOrEqualTo(asked.plusMillis(60L * i).minusMillis(5));
    }
  }

  @Test
  void anEventArrivesWhenItIsSentNotAtTheEnd() throws Exception {
    try (var connection = new RawConnection(shop)) {
      connection.ask("GET", "/stream?events=3&interval=500");
      connection.head();
      nextEvent(connection);
      var first = System.nanoTime();
      nextEvent(connection);
      nextEvent(connection);

      assertThat(Duration.ofNanos(System.nanoTime() - first)).isGreaterThan(Duration.ofMillis(600));
    }
  }

  @Test
  void theFirstEventDoesNotWait() throws Exception {
    try (var connection = new RawConnection(shop)) {
      connection.ask("GET", "/stream?events=2&interval=60000");
      connection.head();

      assertThat(nextEvent(connection).path("id").asInt()).isEqualTo(1);
    }
  }

  @Test
  void tenThousandEventsAreTheMost() throws IOException {
    var events = events(client.get("/stream?events=10000&interval=0").text());

    assertThat(events).hasSize(10_000);
    assertThat(events.getLast().path("id").asInt()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({
    "events=0, 'events must be a whole number, between 1 and 10000'",
    "events=10001, 'events must be a whole number, between 1 and 10000'",
    "events=, events must be a whole number",
    "events=x, events must be a whole number",
    "interval=-1, 'interval must be a whole number, between 0 and 60000'",
    "interval=60001, 'interval must be a whole number, between 0 and 60000'",
    "interval=1s, interval must be a whole number"
  })
  void badNumbersAre400(String query, String detail) {
    var answer = client.get("/stream?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.detail()).startsWith(detail);
  }

  @Test
  void whoLeavesInTheMiddleFreesTheWorker() throws Exception {
    shop.behave(Behaviour.GOOD.workers(1));
    try (var connection = new RawConnection(shop)) {
      connection.ask("GET", "/stream?events=10000&interval=20");
      connection.head();
      nextEvent(connection); // so it holds the only worker, for 200 s if nobody noticed
    }
    try (var connection = new RawConnection(shop)) {
      connection.ask("GET", "/health");

      assertThat(connection.head().status()).isEqualTo(200);
    }
  }

  @Test
  void aFrozenShopHoldsTheEventsBack() throws Exception {
    try (var connection = new RawConnection(shop)) {
      connection.ask("GET", "/stream?events=30&interval=50");
      connection.head();
      nextEvent(connection);
      shop.freeze(Duration.ofMillis(700));
      var longest = Duration.ZERO;
      var last = System.nanoTime();
      for (var i = 2; i <= 30; i++) {
        assertThat(nextEvent(connection).path("id").asInt()).isEqualTo(i);
        var now = System.nanoTime();
        var gap = Duration.ofNanos(now - last);
        longest = gap.compareTo(longest) > 0 ? gap : longest;
        last = now;
      }

      assertThat(longest).isGreaterThan(Duration.ofMillis(400));
    }
  }

  @Test
  void aHeadSaysNothingOfALengthThatNobodyKnows() throws Exception {
    try (var connection = new RawConnection(shop)) {
      for (var i = 0; i < 2; i++) {
        connection.ask("HEAD", "/stream");
        var head = connection.head();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-type")).hasValue("text/event-stream");
        assertThat(head.header("content-length")).isEmpty();
      }
    }
  }

  @Test
  void theConnectionIsGoodForAnotherRequestAfterwards() throws Exception {
    try (var connection = new RawConnection(shop)) {
      connection.ask("GET", "/stream?events=2&interval=1");
      connection.head();
      nextEvent(connection);
      nextEvent(connection);
      skipTo(connection, "0"); // the last chunk
      connection.line();
      connection.ask("GET", "/health");

      assertThat(connection.head().status()).isEqualTo(200);
    }
  }

  /** The next event, past the lines that frame its chunk. */
  private static JsonNode nextEvent(RawConnection connection) throws IOException {
    for (var line = connection.line(); ; line = connection.line()) {
      if (line.startsWith(DATA)) {
        return JSON.readTree(line.substring(DATA.length()));
      }
    }
  }

  private static void skipTo(RawConnection connection, String wanted) throws IOException {
    var line = connection.line();
    while (!line.equals(wanted)) {
      line = connection.line();
    }
  }

  private static List<JsonNode> events(String text) throws IOException {
    var events = new ArrayList<JsonNode>();
    for (var event : text.split("\n\n", 0)) {
      assertThat(event).startsWith(DATA);
      events.add(JSON.readTree(event.substring(DATA.length())));
    }
    return events;
  }

  private static Instant timestamp(JsonNode event) {
    return Instant.parse(event.path("timestamp").asText());
  }
}
