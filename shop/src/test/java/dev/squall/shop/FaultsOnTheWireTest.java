package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.truth.Truth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the faults are at a client's socket. Times have lower bounds only. */
class FaultsOnTheWireTest {

  private static final String LAST = "Connection: close\r\n";

  private PracticeShop shop;

  @BeforeEach
  void open() {
    shop = PracticeShop.start();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aResetIsAResetAndNoEndOfTheConnection() throws IOException {
    behave("resets=100%");
    try (var socket = ask("GET /health", "")) {
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertThat(truth("GET /health").resets()).isEqualTo(1);
    assertThat(truth("GET /health").statuses()).isEmpty();
  }

  @Test
  void anErrorIsAnswerWithoutWork() throws IOException {
    behave("POST /auth/register: errors=100%:503");
    var body = "{\"email\": \"a@example.com\", \"password\": \"Pass123!\", \"name\": \"A\"}";
    assertThat(answer("POST /auth/register", LAST, body)).startsWith("HTTP/1.1 503 ");

    behave("errors=0%");
    shop.behave(Behaviour.GOOD);
    // Had the first been worked on, the e-mail would be taken.
    assertThat(answer("POST /auth/register", LAST, body)).startsWith("HTTP/1.1 201 ");
  }

  @Test
  void sharesOfErrorsAndResetsAreTheSameAtEveryStart() throws IOException {
    behave("errors=30%:503 resets=20%");
    var first = fates(60);
    shop.close();
    shop = PracticeShop.start();
    // What came before on other routes, or what the faults were then, does not matter.
    behave("latency=uniform:0ms,1ms");
    answer("GET /products", LAST, "");
    behave("errors=30%:503 resets=20%");

    assertThat(fates(60)).isEqualTo(first).contains("200", "503", "reset");
  }

  @Test
  void theFateOfTheNthRequestDoesNotDependOnWhenTheFaultsBegan() throws IOException {
    behave("errors=50%");
    var all = fates(40);
    shop.close();
    shop = PracticeShop.start();
    fates(20);
    behave("errors=50%");

    assertThat(fates(20)).isEqualTo(all.subList(20, 40));
  }

  @Test
  void theServiceTimeIsAtLeastTheDrawnLatency() throws IOException {
    behave("latency=uniform:20ms,40ms");
    for (var i = 0; i < 10; i++) {
      var answer = answer("GET /health", LAST, "");
      var micros = answer.replaceAll("(?s).*X-Service-Time-Us: (\\d+).*", "$1");
      assertThat(Long.parseLong(micros)).isGreaterThanOrEqualTo(20_000);
    }
  }

  @Test
  void aSlowBodyTakesItsTimeAndIsWhole() throws IOException {
    var whole = body(answer("GET /products?limit=10", LAST, ""));
    behave("bandwidth=5KB/s");
    var started = System.nanoTime();

    var slow = body(answer("GET /products?limit=10", LAST, ""));

    assertThat(slow).isEqualTo(whole);
    var least = Duration.ofNanos(whole.length() * 1_000_000_000L / 5_000);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(least);
  }

  @Test
  void aFreezeHoldsBackABodyUnderWay() throws IOException {
    behave("bandwidth=100B/s"); // two bytes at a time
    try (var socket = ask("GET /products?limit=20", LAST)) {
      var in = socket.getInputStream();
      assertThat(in.readNBytes(300)).hasSize(300);
      var frozen = System.nanoTime();
      shop.freeze(Duration.ofMillis(600));
      // What was sent before, and the piece that had passed the gate already.
      assertThat(in.skip(in.available())).isNotNegative();
      assertThat(in.readNBytes(10)).hasSize(10);

      assertThat(Duration.ofNanos(System.nanoTime() - frozen))
          .isGreaterThanOrEqualTo(Duration.ofMillis(600));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD /products", "OPTIONS /health"})
  void aBodyThatIsNotSentIsNotSlow(String what) throws IOException {
    behave("bandwidth=1B/s");

    var answer = answer(what, LAST, "");

    assertThat(answer).startsWith("HTTP/1.1 20").endsWith("\r\n\r\n");
    if (what.startsWith("OPTIONS")) {
      assertThat(answer).doesNotContain("Content-Length"); // RFC 9110 §8.6 forbids it with 204
    }
  }

  @Test
  void aClientThatGoesAwayWhileItWaitsFreesItsWorkerAndIsCountedOnce() throws Exception {
    behave("latency=fixed:100ms workers=1");
    for (var i = 0; i < 5; i++) {
      ask("GET /health", "").close();
    }
    try (var half = ask("POST /auth/login", "Content-Length: 10\r\n")) {
      half.getOutputStream().write('{');
    }
    try (var reset = ask("POST /cart/items", "Content-Length: 10\r\n")) {
      reset.setSoLinger(true, 0);
    }

    assertThat(answer("GET /products", LAST, "")).startsWith("HTTP/1.1 200 ");
    awaitIdle(8);
    assertThat(truth("GET /health").requests()).isEqualTo(5);
    assertThat(truth("GET /health").statuses()).isEqualTo(Map.of(200, 5L));
    assertThat(truth("POST /auth/login").statuses()).isEqualTo(Map.of(400, 1L));
    assertThat(truth("POST /cart/items").statuses()).isEqualTo(Map.of(400, 1L));
    assertThat(shop.truth().routes()).doesNotContainKey("unmatched");
  }

  @Test
  void aClientThatLeavesASlowBodyFreesItsWorker() throws IOException {
    behave("bandwidth=100B/s workers=1");
    try (var socket = ask("GET /products?limit=100", "")) {
      socket.getInputStream().readNBytes(100);
    }
    shop.behave(Behaviour.GOOD.workers(1));

    assertThat(answer("GET /health", LAST, "")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void changingFaultsAllTheTimeLosesNoRequestAndLeaksNoWorker() throws Exception {
    var faults =
        List.of(
            "workers=1",
            "workers=3 latency=uniform:0ms,2ms",
            "GET /health: workers=1",
            "workers=0",
            "GET /health: workers=2 errors=30%",
            "bandwidth=1000KB/s",
            "GET /health: null",
            "bandwidth=none");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients =
          IntStream.range(0, 16).mapToObj(i -> threads.submit(() -> answered(100))).toList();
      for (var i = 0; !clients.stream().allMatch(Future::isDone); i++) {
        shop.behave(shop.behaviour().with(faults.get(i % faults.size())));
        if (i % 20 == 0) {
          shop.freeze(Duration.ofMillis(2));
        }
        Thread.sleep(1);
      }
      for (var client : clients) {
        assertThat(client.get()).isEqualTo(100);
      }
    }
    var truth = truth("GET /health");
    assertThat(truth.requests()).isEqualTo(1_600);
    assertThat(truth.statuses().values().stream().mapToLong(n -> n).sum()).isEqualTo(1_600);

    // A leaked worker would leave none here, a worker freed twice would let two in at a time.
    shop.behave(Behaviour.GOOD.with("latency=fixed:20ms workers=1").with("GET /health: workers=1"));
    var started = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients = IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> answered(1))).toList();
      for (var client : clients) {
        assertThat(client.get()).isEqualTo(1);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isGreaterThanOrEqualTo(Duration.ofMillis(160));
  }

  /** Connections are not read in the order in which they were opened. */
  private void awaitIdle(long requests) throws InterruptedException {
    for (var i = 0; i < 1_000 && ended() < requests; i++) {
      Thread.sleep(10);
    }
    assertThat(ended()).isEqualTo(requests).isEqualTo(shop.requests());
  }

  private long ended() {
    return shop.truth().routes().values().stream()
        .mapToLong(t -> t.statuses().values().stream().mapToLong(n -> n).sum() + t.resets())
        .sum();
  }

  private void behave(String fault) {
    shop.behave(shop.behaviour().with(fault));
  }

  private Truth.RouteTruth truth(String route) {
    return Objects.requireNonNull(shop.truth().routes().get(route), route);
  }

  private List<String> fates(int times) throws IOException {
    var fates = new ArrayList<String>();
    for (var i = 0; i < times; i++) {
      String fate;
      try {
        fate = answer("GET /health", LAST, "").substring(9, 12);
      } catch (SocketException e) {
        fate = "reset";
      }
      fates.add(fate);
    }
    return fates;
  }

  /** How many of so many requests on one connection were answered. */
  private int answered(int times) throws IOException {
    try (var socket = connect()) {
      for (var i = 1; i <= times; i++) {
        send(socket, "GET /health", i == times ? LAST : "", "");
      }
      var all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return all.split("HTTP/1\\.1 [25]00 ", -1).length - 1;
    }
  }

  private String answer(String what, String headers, String body) throws IOException {
    try (var socket = connect()) {
      send(
          socket,
          what,
          headers + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n"),
          body);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private Socket ask(String what, String headers) throws IOException {
    var socket = connect();
    send(socket, what, headers, "");
    return socket;
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String what, String headers, String body)
      throws IOException {
    var request = what + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
