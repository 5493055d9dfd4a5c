package dev.squall.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Profiles with every time divided by a factor, each rounded to the nanosecond by itself; the
 * levels stay what they are.
 */
final class Compression {
  private final BigDecimal factor;

  private Compression(double factor) {
    this.factor = BigDecimal.valueOf(factor);
  }

  static Profile of(Profile profile, double factor) {
    if (factor == 1) {
      return profile;
    }
    var compression = new Compression(factor);
    return new Profile(
        profile.stages().stream().map(compression::stage).toList(),
        profile.spikes().stream().map(compression::spike).toList());
  }

  private Stage stage(Stage stage) {
    return switch (stage) {
      case Stage.Hold(var level, var time) -> new Stage.Hold(level, shorter(time));
      case Stage.Ramp(var from, var to, var time) -> new Stage.Ramp(from, to, shorter(time));
      case Stage.Wave(var from, var to, var period, var time) ->
          new Stage.Wave(from, to, shorter(period), shorter(time));
      case Stage.Daily(var traffic, var time) ->
          new Stage.Daily(traffic.cycle(shorter(traffic.cycle())), shorter(time));
      case Stage.Staircase(var from, var by, var every, var upTo) ->
          new Stage.Staircase(from, by, shorter(every), upTo);
    };
  }

  private Spike spike(Spike spike) {
    return new Spike(spike.peak(), shorter(spike.at()), shorter(spike.time()));
  }

  private Duration shorter(Duration time) {
    return Duration.ofNanos(
        BigDecimal.valueOf(time.toNanos())
            .divide(factor, 0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
