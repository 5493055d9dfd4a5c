package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Errors;
import dev.squall.shop.behaviour.Latency;
import dev.squall.shop.behaviour.Share;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 on the plain port, which the JDK's client asks for by an upgrade. */
@Timeout(60)
class Http2Test {

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final byte[] EMPTY_SETTINGS = HexFormat.of().parseHex("000000040000000000");
  private static final int SETTINGS = 4;

  private PracticeShop shop;
  private HttpClient http;

  @BeforeEach
  void open() {
    shop = PracticeShop.start();
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
  }

  @AfterEach
  void close() {
    shop.close();
    http.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health, 200",
    "HEAD, /health, 200",
    "OPTIONS, /health, 204",
    "GET, /products?limit=100, 200",
    "GET, /products/prod-123, 200",
    "POST, /auth/login, 400",
    "GET, /cart, 401",
    "GET, /nowhere, 404",
    "GET, /error/503, 503",
    "GET, /ws/echo, 426",
  })
  void everyRouteAnswersAsInHttp11(String method, String path, int status) throws Exception {
    warmUp();
    var answer = send(method, path);

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-service-time-us")).get().asString().matches("\\d+");
    if (status >= 400) {
      assertThat(answer.body()).startsWith("{\"error\":").contains("\"detail\":");
    }
  }

  @Test
  void priorKnowledgeIsEnough() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(PREFACE.getBytes(UTF_8));
      socket.getOutputStream().write(EMPTY_SETTINGS);
      var head = socket.getInputStream().readNBytes(9);

      assertThat(head[3]).isEqualTo((byte) SETTINGS);
    }
    assertThat(shop.requests()).isZero();
  }

  @Test
  void aMalformedUpgradeIs400() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              """
              GET /health HTTP/1.1\r
              Host: a\r
              Connection: Upgrade, HTTP2-Settings\r
              Upgrade: h2c\r
              HTTP2-Settings: !!!\r
              \r
              """
                  .getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .contains("HTTP2-Settings");
    }
  }

  @Test
  void manyRequestsShareAConnectionAndEachIsCounted() throws Exception {
    warmUp();
    var started = System.nanoTime();
    var all = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (var i = 0; i < 100; i++) {
      all.add(http.sendAsync(request("GET", "/delay/200"), BodyHandlers.ofString()));
    }
    for (var one : all) {
      assertThat(one.get().statusCode()).isEqualTo(200);
    }

    // One after the other they would take 20 s.
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    assertThat(shop.truth().routes().get("GET /delay/{ms}").requests()).isEqualTo(100);
    assertThat(shop.requests()).isEqualTo(101);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /products?search=, 9000, 0, 414",
    "GET, /products?search=, 8300, 0, 414",
    "GET, /health?a=, 0, 9000, 431",
    "GET, /health?a=, 5000, 4000, 431",
    "GET, /health?a=, 3500, 3500, 200",
  })
  void theLimitsAreThoseOfHttp11(String method, String path, int url, int header, int status)
      throws Exception {
    warmUp();
    var request =
        HttpRequest.newBuilder(shop.url().resolve(path + "a".repeat(url)))
            .method(method, BodyPublishers.noBody())
            .header("X-Long", "a".repeat(header))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status != 200) {
      var detail = new JsonMapper().readTree(answer.body()).path("detail").asText();
      assertThat(detail).contains("8192 bytes");
      assertThat(shop.truth().routes().get("unmatched").statuses()).containsEntry(status, 1L);
    }
    assertThat(shop.requests()).isEqualTo(2);
  }

  @Test
  void aBodyThatIsTooLongIs413() throws Exception {
    warmUp();
    var request =
        HttpRequest.newBuilder(shop.url().resolve("/auth/login"))
            .POST(BodyPublishers.ofString("a".repeat((1 << 20) + 1)))
            .build();

    // The answer is 413; the reset that ends the sending of the body may overtake it in the client.
    try {
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("RST_STREAM");
    }
    assertThat(shop.truth().routes().get("POST /auth/login").statuses()).containsOnlyKeys(413);
    assertThat(send("GET", "/health").statusCode()).isEqualTo(200);
  }

  @Test
  void theShopMisbehavesAsInHttp11() throws Exception {
    warmUp();
    shop.behave(Behaviour.GOOD.latency(Latency.parse("fixed:50ms")));
    assertThat(micros(send("GET", "/health"))).isGreaterThanOrEqualTo(50_000);

    shop.behave(Behaviour.GOOD.errors(Errors.parse("100%:503")));
    assertThat(send("GET", "/health").statusCode()).isEqualTo(503);

    shop.behave(Behaviour.GOOD);
    shop.freeze(Duration.ofMillis(200));
    assertThat(micros(send("GET", "/health"))).isGreaterThanOrEqualTo(100_000);
  }

  @Test
  void aResetEndsTheConnectionWithAllItsStreams() throws Exception {
    warmUp();
    shop.behave(Behaviour.GOOD.on("GET /health", faults -> faults.resets(Share.parse("100%"))));
    var other = http.sendAsync(request("GET", "/delay/20000"), BodyHandlers.ofString());

    assertThatThrownBy(() -> send("GET", "/health")).isInstanceOf(IOException.class);
    assertThatThrownBy(other::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
    var health = shop.truth().routes().get("GET /health");
    assertThat(health.resets()).isEqualTo(health.requests() - 1).isPositive();
  }

  /** After it the connection speaks HTTP/2. */
  private void warmUp() throws Exception {
    assertThat(send("GET", "/health").version()).isEqualTo(HttpClient.Version.HTTP_2);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return http.send(request(method, path), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path) {
    return HttpRequest.newBuilder(shop.url().resolve(path))
        .method(method, BodyPublishers.noBody())
        .build();
  }

  private static long micros(HttpResponse<?> answer) {
    return answer.headers().firstValueAsLong("x-service-time-us").orElseThrow();
  }
}
