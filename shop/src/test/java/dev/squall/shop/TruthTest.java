package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TruthTest extends FreshShopTest {

  @Test
  void everyRequestIsCountedOnceButThoseOfThePractice() {
    client.get("/health");
    client.get("/products/prod-1");
    client.get("/products/prod-2");
    client.get("/products/none");
    client.get("/nowhere");
    client.get("/cart");
    client.get("/practice/truth");
    client.put("/practice/behaviour", "{}");

    assertThat(shop.requests()).isEqualTo(6);
    var truth = client.get("/practice/truth").json();
    assertThat(truth.path("requests").asLong()).isEqualTo(6);
    assertThat(truth.path("routes").fieldNames())
        .toIterable()
        .containsExactly("GET /cart", "GET /health", "GET /products/{id}", "unmatched");
    assertThat(truth.at("/routes/GET ~1products~1{id}/requests").asLong()).isEqualTo(3);
  }

  @Test
  void requestsThatNoRouteSeesAreCountedToo() {
    client.send("GET", "/health", "", "X-Long", "a".repeat(9_000));

    assertThat(shop.requests()).isEqualTo(1);
    assertThat(shop.truth().routes()).containsOnlyKeys("unmatched");
    assertThat(shop.truth().routes().get("unmatched").statuses()).containsOnlyKeys(431);
  }

  @Test
  void failuresOfARouteAreCountedThereAndNotAmongTheUnmatched() throws Exception {
    raw("POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    raw("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n");
    raw("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{");
    raw("NONSENSE\r\n\r\n");

    var routes = shop.truth().routes();
    assertThat(routes).containsOnlyKeys("POST /auth/login", "unmatched");
    assertThat(routes.get("POST /auth/login").statuses().keySet()).contains(400, 413);
    assertThat(routes.get("POST /auth/login").requests()).isEqualTo(3);
    assertThat(routes.get("unmatched").requests()).isOne();
    assertThat(routes.values())
        .allSatisfy(truth ->
            assertThat(truth.statuses().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(truth.requests()));
  }

  @Test
  void theHistogramHoldsTheServiceTimesThatTheAnswersCarried() throws Exception {
    var largest = 0L;
    for (var i = 0; i < 20; i++) {
      largest =
          Math.max(largest, Long.parseLong(client.get("/delay/" + i).header("x-service-time-us")));
    }

    var times =
        client.get("/practice/truth").json().at("/routes/GET ~1delay~1{ms}/service_time_us");
    var bytes = Base64.getDecoder().decode(times.path("histogram").asText());
    var histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);

    assertThat(histogram.getTotalCount()).isEqualTo(20).isEqualTo(times.path("count").asLong());
    assertThat(histogram.valuesAreEquivalent(histogram.getMaxValue(), largest)).isTrue();
    assertThat(histogram.getValueAtPercentile(50)).isEqualTo(times.path("p50").asLong());
    assertThat(times.path("p50").asLong()).isGreaterThanOrEqualTo(9_000L);
  }

  @Test
  void theCountIsExactUnder64ConcurrentClients() throws Exception {
    var clients = 64L;
    var each = 200;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < clients; i++) {
        var path = i % 2 == 0 ? "/health" : "/products?limit=1";
        var _ = threads.submit(() -> sendMany(path, each));
      }
    }

    assertThat(shop.requests()).isEqualTo(clients * each);
    var truth = shop.truth();
    assertThat(truth.routes().get("GET /health").requests()).isEqualTo(clients * each / 2);
    assertThat(truth.routes().get("GET /products").serviceTimes().getTotalCount())
        .isEqualTo(clients * each / 2);
  }

  private void raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      var _ = socket.getInputStream().readAllBytes();
    }
  }

  /** Requests on one kept connection, the last of which closes it. */
  private int sendMany(String path, int times) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      var out = socket.getOutputStream();
      for (var i = 1; i <= times; i++) {
        var connection = i == times ? "Connection: close\r\n" : "";
        out.write(
            ("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + connection + "\r\n").getBytes(UTF_8));
      }
      return socket.getInputStream().readAllBytes().length;
    }
  }
}
