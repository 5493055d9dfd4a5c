package dev.squall.load;

import dev.squall.goal.Goal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Arrivals at a rate that a profile says, whatever the system under test does.
 *
 * @param profile iterations begun each second, over time
 * @param arrivals how they are spaced
 * @param maxUsers the most users busy at once; an arrival beyond them waits, and its waiting is
 *     response time
 * @param queue the most arrivals that wait; any more are dropped. Without it all of them wait
 * @param until the load ends as soon as one of these holds
 * @param compression what every time of the profile is divided by
 */
public record OpenLoad(
    Profile profile,
    Arrivals arrivals,
    int maxUsers,
    OptionalInt queue,
    List<Goal> until,
    double compression)
    implements Load, Shaped<OpenLoad> {

  /** The limit where none is said. */
  public static final int DEFAULT_MAX_USERS = 10_000;

  /** How arrivals are spaced. */
  public enum Arrivals {
    /** As the rate says, to the nanosecond. */
    EVEN,
    /** As those of many people who know nothing of each other: a Poisson process of that rate. */
    POISSON
  }

  public OpenLoad {
    until = List.copyOf(until);
  }

  /** Even arrivals with the usual limit on users, none on those that wait. */
  public static OpenLoad of(Profile profile) {
    return new OpenLoad(
        profile, Arrivals.EVEN, DEFAULT_MAX_USERS, OptionalInt.empty(), List.of(), 1);
  }

  /** Spaced as a Poisson process. */
  public OpenLoad poisson() {
    return new OpenLoad(profile, Arrivals.POISSON, maxUsers, queue, until, compression);
  }

  /** The same arrivals with another limit on busy users. */
  public OpenLoad maxUsers(int limit) {
    return new OpenLoad(profile, arrivals, limit, queue, until, compression);
  }

  /** With a limit on the arrivals that wait for a user; any more are dropped, and counted. */
  public OpenLoad queue(int limit) {
    return new OpenLoad(profile, arrivals, maxUsers, OptionalInt.of(limit), until, compression);
  }

  /** With another level for a time that begins so long after the start of what was said so far. */
  public OpenLoad spike(double peak, Duration at, Duration time) {
    return shaped(profile.with(new Spike(peak, at, time)));
  }

  /** Ended as soon as one of these holds. */
  public OpenLoad until(Goal... goals) {
    return new OpenLoad(profile, arrivals, maxUsers, queue, List.of(goals), compression);
  }

  /** With every time divided by this; the rates stay what they are. The last factor counts. */
  public OpenLoad compressed(double factor) {
    return new OpenLoad(profile, arrivals, maxUsers, queue, until, factor);
  }

  /** The rate over the time that it really takes, after compression. */
  public LevelCurve curve() {
    return LevelCurve.of(Compression.of(profile, compression));
  }

  /** The most iterations begun in a second. */
  public double mostPerSecond() {
    return Levels.most(profile);
  }

  /**
   * When each arrival is intended.
   *
   * @param seed of the gaps of a Poisson process
   */
  public Pacer pacer(long seed) {
    var count = new ArrivalCurve(curve());
    return switch (arrivals) {
      case EVEN -> new EvenPacer(count);
      case POISSON -> new PoissonPacer(count, seed);
    };
  }

  @Override
  public double firstLevel() {
    return Levels.atStart(profile.stages().getFirst());
  }

  @Override
  public double lastLevel() {
    return Levels.atEnd(profile.stages().getLast());
  }

  @Override
  public OpenLoad shaped(Profile other) {
    return new OpenLoad(other, arrivals, maxUsers, queue, until, compression);
  }

  @Override
  public String toString() {
    return LoadText.of(profile, LoadText::rate)
        + switch (arrivals) {
          case EVEN -> "";
          case POISSON -> ", Poisson";
        }
        + (maxUsers == DEFAULT_MAX_USERS ? "" : ", at most " + Quantity.of(maxUsers, "user"))
        + (queue.isPresent() ? ", at most " + queue.getAsInt() + " waiting" : "")
        + LoadText.ending(until, compression);
  }
}
