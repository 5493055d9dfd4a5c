package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.behaviour.Behaviour;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevNullTest extends ShopTest {

  private static final int BLOCK = 64 * 1024;
  private static final int BLOCKS = 1024;
  private static final long LONG = (long) BLOCK * BLOCKS;

  @ParameterizedTest
  @CsvSource({"POST, 0", "POST, 1", "PUT, 0", "PUT, 1000", "POST, 1048577"})
  void aBodyIsDroppedAndItsLengthSaid(String method, int length) {
    var answer = client.send(method, "/devnull", "x".repeat(length));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"dropped_bytes\":" + length + "}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLongBodyMayComeWithItsLengthOrInChunks(boolean isLengthSaid) throws Exception {
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var chunked = BodyPublishers.ofInputStream(() -> new Zeros(LONG));
      var body = isLengthSaid ? BodyPublishers.fromPublisher(chunked, LONG) : chunked;
      var request = HttpRequest.newBuilder(shop.url().resolve("/devnull")).POST(body).build();

      var answer = http.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"dropped_bytes\":67108864}");
    }
  }

  @Test
  void aBodyUnderWayIsNotKept() throws Exception {
    try (var connection = new RawConnection(shop)) {
      var block = new byte[BLOCK];
      connection.ask("POST", "/devnull", "Content-Length: " + LONG);
      connection.send(block);
      var before = Heap.used();
      for (var i = 1; i < BLOCKS - 1; i++) {
        connection.send(block);
      }

      assertThat(Heap.used() - before).isLessThan(16L * 1024 * 1024);
      connection.send(block);
      assertThat(connection.body(connection.head())).isEqualTo("{\"dropped_bytes\":67108864}");
    }
  }

  @Test
  void whoExpectsAContinueGetsIt() throws Exception {
    try (var connection = new RawConnection(shop)) {
      for (var i = 0; i < 2; i++) {
        connection.ask("POST", "/devnull", "Content-Length: 5", "Expect: 100-continue");
        assertThat(connection.head().statusLine()).isEqualTo("HTTP/1.1 100 Continue");
        connection.send("12345");
        assertThat(connection.body(connection.head())).isEqualTo("{\"dropped_bytes\":5}");
      }
    }
  }

  @Test
  void chunksOnAKeptConnectionAreCountedWithoutTheirFraming() throws Exception {
    try (var connection = new RawConnection(shop)) {
      for (var i = 0; i < 2; i++) {
        connection.ask("PUT", "/devnull", "Transfer-Encoding: chunked");
        connection.send("3\r\nabc\r\n10;ext=1\r\n0123456789abcdef\r\n0\r\nTrailer: x\r\n\r\n");
        assertThat(connection.body(connection.head())).isEqualTo("{\"dropped_bytes\":19}");
      }
    }
  }

  @Test
  void brokenChunksAre400() throws Exception {
    try (var connection = new RawConnection(shop)) {
      connection.ask("POST", "/devnull", "Transfer-Encoding: chunked");
      connection.send("3\r\nabc\r\nzz\r\n");

      assertThat(connection.head().status()).isEqualTo(400);
    }
  }

  @Test
  void whoLeavesInTheMiddleFreesTheWorker() throws Exception {
    shop.behave(Behaviour.GOOD.workers(1));
    try {
      try (var connection = new RawConnection(shop)) {
        connection.ask("POST", "/devnull", "Content-Length: 100", "Expect: 100-continue");
        assertThat(connection.head().status()).isEqualTo(100); // so it holds the only worker
        connection.send("x");
      }
      try (var connection = new RawConnection(shop)) {
        connection.ask("GET", "/health");

        assertThat(connection.head().status()).isEqualTo(200);
      }
    } finally {
      shop.behave(Behaviour.GOOD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void otherMethodsAreToldTheRightOnes(String method) {
    var answer = client.send(method, "/devnull", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail())
        .isEqualTo("there is no %s /devnull; there is POST, PUT".formatted(method));
  }

  /** That many zero bytes. */
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      var count = (int) Math.min(left, length);
      left -= count;
      return count;
    }
  }
}
