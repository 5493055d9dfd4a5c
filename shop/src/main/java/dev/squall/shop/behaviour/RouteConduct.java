package dev.squall.shop.behaviour;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The present faults of one route, and what carries them out. */
public final class RouteConduct {

  private final Draws draws;
  private final Workers workers;
  private final AtomicLong numbers = new AtomicLong();
  // Null where nothing goes wrong: a request then learns it with one look.
  private volatile @Nullable Faults faults;

  RouteConduct(long seed, String route, Executor executor) {
    draws = new Draws(seed, route);
    workers = new Workers(executor);
  }

  void faults(Faults other) {
    faults = other.workers(0).equals(Faults.NONE) ? null : other;
    workers.limit(other.workers());
  }

  /** Those that only this route has, besides the shop's. */
  public Workers workers() {
    return workers;
  }

  /** What the next request of this route meets. */
  public Fate next() {
    var present = faults;
    if (present == null) {
      return Fate.GOOD;
    }
    var number = numbers.getAndIncrement();
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
