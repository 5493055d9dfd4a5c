package dev.squall.shop;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The present behaviour of one shop, and what carries it out: gate, workers, drawn latencies. */
final class Conduct implements AutoCloseable {

  /** A freeze is a lesson, not an outage. */
  static final Duration LONGEST_FREEZE = Duration.ofMinutes(10);

  private final Timers timers = new Timers();
  private final Gate gate = new Gate(timers);
  private final Workers workers;
  private final LatencyDraws draws;
  private volatile Behaviour behaviour = Behaviour.GOOD;

  Conduct(ShopOptions options, Executor executor) {
    workers = new Workers(executor);
    draws = new LatencyDraws(options.seed());
    behave(options.behaviour());
  }

  Behaviour behaviour() {
    return behaviour;
  }

  synchronized void behave(Behaviour other) {
    behaviour = other;
    workers.limit(other.workers());
  }

  void freeze(Duration time) {
    TimeWords.requireWithin("a freeze", time, Duration.ZERO, LONGEST_FREEZE);
    gate.freeze(time);
  }

  Gate gate() {
    return gate;
  }

  Workers workers() {
    return workers;
  }

  /** Goes on after the latency of the present behaviour. */
  void linger(Runnable work) {
    after(draws.nextNanos(behaviour.latency()), work);
  }

  void after(long nanos, Runnable work) {
    if (nanos == 0) {
      work.run();
    } else {
      timers.after(nanos, work);
    }
  }

  @Override
  public void close() {
    timers.close();
  }
}
