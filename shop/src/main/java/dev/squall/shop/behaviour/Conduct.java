package dev.squall.shop.behaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** The present behaviour of one shop, and what carries it out. */
public final class Conduct implements AutoCloseable {

  /** A freeze is a lesson, not an outage. */
  static final Duration LONGEST_FREEZE = Duration.ofMinutes(10);

  private final long seed;
  private final Executor executor;
  private final Time time;
  private final Gate gate;
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
    this(seed, executor, new MachineTime());
  }

  Conduct(long seed, Executor executor, Time time) {
    this.seed = seed;
    this.executor = executor;
    this.time = time;
    gate = new Gate(time);
    workers = new Workers(executor, time);
  }

  /**
   * The conduct of a route, by its name in the truth. All routes are known before the first
   * request.
   */
  public RouteConduct of(String route) {
    return routes.computeIfAbsent(route, this::good);
  }

  /** The conduct of a route that never misbehaves, and of which no behaviour can speak. */
  public RouteConduct exempt(String route) {
    return good(route);
  }

  /** The routes of which a behaviour can speak. */
  public Set<String> routes() {
    return Set.copyOf(routes.keySet());
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
  public void behave(Behaviour other) {
    behave(present -> other);
  }

  /**
   * Makes another behaviour of the present one, for requests from now on.
   *
   * @throws IllegalArgumentException when it names a route that does not exist; nothing is changed
   */
  public synchronized void behave(UnaryOperator<Behaviour> change) {
    var other = change.apply(behaviour);
    var unknown = new ArrayList<String>();
    for (var name : other.routes().keySet()) {
      if (!routes.containsKey(name)) {
        unknown.add(RouteNames.unknown(name, routes.keySet()));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", unknown));
    }
    behaviour = other;
    workers.limit(other.everywhere().workers());
    routes.forEach((name, route) -> route.faults(other.of(name)));
  }

  /** From now on nothing goes wrong, and a freeze under way has ended. */
  public void recover() {
    behave(Behaviour.GOOD);
    gate.thaw();
  }

  /**
   * From now on for this long nothing is answered and no work begun.
   *
   * @throws IllegalArgumentException when not between 0 and 10 minutes
   */
  public void freeze(Duration length) {
    requireFreeze(length);
    gate.freeze(length);
  }

  /** Closed while the shop is frozen. */
  public Gate gate() {
    return gate;
  }

  /** Those of the shop as a whole. */
  public Workers workers() {
    return workers;
  }

  /** The course of a request, which begins when it is told to. */
  public Course course() {
    return new Course(time, gate);
  }

  @Override
  public void close() {
    time.close();
  }

  static Duration requireFreeze(Duration length) {
    TimeWords.requireWithin("a freeze", length, Duration.ZERO, LONGEST_FREEZE);
    return length;
  }

  private RouteConduct good(String route) {
    return new RouteConduct(seed, route, executor, time);
  }
}
