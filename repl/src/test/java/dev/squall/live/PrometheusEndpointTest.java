package dev.squall.live;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.optional;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.start;
import static dev.squall.Squall.status;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.squall.run.Run;
import dev.squall.stats.Results;
import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_36_2.Metrics.MetricFamily;
import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_36_2.Metrics.MetricType;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is scraped from a real run of twenty iterations against a server that counts. */
class PrometheusEndpointTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ODD = "a \"b\" \\ </script>";

  private static KnownServer server;
  private static PrometheusEndpoint endpoint;
  private static Results results;
  private static long exchanges;
  private static long opened;
  private static String scraped;
  private static Exposition metrics;

  private static long count(String sample) {
    return Math.round(metrics.value(sample));
  }

  @BeforeAll
  static void runAndScrape() throws Exception {
    server = new KnownServer();
    endpoint = PrometheusEndpoint.open(ListenAddress.parse("0"), MetricNamespace.USUAL);
    var shop =
        scenario(
                "shop",
                get("/ok").named("ok").check(status().is(200)),
                optional(get("/missing").named("missing")),
                optional(get("/broken").named("broken")),
                optional(get("/wrong").named(ODD).check(status().is(201))),
                optional(get("http://127.0.0.1:" + freePort() + "/").named("refused")),
                optional(get("/slow").named("slow").timeout(millis(50))),
                get("/flaky").named("flaky"))
            .at(server.url());
    var run = start(shop, users(4).iterations(20));
    endpoint.show(new Snapshots(run));
    results = run.await();
    exchanges = server.requests.get();
    opened = server.connections.size();
    scraped = scrape("text/plain");
    metrics = Exposition.parse(scraped);
  }

  @AfterAll
  static void close() {
    endpoint.close();
    server.close();
    CLIENT.close();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String scrape(String accept) throws Exception {
    return CLIENT.send(asking(accept), BodyHandlers.ofString()).body();
  }

  private static HttpRequest asking(String accept) {
    return HttpRequest.newBuilder(URI.create(endpoint.url())).header("Accept", accept).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          requests_total{}                                                      | 140
          request_outcomes_total{outcome=ok}                                    | 35
          request_outcomes_total{outcome=failed}                                | 105
          request_outcomes_total{outcome=interrupted}                           | 0
          requests_status_codes_total{status_code=200}                          | 55
          requests_status_codes_total{status_code=404}                          | 20
          requests_status_codes_total{status_code=500}                          | 5
          requests_status_codes_total{status_code=503}                          | 20
          requests_status_codes_total{status_code=error}                        | 40
          concurrent_requests{}                                                 | 0
          request_duration_seconds_count{}                                      | 100
          request_duration_seconds_bucket{le=+Inf}                              | 100
          request_service_seconds_count{}                                       | 100
          requests_censored_total{}                                             | 20
          request_errors_by_category_total{category=client_error}               | 20
          request_errors_by_category_total{category=server_error}               | 25
          request_errors_by_category_total{category=timeout_error}              | 20
          request_errors_by_category_total{category=network_error}              | 20
          request_errors_by_category_total{category=check_failed}               | 20
          request_errors_by_category_total{category=tls_error}                  | 0
          request_errors_by_category_total{category=other_error}                | 0
          request_errors_by_category_total{category=script_error}               | 0
          scenario_executions_total{scenario=shop, status=success}              | 15
          scenario_executions_total{scenario=shop, status=failed}               | 5
          scenario_executions_total{scenario=shop, status=abandoned}            | 0
          scenario_executions_total{scenario=shop, status=interrupted}          | 0
          scenario_duration_seconds_count{scenario=shop}                        | 15
          scenario_steps_total{scenario=shop, status=success, step=ok}          | 20
          scenario_steps_total{scenario=shop, status=failed, step=ok}           | 0
          scenario_steps_total{scenario=shop, status=success, step=flaky}       | 15
          scenario_steps_total{scenario=shop, status=failed, step=flaky}        | 5
          scenario_steps_total{scenario=shop, status=failed, step=slow}         | 20
          scenario_steps_total{scenario=shop, status=interrupted, step=slow}    | 0
          scenario_steps_total{scenario=shop, status=failed, step=a \\"b\\" \\\\ </script>} | 20
          scenario_step_duration_seconds_count{scenario=shop, step=ok}          | 20
          scenario_step_duration_seconds_count{scenario=shop, step=refused}     | 0
          scenario_step_duration_seconds_count{scenario=shop, step=slow}        | 0
          scenario_step_status_codes_total{scenario=shop, status_code=200, step=ok}      | 20
          scenario_step_status_codes_total{scenario=shop, status_code=404, step=missing} | 20
          scenario_step_status_codes_total{scenario=shop, status_code=500, step=flaky}   | 5
          scenario_step_status_codes_total{scenario=shop, status_code=error, step=slow}  | 20
          scenario_assertions_total{result=passed, scenario=shop, step=ok}      | 20
          scenario_assertions_total{result=failed, scenario=shop, step=ok}      | 0
          scenario_assertions_total{result=failed, scenario=shop, step=a \\"b\\" \\\\ </script>} | 20
          concurrent_scenarios{}                                                | 0
          scenario_requests_total{scenario=shop}                                | 140
          iterations_scheduled_total{}                                          | 20
          iterations_started_total{}                                            | 20
          iterations_dropped_total{}                                            | 0
          connection_pool_max_idle_per_host{}                                   | 32
          connection_pool_idle_timeout_seconds{}                                | 90
          connections_failed_total{}                                            | 20
          connections_active{}                                                  | 0
          redirects_followed_total{}                                            | 0
          retries_total{}                                                       | 0
          run_verdict{verdict=running}                                          | 0
          """)
  void everyNameHasItsValue(String sample, double value) {
    assertThat(metrics.value("squall_" + sample)).isEqualTo(value);
  }

  @Test
  void connectionsAreTheOnesThatTheServerSaw() {
    assertThat(exchanges).isEqualTo(120);
    assertThat(count("squall_requests_sent_total{}")).isEqualTo(exchanges);
    assertThat(count("squall_connection_pool_requests_total{}")).isEqualTo(exchanges);
    assertThat(count("squall_connection_pool_likely_new_total{}")).isEqualTo(opened);
    assertThat(count("squall_connection_pool_likely_reused_total{}")).isEqualTo(exchanges - opened);
    assertThat(metrics.value("squall_connection_pool_reuse_rate_percent{}"))
        .isCloseTo(100.0 * (exchanges - opened) / exchanges, within(1e-9));
  }

  @Test
  void whatIsMeasuredIsWhatTheResultsSay() {
    var totals = results.totals();
    assertThat(metrics.value("squall_scenario_throughput_rps{scenario=shop}"))
        .isEqualTo(results.scenarios().getFirst().requestsPerSecond())
        .isCloseTo(140 / totals.elapsedSeconds(), within(0.1));
    assertThat(metrics.value("squall_run_elapsed_seconds{}")).isEqualTo(totals.elapsedSeconds());
    assertThat(count("squall_sent_bytes_total{}")).isEqualTo(totals.bytesSent());
    assertThat(count("squall_received_bytes_total{}")).isEqualTo(totals.bytesReceived());
    assertThat(metrics.value("squall_cpu_seconds_per_request{}"))
        .isEqualTo(results.generator().cpuMicrosPerRequest() / 1e6)
        .isPositive();
    assertThat(
            metrics.value(
                "squall_run_verdict{verdict=" + results.generator().verdict().label() + "}"))
        .isEqualTo(1);
    assertThat(
            metrics.value(
                "squall_run_info{load=20 iterations by 4 users, scenario=shop, seed="
                    + results.info().seed()
                    + "}"))
        .isEqualTo(1);
    assertThat(metrics.runIds()).hasSizeGreaterThan(100).containsOnly(RunMetrics.runId(results));
  }

  @Test
  void aPercentileAmongTheTimeOutsIsABound() {
    var slow =
        "squall_scenario_step_duration_percentile_seconds{bound=%s, percentile=p95, scenario=shop, step=%s}";

    assertThat(metrics.value(slow.formatted("at_least", "slow"))).isBetween(0.05, 1.5);
    assertThat(metrics.value(slow.formatted("exact", "ok"))).isPositive();
    assertThat(metrics.samples()).doesNotContainKey(slow.formatted("exact", "refused"));
    assertThat(
            metrics.value(
                "squall_request_duration_percentile_seconds{bound=exact, percentile=p50}"))
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0"})
  void classicBucketsAreCountedFromTheHistogram(double bound) {
    var answers = results.response().histogram();

    assertThat(count("squall_request_duration_seconds_bucket{le=" + bound + "}"))
        .isEqualTo(answers.getCountBetweenValues(0, Math.round(bound * 1e6)));
    assertThat(metrics.value("squall_request_duration_seconds_sum{}"))
        .isCloseTo(answers.getMean() * answers.getTotalCount() / 1e6, within(1e-6));
  }

  static Set<String> names() {
    return metrics.types().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNameBeginsWithTheNamespace(String name) {
    assertThat(name).startsWith("squall_");
  }

  @Test
  void theFileOfTheResultsSaysTheSame() {
    assertThat(PrometheusText.of(results)).isEqualTo(scraped);
    assertThat(PrometheusText.of(results, new MetricNamespace("shop_load")))
        .contains("\n# TYPE shop_load_requests_total counter\n")
        .doesNotContain("squall_");
  }

  @Test
  void openMetricsIsSpokenToWhoeverAsks() throws Exception {
    assertThat(scrape("application/openmetrics-text; version=1.0.0"))
        .contains("# TYPE squall_requests counter\n", "\nsquall_requests_total{run_id=")
        .endsWith("# EOF\n");
  }

  @Test
  void protobufCarriesNativeHistogramsBesideTheClassicOnes() throws Exception {
    var accept =
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";
    var families = new HashMap<String, MetricFamily>();
    try (var body = CLIENT.send(asking(accept), BodyHandlers.ofInputStream()).body()) {
      read(body, families);
    }

    assertThat(families.keySet()).containsExactlyInAnyOrderElementsOf(metrics.types().keySet());
    var requests = families.get("squall_requests_total");
    assertThat(requests.getType()).isEqualTo(MetricType.COUNTER);
    assertThat(requests.getMetric(0).getCounter().getValue()).isEqualTo(140);
    var times = families.get("squall_request_duration_seconds").getMetric(0).getHistogram();
    assertThat(times.getSampleCount()).isEqualTo(100);
    assertThat(times.getBucketCount()).isEqualTo(Distribution.BOUNDS.length);
    assertThat(times.getSchema()).isEqualTo(3);
    long sum = 0;
    long count = 0;
    for (long delta : times.getPositiveDeltaList()) {
      count += delta;
      sum += count;
    }
    assertThat(sum + times.getZeroCount()).isEqualTo(100);
  }

  private static void read(InputStream body, Map<String, MetricFamily> families)
      throws IOException {
    for (var family = MetricFamily.parseDelimitedFrom(body);
        family != null;
        family = MetricFamily.parseDelimitedFrom(body)) {
      families.put(family.getName(), family);
    }
  }

  @Test
  void aRunIsScrapedWhileItLasts() throws Exception {
    try (var watched = PrometheusEndpoint.open(ListenAddress.parse("0"), MetricNamespace.USUAL);
        var run =
            start(scenario("s", get("/ok")), users(2).during(millis(30_000)), at(server.url()))) {
      var ask = HttpRequest.newBuilder(URI.create(watched.url())).build();
      assertThat(CLIENT.send(ask, BodyHandlers.ofString()).body()).isEmpty();
      watched.show(new Snapshots(run));
      awaitRequests(run);

      var now = Exposition.parse(CLIENT.send(ask, BodyHandlers.ofString()).body());

      assertThat(now.value("squall_requests_total{}")).isPositive();
      assertThat(now.value("squall_run_verdict{verdict=running}")).isEqualTo(1);
      assertThat(now.value("squall_run_verdict{verdict=suspect}")).isZero();
      assertThat(now.value("squall_concurrent_scenarios{}")).isBetween(0.0, 2.0);
      assertThat(now.value("squall_scenario_requests_total{scenario=s}")).isPositive();
      assertThat(now.types()).doesNotContainKey("squall_cpu_seconds_per_request");
      run.stop();
      run.await();
    }
  }

  private static void awaitRequests(Run run) throws InterruptedException {
    while (run.progress().requests() == 0) {
      Thread.sleep(5);
    }
  }

  @Test
  void scrapesTogetherTakeOneSnapshot() {
    try (var run =
        start(scenario("s", get("/ok")), users(1).during(millis(30_000)), at(server.url()))) {
      var snapshots = new Snapshots(run);

      var first = snapshots.get();

      assertThat(snapshots.get()).isSameAs(first);
      run.stop();
      var last = run.await();
      assertThat(snapshots.get()).isSameAs(last);
      assertThat(snapshots.get()).isSameAs(last);
    }
  }

  @Test
  void aPortThatIsTakenIsToldAtOnce() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = ListenAddress.parse(String.valueOf(taken.getLocalPort()));

      assertThatThrownBy(() -> PrometheusEndpoint.open(address, MetricNamespace.USUAL))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void itListensOnLoopbackAlone() {
    assertThat(URI.create(endpoint.url()).getHost()).isEqualTo("127.0.0.1");
    assertThat(
            List.of(ListenAddress.parse("0.0.0.0:1").url(1), ListenAddress.parse("[::1]:1").url(1)))
        .containsExactly("http://127.0.0.1:1", "http://[0:0:0:0:0:0:0:1]:1");
  }
}
