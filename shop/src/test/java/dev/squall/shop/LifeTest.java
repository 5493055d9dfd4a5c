package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.shop.behaviour.Latency;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifeTest {

  @Test
  void manyShopsLiveInOneJvmEachWithItsOwnState() {
    var shops = IntStream.range(0, 10).mapToObj(i -> PracticeShop.start()).toList();
    try {
      assertThat(shops.stream().map(PracticeShop::port)).doesNotHaveDuplicates();
      for (var i = 0; i < shops.size(); i++) {
        try (var client = new Client(shops.get(i))) {
          for (var n = 0; n <= i; n++) {
            assertThat(client.get("/health").status()).isEqualTo(200);
          }
        }
        assertThat(shops.get(i).requests()).isEqualTo(i + 1);
      }
    } finally {
      shops.forEach(PracticeShop::close);
    }
  }

  @Test
  void aClosedShopFreesItsPort() throws IOException {
    var shop = PracticeShop.start();
    var port = shop.port();
    try (var client = new Client(shop)) {
      client.get("/health");
    }
    shop.close();

    try (var again = PracticeShop.start(ShopOptions.defaults().port(port))) {
      assertThat(again.port()).isEqualTo(port);
      assertThat(again.url()).hasToString("http://127.0.0.1:" + port);
    }
  }

  @Test
  void aClosedShopLeavesNoThreads() throws InterruptedException {
    var shop = PracticeShop.start();
    shop.freeze(Duration.ofMillis(1));
    shop.close();

    assertThat(noThreadsOfShopsAreLeft()).isTrue();
  }

  @Test
  void aClosedShopLetsGoOfEveryKindOfConnection() throws Exception {
    var shop = PracticeShop.start(ShopOptions.defaults().tls());
    var port = shop.port();
    var tlsPort = shop.tlsUrl().getPort();
    var echo = new EndedEcho();
    var idle = new Socket(InetAddress.getLoopbackAddress(), tlsPort);
    try (var http =
        HttpClient.newBuilder().sslContext(HttpsTest.trusting(shop.certificate())).build()) {
      var plain = HttpRequest.newBuilder(shop.url().resolve("/health")).build();
      var secure = HttpRequest.newBuilder(shop.tlsUrl().resolve("/health")).build();
      var slow = HttpRequest.newBuilder(shop.tlsUrl().resolve("/delay/60000")).build();
      assertThat(http.send(plain, BodyHandlers.discarding()).version())
          .isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(http.send(secure, BodyHandlers.discarding()).version())
          .isEqualTo(HttpClient.Version.HTTP_2);
      var underWay = http.sendAsync(slow, BodyHandlers.discarding());
      var socket =
          http.newWebSocketBuilder()
              .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/echo"), echo)
              .join();
      var started = System.nanoTime();
      shop.close();

      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
      assertThat(underWay).failsWithin(Duration.ofSeconds(10));
      assertThat(echo.ended).succeedsWithin(Duration.ofSeconds(10));
      assertThat(idle.getInputStream().read()).isNegative();
      socket.abort();
    } finally {
      idle.close();
    }
    assertThat(noThreadsOfShopsAreLeft()).isTrue();
    try (var again = PracticeShop.start(ShopOptions.defaults().port(port).tlsPort(tlsPort))) {
      assertThat(again.tlsUrl()).hasToString("https://127.0.0.1:" + tlsPort);
    }
  }

  @Test
  void manyShopsSpeakTlsAtOnceEachWithItsOwnKey() {
    var shops =
        IntStream.range(0, 5)
            .mapToObj(i -> PracticeShop.start(ShopOptions.defaults().tls()))
            .toList();
    try {
      assertThat(shops.stream().map(PracticeShop::tlsUrl)).doesNotHaveDuplicates();
      assertThat(shops.stream().map(shop -> shop.certificate().getPublicKey()))
          .doesNotHaveDuplicates();
    } finally {
      shops.forEach(PracticeShop::close);
    }
  }

  @Test
  void closingAFrozenShopIsQuick() {
    var shop = PracticeShop.start();
    shop.freeze(Duration.ofMinutes(1));
    var started = System.nanoTime();
    shop.close();

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aTakenPortIsAnErrorThatNamesIt() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> PracticeShop.start(ShopOptions.defaults().port(taken.getLocalPort())))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
      var free = freePort();
      assertThatThrownBy(() ->
              PracticeShop.start(ShopOptions.defaults().port(free).tlsPort(taken.getLocalPort())))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
      PracticeShop.start(ShopOptions.defaults().port(free)).close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aPortIsWithinItsRange(int port) {
    var options = ShopOptions.defaults();

    assertThatThrownBy(() -> options.port(port)).hasMessageContaining("not " + port);
    assertThatThrownBy(() -> options.tlsPort(port)).hasMessageContaining("not " + port);
  }

  @Test
  void startingAndStoppingSaysNothing() {
    var said = new ByteArrayOutputStream();
    var out = System.out;
    var err = System.err;
    try (var to = new PrintStream(said)) {
      System.setOut(to);
      System.setErr(to);
      startAndAsk();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(said.toString(UTF_8)).isEmpty();
  }

  @Test
  void theOptionsReachTheShop() {
    var options = ShopOptions.defaults().latency(Latency.parse("fixed:30ms"));
    try (var shop = PracticeShop.start(options);
        var client = new Client(shop)) {
      assertThat(shop.behaviour().everywhere().latency())
          .isEqualTo(new Latency.Fixed(Duration.ofMillis(30)));
      assertThat(Long.parseLong(client.get("/health").header("x-service-time-us")))
          .isGreaterThanOrEqualTo(30_000);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void startAndAsk() {
    try (var shop = PracticeShop.start(ShopOptions.defaults().tls());
        var client = new Client(shop)) {
      assertThat(client.get("/health").status()).isEqualTo(200);
    }
  }

  private static boolean noThreadsOfShopsAreLeft() throws InterruptedException {
    for (var i = 0; i < 100 && threadsOfShops() > 0; i++) {
      Thread.sleep(100);
    }
    return threadsOfShops() == 0;
  }

  private static long threadsOfShops() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("practice-shop"))
        .count();
  }

  /** Completes when its connection ends, in whatever way. */
  private static final class EndedEcho implements WebSocket.Listener {

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      ended.complete(null);
      return ended;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      ended.complete(null);
    }
  }
}
