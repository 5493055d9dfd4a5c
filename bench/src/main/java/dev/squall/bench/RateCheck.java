package dev.squall.bench;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.run;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.status;

import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Squall's turn in {@code bench/rate}: an open load at a constant rate, after one to warm up.
 *
 * <p>Prints the verdict and then lines of {@code name value…}: {@code before N}, the requests of
 * the warm-up; {@code requests SCHEDULED OK SECONDS}; and {@code late}, {@code response} and {@code
 * service}, each with its percentiles in milliseconds, the maximum last.
 */
public final class RateCheck {
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

  private RateCheck() {}

  /** Arguments: base URL, path, arrivals a second, seconds to warm up, seconds to measure. */
  public static void main(String[] args) {
    var plain = scenario("plain", get(args[1]).check(status().is(200)));
    var rate = perSecond(Double.parseDouble(args[2]));
    var warmUp = run(plain, rate.during(seconds(Double.parseDouble(args[3]))), at(args[0]));
    var results = run(plain, rate.during(seconds(Double.parseDouble(args[4]))), at(args[0]));
    if (results.totals().failed() > 0) {
      System.err.println(results.errors());
      System.exit(1);
    }
    print(warmUp, results);
  }

  private static void print(Results warmUp, Results results) {
    var generator = results.generator();
    var totals = results.totals();
    System.out.printf(
        Locale.ROOT,
        "%s %s, up to %d users at once, %.1f us of CPU per request%n",
        generator.verdict().name().toLowerCase(Locale.ROOT),
        generator.reasons(),
        results.pool().mostBusy(),
        generator.cpuMicrosPerRequest());
    System.out.printf("before %d%n", warmUp.totals().sent());
    System.out.printf(
        Locale.ROOT,
        "requests %d %d %.3f%n",
        totals.iterations().scheduled(),
        totals.ok(),
        totals.elapsedSeconds());
    print("late", generator.lateStart());
    print("response", results.response());
    print("service", results.service());
  }

  private static void print(String name, Latencies times) {
    var figures =
        PERCENTILES.stream()
            .map(p -> String.format(Locale.ROOT, "%.3f", Known.ms(times.percentile(p))))
            .collect(Collectors.joining(" "));
    System.out.println(name + " " + figures);
  }
}
