package dev.squall.load;

import dev.squall.goal.Goal;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Loads in words. */
final class LoadText {
  private LoadText() {}

  static String rate(double level) {
    return Quantity.of(level) + "/s";
  }

  static String users(double level) {
    return Quantity.of(level) + (level == 1 ? " user" : " users");
  }

  static String of(Profile profile, DoubleFunction<String> level) {
    return profile.stages().stream()
            .map(stage -> of(stage, level))
            .collect(Collectors.joining(", then "))
        + profile.spikes().stream()
            .map(spike ->
                ", a spike of "
                    + level.apply(spike.peak())
                    + " at "
                    + Durations.print(spike.at())
                    + " for "
                    + Durations.print(spike.time()))
            .collect(Collectors.joining());
  }

  private static String of(Stage stage, DoubleFunction<String> level) {
    return switch (stage) {
      case Stage.Hold(var at, var time) -> level.apply(at) + " for " + Durations.print(time);
      case Stage.Ramp(var from, var to, var time) ->
          Quantity.of(from) + " to " + level.apply(to) + " in " + Durations.print(time);
      case Stage.Wave(var from, var to, var period, var time) ->
          Quantity.of(from)
              + " to "
              + level.apply(to)
              + " in waves of "
              + Durations.print(period)
              + " for "
              + Durations.print(time);
      case Stage.Daily(var traffic, var time) -> of(traffic) + " for " + Durations.print(time);
      case Stage.Staircase(var from, var by, var every, var upTo) ->
          level.apply(from)
              + " and "
              + level.apply(by)
              + " more every "
              + Durations.print(every)
              + (upTo.isPresent() ? " up to " + level.apply(upTo.getAsDouble()) : "");
    };
  }

  private static String of(DailyTraffic traffic) {
    var shares = traffic.shares();
    var divided =
        shares.equals(DailyTraffic.Shares.LONG_PLATEAUS)
            ? ""
            : shares.equals(DailyTraffic.Shares.LONG_SLOPES)
                ? " with long slopes"
                : " divided into " + shares;
    return "daily traffic of "
        + Quantity.of(traffic.min())
        + ", "
        + Quantity.of(traffic.mid())
        + " and "
        + rate(traffic.max())
        + " in cycles of "
        + Durations.print(traffic.cycle())
        + divided;
  }

  static String ending(List<Goal> until, double compression) {
    return (until.isEmpty()
            ? ""
            : until.stream()
                .map(Goal::toString)
                .collect(Collectors.joining(" or ", ", until ", "")))
        + (compression == 1 ? "" : ", compressed " + Quantity.about(compression) + " times");
  }
}
