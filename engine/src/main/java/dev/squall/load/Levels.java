package dev.squall.load;

import java.time.Duration;
import java.util.stream.DoubleStream;

/** What the levels of stages are, read off what was said of them. */
final class Levels {
  private Levels() {}

  static double atStart(Stage stage) {
    return switch (stage) {
      case Stage.Hold(var level, _) -> level;
      case Stage.Ramp(var from, _, _) -> from;
      case Stage.Wave(var from, _, _, _) -> from;
      case Stage.Daily(var traffic, _) -> traffic.min();
      case Stage.Staircase(var from, _, _, _) -> from;
    };
  }

  static double atEnd(Stage stage) {
    return switch (stage) {
      case Stage.Hold(var level, _) -> level;
      case Stage.Ramp(_, var to, _) -> to;
      case Stage.Wave(var from, var to, var period, var time) ->
          from + (to - from) * (1 - Math.cos(2 * Math.PI * periods(time, period))) / 2;
      case Stage.Daily(var traffic, _) -> traffic.min();
      case Stage.Staircase stairs -> stairs.from() + (stairs.steps() - 1) * stairs.by();
    };
  }

  /** Every level that a stage comes to; all others lie between two of them. */
  static DoubleStream of(Stage stage) {
    return switch (stage) {
      case Stage.Hold(var level, _) -> DoubleStream.of(level);
      case Stage.Ramp(var from, var to, _) -> DoubleStream.of(from, to);
      case Stage.Wave(var from, var to, _, _) -> DoubleStream.of(from, to);
      case Stage.Daily(var traffic, _) ->
          DoubleStream.of(traffic.min(), traffic.mid(), traffic.max());
      case Stage.Staircase stairs -> DoubleStream.of(stairs.from(), atEnd(stairs));
    };
  }

  /** Every level that was said, those of the spikes too. */
  static DoubleStream of(Profile profile) {
    return DoubleStream.concat(
        profile.stages().stream().flatMapToDouble(Levels::of),
        profile.spikes().stream().mapToDouble(Spike::peak));
  }

  static double most(Profile profile) {
    return of(profile).max().orElse(0);
  }

  /** The part of a period that is left over: whole periods end exactly where they began. */
  private static double periods(Duration time, Duration period) {
    double whole = seconds(time) / seconds(period);
    return whole - Math.floor(whole);
  }

  private static double seconds(Duration time) {
    return time.getSeconds() + time.getNano() / 1e9;
  }
}
