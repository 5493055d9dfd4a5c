package dev.squall.shop.behaviour;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The present faults of one route, and what carries them out. */
public final class RouteConduct {

  private final Draws draws;
  private final Workers workers;
  // Null where nothing goes wrong: a request then learns it with one look.
  private volatile @Nullable Faults faults;

  RouteConduct(long seed, String route, Executor executor, Time time) {
    draws = new Draws(seed, route);
    workers = new Workers(executor, time);
  }

  void faults(Faults other) {
    faults = other.isNothing() ? null : other;
    workers.limit(other.workers());
  }

  /** Those that only this route has, besides the shop's. */
  public Workers workers() {
    return workers;
  }

  /**
   * What a request of this route meets: the same for the same number, whatever came before.
   *
   * @param number of the request among all that came to this route
   */
  public Fate fate(long number) {
    var present = faults;
    if (present == null) {
      return Fate.GOOD;
    }
    return new Fate(
        draws.latencyNanos(present.latency(), number),
        draws.isReset(present.resets(), number),
        draws.isError(present.errors(), number) ? present.errors().status() : 0,
        present.bandwidth());
  }

  /**
   * What one request meets.
   *
   * @param latencyNanos the wait before it is worked on
   * @param isReset whether its connection is reset after that wait
   * @param errorStatus the status of the error it is answered with, or 0
   * @param bandwidth how fast the body of its answer is sent
   */
  public record Fate(long latencyNanos, boolean isReset, int errorStatus, Bandwidth bandwidth) {

    static final Fate GOOD = new Fate(0, false, 0, Bandwidth.UNLIMITED);
  }
}
