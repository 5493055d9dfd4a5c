package dev.squall.bench;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.pause;
import static dev.squall.Squall.run;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.status;
import static dev.squall.Squall.users;

import dev.squall.stats.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/**
 * What many users leave behind in the process that ran them: nothing.
 *
 * <p>A closed load ramps from no user to many and back; each asks the shop, which has a process of
 * its own, and pauses for three seconds. Before and after it the threads, the open descriptors and,
 * after a full collection, the heap are counted. A smaller load of the same kind, whose size does
 * not depend on this one's, runs before the first count: what a JVM loads once is no growth.
 *
 * <p>It passes when there are no more threads and descriptors than before, when the heap has grown
 * by no more than {@value #HEAP_BOUND_MB} MB, which is 400 bytes for each of 10 000 users, where a
 * user's thread alone has more, and when every request is ok.
 */
public final class RampCheck {
  private static final int WARM_UP_USERS = 200;
  private static final Duration WARM_UP = seconds(3);
  private static final double HEAP_BOUND_MB = 4;

  private RampCheck() {}

  /** Arguments: users at the top, seconds up and seconds down. Ends with 1 when out of bounds. */
  public static void main(String[] args) throws IOException {
    boolean passed;
    try (var shop = ShopProcess.start(42, "none")) {
      ramp(shop, WARM_UP_USERS, WARM_UP);
      var before = Footprint.now();
      boolean ok =
          show(ramp(shop, Integer.parseInt(args[0]), seconds(Double.parseDouble(args[1]))));
      var after = Footprint.now();
      passed = compare(before, after) && ok;
    }
    System.exit(passed ? 0 : 1);
  }

  private static Results ramp(ShopProcess shop, int most, Duration time) {
    var visit = scenario("visit", get("/health").check(status().is(200)), pause(seconds(3)));
    return run(visit, users(0).rampTo(most, time).rampTo(0, time), at(shop.url()));
  }

  private static boolean show(Results results) {
    var totals = results.totals();
    var connections = results.connections();
    int busiest =
        connections.utilisation().stream().mapToInt(moment -> moment.busyUsers()).max().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%s: %d requests, %d ok, %d failed, %d interrupted in %.1f s%n",
        results.info().load(),
        totals.requests(),
        totals.ok(),
        totals.failed(),
        totals.interrupted(),
        totals.elapsedSeconds());
    System.out.printf(
        Locale.ROOT,
        "%d users at once, %d connections opened, response p50 %.1f p99 %.1f max %.1f ms, run %s %s%n",
        busiest,
        connections.totals().opened(),
        Known.ms(results.response().percentile(50)),
        Known.ms(results.response().percentile(99)),
        Known.ms(results.response().max()),
        results.generator().verdict().name().toLowerCase(Locale.ROOT),
        results.generator().reasons());
    results.errors().forEach(System.out::println);
    return totals.failed() == 0;
  }

  private static boolean compare(Footprint before, Footprint after) {
    System.out.printf("  %-18s %10s %10s %10s%n", "", "before", "after", "");
    boolean holds = row("platform threads", before.platformThreads(), after.platformThreads(), 0);
    holds &=
        row(
            "virtual threads",
            (double) before.virtualThreads(),
            (double) after.virtualThreads(),
            0);
    holds &= row("descriptors", (double) before.descriptors(), (double) after.descriptors(), 0);
    holds &= row("heap MB", before.heapMb(), after.heapMb(), HEAP_BOUND_MB);
    return holds;
  }

  private static boolean row(String what, double before, double after, double growth) {
    boolean holds = after <= before + growth;
    System.out.printf(
        Locale.ROOT, "  %-18s %10.1f %10.1f %10s%n", what, before, after, holds ? "ok" : "FAILED");
    return holds;
  }
}
