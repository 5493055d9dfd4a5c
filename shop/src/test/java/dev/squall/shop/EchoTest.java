package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Latency;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /ws/echo} by the JDK's WebSocket client. */
@Timeout(60)
class EchoTest {

  private PracticeShop shop;
  private HttpClient http;

  @BeforeEach
  void open() {
    shop = PracticeShop.start();
    http = HttpClient.newHttpClient();
  }

  @AfterEach
  void close() {
    shop.close();
    http.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.10",
        "-0.0e-7",
        "12345678901234567890.123456789012345678901234567890",
        "1e999999999",
        "\"a \\u00e9 \\\"quoted\\\" ☂ 🌊\"",
        "{\"b\": [1, {\"type\": \"ping\"}], \"a\" : {} }",
        "[ ]",
        "true",
        "null"
      })
  void aPingIsAnsweredWithItsDataToTheLetter(String data) {
    var echo = connect();
    echo.say("{\"type\": \"ping\" , \"data\" : " + data + " }");

    assertThat(echo.next())
        .startsWith("{\"type\":\"pong\",\"data\":" + data + ",\"timestamp\":\"")
        .endsWith("Z\"}");
  }

  @Test
  void aPongSaysWhen() throws Exception {
    var echo = connect();
    echo.say("{\"data\":7,\"type\":\"ping\",\"other\":[1]}");
    var pong = new JsonMapper().readTree(echo.next());

    assertThat(pong.path("type").asText()).isEqualTo("pong");
    assertThat(pong.path("data").asInt()).isEqualTo(7);
    assertThat(
            Duration.between(Instant.parse(pong.path("timestamp").asText()), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aPingWithoutDataHasNone() {
    var echo = connect();
    echo.say("{\"type\":\"ping\"}");

    assertThat(echo.next()).startsWith("{\"type\":\"pong\",\"data\":null,\"timestamp\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "",
        "ping",
        "[\"ping\"]",
        "{\"type\":\"pong\",\"data\":1}",
        "{\"type\":[\"ping\"],\"data\":1}",
        "{\"type\":\"ping\",\"data\":1",
        "{\"type\":\"ping\",\"data\":1} x",
        "{\"type\":\"ping\",\"data\":01}",
        "☂ 🌊"
      })
  void anyOtherTextComesBackAsItIs(String text) {
    var echo = connect();
    echo.say(text);

    assertThat(echo.next()).isEqualTo(text);
  }

  @Test
  void longDataComesBackWhole() {
    var data = "[" + "123456.789, ".repeat(5_000) + "0]";
    var echo = connect();
    echo.say("{\"data\":" + data + ",\"type\":\"ping\"}");

    assertThat(echo.next()).startsWith("{\"type\":\"pong\",\"data\":" + data + ",\"timestamp\":");
  }

  @Test
  void bytesComeBackAsTheyAre() {
    var bytes = new byte[64 * 1024];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    var echo = connect();
    echo.socket.sendBinary(ByteBuffer.wrap(bytes), true).join();

    assertThat(echo.nextBytes()).isEqualTo(bytes);
  }

  @Test
  void aTextOfExactlyTheLimitComesBackAndOneMoreByteCloses1009() {
    var echo = connect();
    var longest = "é".repeat(32 * 1024);
    echo.say(longest);
    assertThat(echo.next()).isEqualTo(longest);

    echo.say("a" + longest);
    assertThat(echo.closed.join()).isEqualTo(1009);
  }

  @Test
  void aMessageInFragmentsIsOneMessage() {
    var echo = connect();
    echo.socket.sendText("{\"type\":\"pi", false).join();
    echo.socket.sendText("ng\",\"data\":1}", true).join();

    assertThat(echo.next()).startsWith("{\"type\":\"pong\",\"data\":1,");
  }

  @Test
  void aPingFrameIsAnsweredWithItsPong() {
    var echo = connect();
    echo.socket.sendPing(ByteBuffer.wrap("tick".getBytes(UTF_8))).join();

    assertThat(echo.next()).isEqualTo("pong frame tick");
  }

  @Test
  void aCloseIsAnsweredWithTheSame() {
    var echo = connect();
    echo.socket.sendClose(4001, "enough").join();

    assertThat(echo.closed.join()).isEqualTo(4001);
  }

  @Test
  void aHundredConnectionsAreAnsweredInOrderAndCountedOnce() {
    var all = new ArrayList<Echo>();
    for (var i = 0; i < 100; i++) {
      all.add(connect());
    }
    for (var message = 0; message < 50; message++) {
      for (var i = 0; i < all.size(); i++) {
        all.get(i).say(i + "/" + message);
      }
    }
    for (var i = 0; i < all.size(); i++) {
      for (var message = 0; message < 50; message++) {
        assertThat(all.get(i).next()).isEqualTo(i + "/" + message);
      }
    }
    var truth = shop.truth().routes().get("GET /ws/echo");
    assertThat(truth.requests()).isEqualTo(100);
    assertThat(truth.statuses()).containsExactly(Map.entry(101, 100L));
    assertThat(truth.serviceTimes().getTotalCount()).isEqualTo(100);
  }

  @Test
  void anOpenConnectionHoldsNoWorker() {
    shop.behave(Behaviour.GOOD.workers(1));
    var echo = connect();
    try (var client = new Client(shop)) {
      assertThat(client.get("/health").status()).isEqualTo(200);
    }
    echo.say("still here");

    assertThat(echo.next()).isEqualTo("still here");
  }

  @Test
  void aHandshakeWaitsLikeAnyRequest() {
    shop.behave(Behaviour.GOOD.latency(Latency.parse("fixed:50ms")));
    connect().say("a");

    var times = shop.truth().routes().get("GET /ws/echo").serviceTimes();
    assertThat(times.getMinValue()).isGreaterThanOrEqualTo(49_900);
  }

  @Test
  void aFreezeHoldsEchoesBack() {
    var echo = connect();
    shop.freeze(Duration.ofMillis(300));
    var started = System.nanoTime();
    echo.say("a");
    echo.say("b");

    assertThat(List.of(echo.next(), echo.next())).containsExactly("a", "b");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  void itSpeaksOverTlsToo() throws Exception {
    try (var secure = PracticeShop.start(ShopOptions.defaults().tls());
        var trusting =
            HttpClient.newBuilder().sslContext(HttpsTest.trusting(secure.certificate())).build()) {
      var echo = new Echo();
      var url = "wss://localhost:" + secure.tlsUrl().getPort() + "/ws/echo";
      echo.socket = trusting.newWebSocketBuilder().buildAsync(URI.create(url), echo).join();
      echo.say("a");

      assertThat(echo.next()).isEqualTo("a");
      echo.socket.abort();
    }
  }

  private Echo connect() {
    var echo = new Echo();
    var url = URI.create("ws://127.0.0.1:" + shop.port() + "/ws/echo");
    echo.socket = http.newWebSocketBuilder().buildAsync(url, echo).join();
    return echo;
  }

  /** What comes back on one connection. */
  private static final class Echo implements WebSocket.Listener {

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private WebSocket socket;

    void say(String message) {
      socket.sendText(message, true).join();
    }

    String next() {
      return (String) take();
    }

    byte[] nextBytes() {
      return (byte[]) take();
    }

    private Object take() {
      try {
        return heard.poll(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      var part = new byte[data.remaining()];
      data.get(part);
      bytes.writeBytes(part);
      if (last) {
        heard.add(bytes.toByteArray());
        bytes.reset();
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
      heard.add("pong frame " + UTF_8.decode(message));
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed.complete(status);
      return null;
    }
  }
}
