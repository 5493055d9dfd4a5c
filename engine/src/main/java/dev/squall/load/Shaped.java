package dev.squall.load;

import java.time.Duration;

/**
 * The words that go on with a load where it stands: {@code perSecond(0).rampTo(1000, minutes(10))
 * .hold(minutes(5)).rampDown(minutes(1))}. Levels are users in a closed load and arrivals per
 * second in an open one.
 *
 * @param <L> the kind of load
 */
public sealed interface Shaped<L> permits Users, ArrivalRate, ClosedLoad, OpenLoad {

  /** What it comes to so far. */
  Profile profile();

  /** The level that it begins with. */
  double firstLevel();

  /** The level that it stands at when it goes on. */
  double lastLevel();

  /** The same with another profile. */
  L shaped(Profile profile);

  /** Then from where it stands to another level, in a straight line. */
  default L rampTo(double level, Duration time) {
    return then(new Stage.Ramp(lastLevel(), level, time));
  }

  /** Then where it stands for a time. */
  default L hold(Duration time) {
    return then(new Stage.Hold(lastLevel(), time));
  }

  /** Then at once at another level, for a time. */
  default L jumpTo(double level, Duration time) {
    return then(new Stage.Hold(level, time));
  }

  /** Then from where it stands to another level and back in each period, as a cosine. */
  default L wave(double to, Duration period, Duration time) {
    return then(new Stage.Wave(lastLevel(), to, period, time));
  }

  /** With a ramp from 0 before all that was said so far. */
  default L rampUp(Duration time) {
    return shaped(profile().after(new Stage.Ramp(0, firstLevel(), time)));
  }

  /** Then down to 0 in a straight line. */
  default L rampDown(Duration time) {
    return rampTo(0, time);
  }

  private L then(Stage stage) {
    return shaped(profile().then(stage));
  }
}
