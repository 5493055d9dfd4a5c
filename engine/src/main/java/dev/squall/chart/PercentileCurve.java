package dev.squall.chart;

import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Chart.Series;
import dev.squall.chart.Chart.Tick;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Response and service time by percentile, on HdrHistogram's axis: every next nine takes as much
 * room as the one before. The time axis is logarithmic where the longest is more than 30 times the
 * shortest.
 */
public final class PercentileCurve {
  private static final double WIDE = 30;
  private static final List<Double> TICKS = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99, 99.999);

  private PercentileCurve() {}

  /** Nothing when no request was answered. */
  public static Optional<Chart> of(Results results) {
    var response = results.response().curve();
    var service = results.service().curve();
    if (response.isEmpty()) {
      return Optional.empty();
    }
    double least = Double.MAX_VALUE;
    double most = 0;
    for (var curve : List.of(response, service)) {
      for (var point : curve) {
        least = Math.min(least, point.ms());
        most = Math.max(most, point.ms());
      }
    }
    boolean logarithmic = most / Math.max(least, 1e-3) > WIDE;
    double lastNine = Math.max(1, nines(100 - 100.0 / results.response().count()));
    return Optional.of(
        new Chart(
            "time by percentile",
            new Axis(
                "percentile",
                0,
                lastNine,
                TICKS.stream()
                    .filter(percentile -> nines(percentile) <= lastNine + 1e-9)
                    .map(percentile -> new Tick(nines(percentile), number(percentile)))
                    .toList()),
            logarithmic ? logAxis(least, most) : linearAxis(most),
            List.of(
                new Series("response time", points(response, lastNine, logarithmic)),
                new Series("service time", points(service, lastNine, logarithmic)))));
  }

  /** 90 % is 1, 99 % is 2, 99.9 % is 3. */
  private static double nines(double percentile) {
    return -Math.log10(Math.max(1e-9, 1 - percentile / 100));
  }

  private static List<Point> points(
      List<Latencies.Point> curve, double lastNine, boolean logarithmic) {
    var points = new ArrayList<Point>();
    double from = 0;
    for (var point : curve) {
      double y = logarithmic ? Math.log10(Math.max(point.ms(), 1e-3)) : point.ms();
      // A step curve: the value holds from the percentile before up to its own.
      double to = Math.min(nines(point.percentile()), lastNine);
      points.add(new Point(from, y));
      points.add(new Point(to, y));
      from = to;
    }
    return points;
  }

  /** Ticks at 1, 3, 10, 30 …: about evenly far apart. */
  private static Axis logAxis(double least, double most) {
    var ticks = new ArrayList<Tick>();
    double from = Math.log10(Math.max(least, 1e-3));
    double to = Math.log10(most);
    for (int power = (int) Math.floor(from); power <= to; power++) {
      for (int factor : new int[] {1, 3}) {
        double value = factor * Math.pow(10, power);
        if (Math.log10(value) >= from && Math.log10(value) <= to) {
          ticks.add(new Tick(Math.log10(value), number(value)));
        }
      }
    }
    return new Axis("ms", from, to, ticks);
  }

  private static Axis linearAxis(double most) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-3))));
    double step =
        most / magnitude <= 2 ? magnitude / 2 : most / magnitude <= 5 ? magnitude : magnitude * 2;
    var ticks = new ArrayList<Tick>();
    double top = Math.ceil(most / step) * step;
    for (double value = 0; value <= top + step / 2; value += step) {
      ticks.add(new Tick(value, number(value)));
    }
    return new Axis("ms", 0, top, ticks);
  }

  private static String number(double value) {
    return new BigDecimal(value, new MathContext(5)).stripTrailingZeros().toPlainString();
  }
}
