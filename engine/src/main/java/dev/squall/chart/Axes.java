package dev.squall.chart;

import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Chart.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Axes with round ticks. */
final class Axes {
  private static final double WIDE = 30;
  private static final List<Double> PERCENTILES =
      List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 99.99999);
  private static final long[] SECONDS = {
    1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
  };

  private Axes() {}

  /** Milliseconds; logarithmic where the longest is more than 30 times the shortest. */
  static Axis times(String label, double least, double most) {
    double shortest = Math.max(least, Scale.SMALLEST);
    return most / shortest > WIDE
        ? logarithmic(label, shortest, most)
        : amounts(label, Math.max(most, Scale.SMALLEST));
  }

  /** From a round value at or below the least to one at or above the most. */
  static Axis logarithmic(String label, double least, double most) {
    double shortest = Math.max(least, Scale.SMALLEST);
    double longest = Math.max(most, shortest * 2);
    double decades = Math.log10(longest / shortest);
    int[] factors =
        decades > 4 ? new int[] {1} : decades > 2.2 ? new int[] {1, 3} : new int[] {1, 2, 5};
    var ticks = new ArrayList<Tick>();
    for (int power = (int) Math.floor(Math.log10(shortest)) - 1; ; power++) {
      for (int factor : factors) {
        // Parsed rather than multiplied: 3 × 0.1 is not the number that "0.3" names.
        double value = Double.parseDouble(factor + "e" + power);
        if (value <= shortest * (1 + 1e-9)) {
          ticks.clear();
        }
        ticks.add(new Tick(value, Labels.number(value)));
        if (value >= longest * (1 - 1e-9)) {
          return new Axis(
              label, Scale.LOGARITHMIC, ticks.getFirst().value(), ticks.getLast().value(), ticks);
        }
      }
    }
  }

  /** From zero to a round value at or above the most. */
  static Axis amounts(String label, double most) {
    double top = most > 0 ? most : 1;
    double step = roundStep(top / 5);
    var ticks = new ArrayList<Tick>();
    // A little air above: a line along the edge looks cut off.
    long last = (long) Math.ceil(top * 1.02 / step);
    for (long i = 0; i <= last; i++) {
      ticks.add(new Tick(i * step, Labels.number(i * step)));
    }
    return new Axis(label, Scale.LINEAR, 0, last * step, ticks);
  }

  /** From a round value at or below a negative one to one at or above the most, with zero. */
  static Axis around(String label, double least, double most) {
    double top = Math.max(0, most);
    double step = roundStep((top - least) / 6);
    var ticks = new ArrayList<Tick>();
    long last = (long) Math.ceil(top / step - 1e-9);
    long first = (long) Math.floor(least / step + 1e-9);
    for (long i = first; i <= last; i++) {
      ticks.add(new Tick(i * step, Labels.number(i * step)));
    }
    return new Axis(label, Scale.LINEAR, first * step, last * step, ticks);
  }

  private static double roundStep(double atLeast) {
    int power = (int) Math.floor(Math.log10(atLeast));
    for (int factor : new int[] {1, 2, 5, 10}) {
      double step = Double.parseDouble(factor + "e" + power);
      if (step >= atLeast * (1 - 1e-9)) {
        return step;
      }
    }
    return Double.parseDouble("1e" + (power + 1));
  }

  /** Time since the beginning of a run that lasted so many seconds. */
  static Axis elapsed(double seconds) {
    double length = Math.max(1, seconds);
    long step = SECONDS[SECONDS.length - 1];
    for (long candidate : SECONDS) {
      if (length / candidate <= 8) {
        step = candidate;
        break;
      }
    }
    step *= Math.max(1, (long) Math.ceil(length / step / 8));
    boolean inSeconds = length < 180;
    boolean inHours = length >= 10_800;
    var ticks = new ArrayList<Tick>();
    for (long at = 0; at <= length; at += step) {
      var label =
          inSeconds
              ? Long.toString(at)
              : inHours
                  ? String.format(Locale.ROOT, "%d:%02d", at / 3600, at / 60 % 60)
                  : String.format(Locale.ROOT, "%d:%02d", at / 60, at % 60);
      ticks.add(new Tick(at, label));
    }
    var unit = inSeconds ? "s" : inHours ? "h:min" : "min:s";
    return new Axis("elapsed, " + unit, Scale.LINEAR, 0, length, ticks);
  }

  /** As many nines as so many requests can tell apart. */
  static Axis percentiles(long count) {
    double last = Math.max(90, 100 - 100.0 / Math.max(1, count));
    return new Axis(
        "percentile",
        Scale.NINES,
        0,
        last,
        PERCENTILES.stream()
            .filter(percentile -> percentile <= last + 1e-9)
            .map(percentile -> new Tick(percentile, Labels.number(percentile)))
            .toList());
  }

  /** Names from the top downwards. */
  static Axis categories(List<String> names) {
    var ticks = new ArrayList<Tick>();
    for (int i = 0; i < names.size(); i++) {
      ticks.add(new Tick(i, Labels.printable(names.get(i))));
    }
    return new Axis("", Scale.CATEGORIES, names.size() - 0.5, -0.5, ticks.reversed());
  }
}
