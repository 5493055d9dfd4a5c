package dev.squall.load;

import dev.squall.goal.Goal;
import java.time.Duration;
import java.util.List;

/**
 * Users that begin an iteration as soon as their last one ended, as many as a profile says at each
 * moment.
 *
 * @param profile the users over time
 * @param until the load ends as soon as one of these holds
 * @param compression what every time of the profile is divided by
 */
public record ClosedLoad(Profile profile, List<Goal> until, double compression)
    implements Load, Shaped<ClosedLoad> {

  public ClosedLoad {
    until = List.copyOf(until);
  }

  /** As long as its profile. */
  public static ClosedLoad of(Profile profile) {
    return new ClosedLoad(profile, List.of(), 1);
  }

  /** With another level for a time that begins so long after the start of what was said so far. */
  public ClosedLoad spike(double peak, Duration at, Duration time) {
    return shaped(profile.with(new Spike(peak, at, time)));
  }

  /** Ended as soon as one of these holds. */
  public ClosedLoad until(Goal... goals) {
    return new ClosedLoad(profile, List.of(goals), compression);
  }

  /** With every time divided by this; the users stay as many. The last factor counts. */
  public ClosedLoad compressed(double factor) {
    return new ClosedLoad(profile, until, factor);
  }

  /** The users over the time that it really takes, after compression. */
  public LevelCurve curve() {
    return LevelCurve.of(Compression.of(profile, compression));
  }

  /** The most users at once; the index of a user's iteration is counted with it. */
  @Override
  public int maxUsers() {
    return (int) Math.ceil(Levels.most(profile));
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
  public ClosedLoad shaped(Profile other) {
    return new ClosedLoad(other, until, compression);
  }

  @Override
  public String toString() {
    return LoadText.of(profile, LoadText::users) + LoadText.ending(until, compression);
  }
}
