package dev.squall.bench;

import static dev.squall.Squall.get;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.start;
import static dev.squall.Squall.users;

import dev.squall.run.Run;
import dev.squall.scenario.Scenario;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Results;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether a server that stands still for five seconds shows in the percentiles as it must.
 *
 * <p>λ = 100 arrivals a second for 10 s, arrival i at tᵢ = i/λ, and from f to f + F the shop
 * answers nothing, with F = 5 s and f about 2 s. Let s be the service time. 500 arrivals find a
 * shop that works and B = λF = 500 find it frozen. The 75th percentile is the 251st slowest of the
 * 1 000, the 99th the 11th slowest.
 *
 * <p><b>Many users.</b> Each arrival is sent when it comes. The k-th in the freeze is answered
 * after it: Rₖ = (f + F − tₖ) + s, from 5 s down to 0; every other one takes Rᵢ = s. So with f in
 * the middle between two arrivals the percentiles are s, 2 495 ms + s and 4 895 ms + s. That takes
 * 500 users at once.
 *
 * <p><b>One user.</b> The first arrival in the freeze is in flight until f + F; the others wait for
 * its user, and are then served one after the other, while new ones queue behind them. The k-th of
 * the backlog ends at f + F + k·s, so that Rₖ = (f + F − tₖ) + k·s: each falls by 1/λ − s from one
 * to the next, and the percentiles become s, 2 495 ms + 251·s and 4 895 ms + 11·s. The queue is
 * empty again after the drain time D = B·s / (1 − λs), in which λD further arrivals waited too: the
 * 25th percentile is s as long as B + λD stays within 750 arrivals, up to s = 3.3 ms. That is D. V.
 * Lindley's recursion ("The theory of queues with a single server", 1952) with a constant service
 * time:
 *
 * <pre>  endᵢ = s + max(tᵢ, endᵢ₋₁), and not before f + F + s where that maximum lies in the freeze
 * </pre>
 *
 * by which both curves are computed, the first one without endᵢ₋₁.
 *
 * <p>All 1 000 must be ok. The backlog is gone before the load ends, 3 s after the freeze, where D
 * is shorter than that, s below 3.75 ms. A slower shop needs the run's grace: 800 arrivals from the
 * freeze on end by f + F + 800·s, within the usual 5 s of grace up to s = 10 ms.
 *
 * <p>s is measured: the median service time of one user who asks without a pause, which is how a
 * backlog is served, in the same process right before. f is taken on the run's clock when the shop
 * was told.
 *
 * <p>A percentile passes within 2 % of its curve or within 12 ms, whichever is larger.
 */
public final class FreezeCheck {
  private static final int RATE = 100;
  private static final int SECONDS = 10;
  private static final double FREEZE_AT_MS = 2005;
  private static final double FREEZE_MS = 5000;
  private static final double WARM_UP_FREEZE_MS = 500;
  private static final List<Double> PERCENTILES = List.of(25.0, 75.0, 99.0);
  private static final List<Integer> MAX_USERS = List.of(1, 1000);

  private final Scenario health;
  private final PracticeShop shop;
  private boolean passed = true;

  private FreezeCheck(PracticeShop shop) {
    this.shop = shop;
    this.health = scenario("health", get("/health")).at(shop.url().toString());
  }

  /** Takes the number of rounds, 1 without; ends with 1 when a percentile is out of bounds. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = args.length == 0 ? 1 : Integer.parseInt(args[0]);
    boolean passed;
    try (var shop = PracticeShop.start()) {
      var check = new FreezeCheck(shop);
      check.warmUp();
      for (int round = 0; round < rounds; round++) {
        for (int maxUsers : MAX_USERS) {
          check.freeze(maxUsers);
        }
      }
      passed = check.passed;
    }
    System.exit(passed ? 0 : 1);
  }

  /** Neither side meets its own code for the first time in what is measured. */
  private void warmUp() throws InterruptedException {
    serviceMs(3);
    for (int time = 0; time < 3; time++) {
      for (int maxUsers : MAX_USERS) {
        try (var run = start(health, perSecond(RATE).during(seconds(1)).maxUsers(maxUsers))) {
          shop.freeze(millis(WARM_UP_FREEZE_MS));
          run.await();
        }
      }
    }
  }

  /** The median service time of one user who asks without a pause. */
  private double serviceMs(double time) {
    var results = start(health, users(1).during(seconds(time))).await();
    return Known.ms(results.service().percentile(50));
  }

  private void freeze(int maxUsers) throws InterruptedException {
    double serviceMs = serviceMs(1);
    double frozenAtMs;
    Results results;
    try (var run = start(health, perSecond(RATE).during(seconds(SECONDS)).maxUsers(maxUsers))) {
      awaitTime(run, FREEZE_AT_MS);
      shop.freeze(millis(FREEZE_MS));
      frozenAtMs = run.progress().elapsedSeconds() * 1000;
      results = run.await();
    }
    System.out.println();
    System.out.printf(
        Locale.ROOT,
        "maxUsers(%d): %d of %d ok, %d users, frozen at %.1f ms, s %.3f ms, run %s %s%n",
        maxUsers,
        results.totals().ok(),
        RATE * SECONDS,
        results.users().size(),
        frozenAtMs,
        serviceMs,
        results.generator().verdict().name().toLowerCase(Locale.ROOT),
        results.generator().reasons());
    System.out.printf(
        Locale.ROOT,
        "  %-10s %12s %12s %12s %10s%n",
        "percentile",
        "measured ms",
        "expected ms",
        "difference",
        "");
    passed &= results.totals().ok() == RATE * SECONDS;
    double[] curve = curve(maxUsers == 1, frozenAtMs, serviceMs);
    for (double percentile : PERCENTILES) {
      compare(percentile, Known.ms(results.response().percentile(percentile)), curve);
    }
  }

  /** Asked more than once, because the run's clock begins anew at T0. */
  private static void awaitTime(Run run, double ms) throws InterruptedException {
    double left = ms - run.progress().elapsedSeconds() * 1000;
    while (left > 0) {
      Thread.sleep(millis(left));
      left = ms - run.progress().elapsedSeconds() * 1000;
    }
  }

  private void compare(double percentile, double measured, double[] curve) {
    double expected = curve[(int) Math.ceil(percentile / 100 * curve.length) - 1];
    double bound = Math.max(12, expected * 0.02);
    boolean holds = Math.abs(measured - expected) <= bound;
    passed &= holds;
    System.out.printf(
        Locale.ROOT,
        "  p%-9.0f %12.1f %12.1f %+12.1f %10s%n",
        percentile,
        measured,
        expected,
        measured - expected,
        holds ? "ok" : "FAILED");
  }

  /** The response times that must come, in milliseconds and ascending. */
  private static double[] curve(boolean oneUser, double frozenAtMs, double serviceMs) {
    var response = new double[RATE * SECONDS];
    double thawed = frozenAtMs + FREEZE_MS;
    double lastEnd = 0;
    for (int i = 0; i < response.length; i++) {
      double intended = i * 1000.0 / RATE;
      double begin = oneUser ? Math.max(intended, lastEnd) : intended;
      // What would be answered in the freeze, is answered after it.
      boolean frozen = begin + serviceMs > frozenAtMs && begin < thawed;
      lastEnd = (frozen ? thawed : begin) + serviceMs;
      response[i] = lastEnd - intended;
    }
    Arrays.sort(response);
    return response;
  }
}
