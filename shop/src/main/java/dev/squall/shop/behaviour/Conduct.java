package dev.squall.shop.behaviour;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** The present behaviour of one shop, and what carries it out. */
public final class Conduct implements AutoCloseable {

  /** A freeze is a lesson, not an outage. */
  static final Duration LONGEST_FREEZE = Duration.ofMinutes(10);

  private final long seed;
  private final Executor executor;
  private final Timers timers = new Timers();
  private final Gate gate = new Gate(timers);
  private final Workers workers;
  private final Map<String, RouteConduct> routes = new HashMap<>();
  private volatile Behaviour behaviour = Behaviour.GOOD;

  /**
   * A shop that behaves well.
   *
   * @param seed decides everything that is drawn
   * @param executor runs requests that had to wait for a worker
   */
  public Conduct(long seed, Executor executor) {
    this.seed = seed;
    this.executor = executor;
    workers = new Workers(executor);
  }

  /**
   * The conduct of a route, by its name in the truth. All routes are known before the first
   * request.
   */
  public RouteConduct of(String route) {
    return routes.computeIfAbsent(route, name -> new RouteConduct(seed, name, executor));
  }

  /** The present behaviour. */
  public Behaviour behaviour() {
    return behaviour;
  }

  /**
   * Changes it for requests from now on.
   *
   * @throws IllegalArgumentException when it names a route that does not exist; nothing is changed
   */
  public synchronized void behave(Behaviour other) {
    for (var name : other.routes().keySet()) {
      if (!routes.containsKey(name)) {
        throw new IllegalArgumentException("there is no route '" + name + "'");
      }
    }
    behaviour = other;
    workers.limit(other.everywhere().workers());
    routes.forEach((name, route) -> route.faults(other.of(name)));
  }

  /**
   * From now on for this long nothing is answered and no work begun.
   *
   * @throws IllegalArgumentException when not between 0 and 10 minutes
   */
  public void freeze(Duration time) {
    TimeWords.requireWithin("a freeze", time, Duration.ZERO, LONGEST_FREEZE);
    gate.freeze(time);
  }

  /** Closed while the shop is frozen. */
  public Gate gate() {
    return gate;
  }

  /** Those of the shop as a whole. */
  public Workers workers() {
    return workers;
  }

  /** Runs the work at that {@link System#nanoTime}, at once where it has passed. */
  public void at(long due, Runnable work) {
    var wait = due - System.nanoTime();
    if (wait <= 0) {
      work.run();
    } else {
      timers.after(wait, work);
    }
  }

  @Override
  public void close() {
    timers.close();
  }
}
