package dev.squall.bench;

import static dev.squall.Squall.at;
import static dev.squall.Squall.code;
import static dev.squall.Squall.get;
import static dev.squall.Squall.header;
import static dev.squall.Squall.jsonPath;
import static dev.squall.Squall.once;
import static dev.squall.Squall.pause;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.start;
import static dev.squall.Squall.status;

import dev.squall.plan.Option;
import dev.squall.sample.Event;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether our service time is the server's, where the server's distribution is known.
 *
 * <p>A shop in a process of its own makes each request wait by a seeded lognormal, median 60 ms,
 * p99 300 ms, and says with each answer in {@code X-Service-Time-Us} how long it took, from the end
 * of the request's head to the start of the answer. Our service time runs from the first byte
 * written to the last byte read, so it contains the server's and is longer by two ways over
 * loopback and the wake-ups on both sides.
 *
 * <p>Requests are paired by the iteration's index: what a listener hears of them with what a code
 * step reads from the header. So a difference is one request's, and no sample is drawn twice: the
 * percentiles of both sides belong to the same {@value #COUNT} requests, and differ by no chance.
 *
 * <p>It passes where p50, p90 and p99 of our service times are within 2 % of the server's, by the
 * headers and by the shop's own histogram; every request is ok, paired, and counted by the shop;
 * and no request took less time for us than for the server.
 */
public final class DistributionCheck {
  private static final int RATE = 100;
  private static final int SECONDS = 60;
  private static final int COUNT = RATE * SECONDS;
  private static final String LATENCY = "lognormal:60ms,300ms";
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0);
  private static final double BOUND = 0.02;

  /** Both sides cut their times to whole microseconds. */
  private static final double ROUNDING_MS = 0.001;

  private final Map<Long, Double> ours = new ConcurrentHashMap<>();
  private final Map<Long, Double> theirs = new ConcurrentHashMap<>();
  private final Option shop;

  private DistributionCheck(Option shop) {
    this.shop = shop;
  }

  /** Takes the number of rounds; ends with 1 when one is out of bounds. */
  public static void main(String[] args) {
    boolean passed = true;
    for (int round = 0; round < Integer.parseInt(args[0]); round++) {
      try (var process = ShopProcess.start(round, LATENCY)) {
        passed &= new DistributionCheck(at(process.url())).holds(round);
      }
    }
    System.exit(passed ? 0 : 1);
  }

  private boolean holds(int seed) {
    // Another route, so that the truth about the first one is about what is measured.
    start(scenario("warm up", get("/status")), perSecond(RATE).during(seconds(5)), shop).await();
    var paired =
        scenario(
                "paired",
                get("/health").check(status().is(200)).extract("us", header("X-Service-Time-Us")),
                code("pair", user -> theirs.put(user.iteration(), millis(user.get("us")))))
            // Before T0, so that whoever listens hears of the first request too.
            .setup(pause(seconds(0.5)));
    Results results;
    long skipped;
    try (var run = start(paired, perSecond(RATE).during(seconds(SECONDS)), shop)) {
      run.onEvent(this::hear);
      results = run.await();
      skipped = run.skippedEvents();
    }
    return judge(seed, results, skipped);
  }

  private void hear(Event event) {
    switch (event) {
      case Event.RequestDone done -> ours.put(done.iteration(), done.latencyMs());
      case Event.UserStarted _, Event.IterationStarted _, Event.UserDone _ -> {}
    }
  }

  private static double millis(String micros) {
    return Long.parseLong(micros) / 1000.0;
  }

  private boolean judge(int seed, Results results, long skipped) {
    var pairs = ours.keySet().stream().filter(theirs::containsKey).toList();
    var truth = truth();
    System.out.printf(
        Locale.ROOT,
        "%n%s, seed %d: %d ok of %d, %d by the shop, %d paired, %d events skipped, run %s %s%n",
        LATENCY,
        seed,
        results.totals().ok(),
        COUNT,
        truth.count(),
        pairs.size(),
        skipped,
        results.generator().verdict().name().toLowerCase(Locale.ROOT),
        results.generator().reasons());
    boolean complete =
        results.totals().ok() == COUNT && truth.count() == COUNT && pairs.size() == COUNT;
    boolean near = compare(results.service(), sorted(theirs.values()), truth);
    return compare(pairs) && near && complete && skipped == 0;
  }

  private static boolean compare(Latencies service, double[] headers, RouteTruth truth) {
    row("", "ours ms", "headers ms", "truth ms", "to headers", "to truth", "");
    boolean near = true;
    for (int i = 0; i < PERCENTILES.size(); i++) {
      double percentile = PERCENTILES.get(i);
      double measured = Known.ms(service.percentile(percentile));
      double said = quantile(headers, percentile);
      double counted = truth.percentilesMs().get(i);
      double toHeaders = measured / said - 1;
      double toTruth = measured / counted - 1;
      boolean holds = Math.abs(toHeaders) <= BOUND && Math.abs(toTruth) <= BOUND;
      near &= holds;
      row(
          name(percentile),
          number(measured),
          number(said),
          number(counted),
          percent(toHeaders),
          percent(toTruth),
          holds ? "ok" : "FAILED");
    }
    return near;
  }

  /** Shows how much longer we took than the shop, request by request. */
  private boolean compare(List<Long> pairs) {
    var longer =
        sorted(
            pairs.stream()
                .map(i ->
                    Objects.requireNonNull(ours.get(i)) - Objects.requireNonNull(theirs.get(i)))
                .toList());
    boolean causal = quantile(longer, 0) >= -ROUNDING_MS;
    System.out.printf(
        Locale.ROOT,
        "  ours - header, paired, ms: min %.3f  p10 %.3f  p50 %.3f  p90 %.3f  p99 %.3f  p99.9 %.3f"
            + "  max %.3f  %s%n",
        quantile(longer, 0),
        quantile(longer, 10),
        quantile(longer, 50),
        quantile(longer, 90),
        quantile(longer, 99),
        quantile(longer, 99.9),
        quantile(longer, 100),
        causal ? "ok" : "FAILED");
    return causal;
  }

  /** What the shop itself measured on the route, the percentiles in milliseconds. */
  private record RouteTruth(long count, List<Double> percentilesMs) {}

  private RouteTruth truth() {
    var route = "$.routes['GET /health'].service_time_us.";
    var asked = get("/practice/truth").extract("count", jsonPath(route + "count"));
    for (double percentile : PERCENTILES) {
      var name = name(percentile);
      asked = asked.extract(name, jsonPath(route + name));
    }
    var found = once(scenario("truth", asked), shop).variables();
    return new RouteTruth(
        Long.parseLong(found.get("count")),
        PERCENTILES.stream()
            .map(percentile -> millis(Objects.requireNonNull(found.get(name(percentile)))))
            .toList());
  }

  private static String name(double percentile) {
    return "p%.0f".formatted(percentile);
  }

  private static double[] sorted(Collection<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** The smallest time that so many of a hundred stay within. */
  private static double quantile(double[] ascending, double percentile) {
    int rank = (int) Math.ceil(percentile / 100 * ascending.length);
    return ascending.length == 0 ? Double.NaN : ascending[Math.max(0, rank - 1)];
  }

  private static void row(String... cells) {
    System.out.printf("  %-6s %10s %10s %10s %10s %10s %8s%n", (Object[]) cells);
  }

  private static String number(double ms) {
    return String.format(Locale.ROOT, "%.2f", ms);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%+.2f %%", part * 100);
  }
}
