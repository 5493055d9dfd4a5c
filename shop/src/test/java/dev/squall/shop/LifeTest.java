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
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    for (var i = 0; i < 50 && threadsOfShops() > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(threadsOfShops()).isZero();
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
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void theFirstAnswerComesWithinHalfASecond() {
    // Once for the classes: the promise is for a JVM that runs already.
    startAndAsk();

    assertThat(startAndAsk()).isLessThan(Duration.ofMillis(500));
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

  private static Duration startAndAsk() {
    var started = System.nanoTime();
    try (var shop = PracticeShop.start();
        var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
      socket.getInputStream().readAllBytes();
      return Duration.ofNanos(System.nanoTime() - started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long threadsOfShops() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("practice-shop"))
        .count();
  }
}
