package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Share;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest extends FreshShopTest {

  private static final String COUNT = "http_request_duration_seconds_count";
  private static final String SUM = "http_request_duration_seconds_sum";
  private static final String BUCKET = "http_request_duration_seconds_bucket";

  private static final List<String> BOUNDS =
      List.of(
          "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5",
          "5.0", "10.0", "+Inf");

  @Test
  void aShopThatNobodyAskedYetSaysHowLongItIsUp() {
    var answer = client.get("/metrics");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    var metrics = PrometheusText.read(answer.text());
    assertThat(metrics.value("shop_uptime_seconds")).isBetween(0.0, 600.0);
    assertThat(metrics.types())
        .containsEntry("shop_uptime_seconds", "gauge")
        .containsEntry("http_request_duration_seconds", "histogram")
        .containsEntry("http_resets_total", "counter");
  }

  @Test
  void requestsAreCountedByMethodTemplateAndStatus() {
    client.get("/products/prod-1");
    client.get("/products/prod-2");
    client.get("/products/none");
    client.send("HEAD", "/products/prod-1", "");
    client.post("/status", "");
    client.get("/nowhere");

    var metrics = read();
    assertThat(metrics.types()).containsEntry("http_requests_total", "counter");
    assertThat(requests(metrics, "GET", "/products/{id}", "200")).isEqualTo(2);
    assertThat(requests(metrics, "GET", "/products/{id}", "404")).isEqualTo(1);
    assertThat(requests(metrics, "HEAD", "/products/{id}", "200")).isEqualTo(1);
    assertThat(requests(metrics, "POST", "/status", "200")).isEqualTo(1);
    assertThat(requests(metrics, "any", "unmatched", "404")).isEqualTo(1);
    assertThat(requests(read(), "GET", "/metrics", "200")).isEqualTo(1);
  }

  @Test
  void noRawPathIsEverShown() {
    client.get("/products/prod-1?search=secret");
    client.get("/secret/path");
    client.get("/practice/truth");

    assertThat(client.get("/metrics").text()).doesNotContain("prod-1", "secret", "practice");
  }

  @Test
  void theBucketsHoldTheServiceTimesThatTheAnswersCarried() {
    var seconds = new ArrayList<Double>();
    for (var millis : List.of(0, 1, 3, 7, 15, 30, 60, 120, 300)) {
      var micros = client.get("/delay/" + millis).header("x-service-time-us");
      seconds.add(Long.parseLong(micros) / 1e6);
    }

    var metrics = read();
    for (var bound : BOUNDS) {
      var le = Double.parseDouble(bound.replace("+Inf", "Infinity"));
      // Three significant digits: what is nearer to the bound than that may be on either side.
      assertThat(metrics.value(BUCKET, "method", "GET", "path", "/delay/{ms}", "le", bound))
          .as(bound)
          .isBetween(
              (double) seconds.stream().filter(s -> s <= le * 0.999).count(),
              (double) seconds.stream().filter(s -> s <= le * 1.001).count());
    }
    var sum = seconds.stream().mapToDouble(s -> s).sum();
    assertThat(metrics.value(SUM, "method", "GET", "path", "/delay/{ms}"))
        .isCloseTo(sum, offset(sum / 500));
  }

  @Test
  void everyHistogramIsCumulativeAndCountsWhatTheStatusesCount() {
    for (var path :
        List.of("/health", "/health", "/nowhere", "/cart", "/error/503", "/error/404")) {
      client.get(path);
    }
    var metrics = read();

    var counts = named(metrics, COUNT);
    assertThat(counts).hasSize(5); // of the routes asked, and of /metrics itself
    counts.forEach((labels, count) -> {
      var before = 0.0;
      for (var bound : BOUNDS) {
        var now =
            metrics.value(
                BUCKET, "method", labels.get("method"), "path", labels.get("path"), "le", bound);
        assertThat(now).isGreaterThanOrEqualTo(before);
        before = now;
      }
      assertThat(before).isEqualTo(count);
      var byStatus =
          named(metrics, "http_requests_total").entrySet().stream()
              .filter(e -> e.getKey().entrySet().containsAll(labels.entrySet()))
              .mapToDouble(Map.Entry::getValue)
              .sum();
      assertThat(byStatus).isEqualTo(count);
    });
    assertThat(named(metrics, BUCKET)).hasSize(counts.size() * BOUNDS.size());
  }

  @Test
  void resetsAreCounted() {
    shop.behave(Behaviour.GOOD.on("GET /health", faults -> faults.resets(Share.parse("100%"))));
    assertThatThrownBy(() -> client.get("/health")).isInstanceOf(UncheckedIOException.class);

    var metrics = read();
    // The JDK's client asks once more where a kept connection breaks.
    assertThat(metrics.value("http_resets_total", "method", "GET", "path", "/health"))
        .isEqualTo((double) shop.truth().routes().get("GET /health").resets())
        .isPositive();
    assertThat(metrics.value(COUNT, "method", "GET", "path", "/health")).isZero();
    assertThat(metrics.value("http_resets_total", "method", "GET", "path", "/metrics")).isZero();
  }

  @Test
  void aHeadHasNoBody() {
    var answer = client.send("HEAD", "/metrics", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void countersOnlyEverGrow() {
    client.get("/health");
    var before = read();
    client.get("/delay/2");
    client.get("/health");
    var after = read();

    Stream.of("http_requests_total", "http_resets_total", COUNT, SUM, BUCKET)
        .forEach(name ->
            named(before, name)
                .forEach((labels, value) ->
                    assertThat(named(after, name).get(labels)).isGreaterThanOrEqualTo(value)));
    assertThat(requests(after, "GET", "/health", "200")).isEqualTo(2);
  }

  private PrometheusText read() {
    return PrometheusText.read(client.get("/metrics").text());
  }

  private static double requests(
      PrometheusText metrics, String method, String path, String status) {
    return metrics.value("http_requests_total", "method", method, "path", path, "status", status);
  }

  private static Map<Map<String, String>, Double> named(PrometheusText metrics, String name) {
    var found = new LinkedHashMap<Map<String, String>, Double>();
    metrics
        .samples()
        .forEach((series, value) -> {
          if (series.name().equals(name)) {
            found.put(series.labels(), value);
          }
        });
    return found;
  }
}
