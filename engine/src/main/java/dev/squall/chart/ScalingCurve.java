package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What a system did as it was loaded more and more, over what was expected of it before. */
public final class ScalingCurve {
  private ScalingCurve() {}

  /**
   * The chart; empty where there is neither a measured point nor an expected one.
   *
   * @param offered what the load was raised in, with the unit
   * @param achieved what came of it, with the unit
   * @param expected for each level what was expected before it was tried, in ascending order
   * @param measured for each level what came of it, in ascending order
   */
  public static Optional<Chart> of(
      String title, String offered, String achieved, List<Span> expected, List<Point> measured) {
    if (expected.isEmpty() && measured.isEmpty()) {
      return Optional.empty();
    }
    var layers = new ArrayList<Layer>();
    if (!expected.isEmpty()) {
      layers.add(new Band("expected before it was tried", Ink.GREY, List.of(expected)));
    }
    if (!measured.isEmpty()) {
      layers.add(new Line("measured", Ink.BLUE, List.of(measured)));
    }
    double right =
        Stream.concat(expected.stream().map(Span::x), measured.stream().map(Point::x))
            .mapToDouble(x -> x)
            .max()
            .orElse(1);
    double top =
        DoubleStream.concat(
                expected.stream().mapToDouble(Span::high), measured.stream().mapToDouble(Point::y))
            .max()
            .orElse(1);
    return Optional.of(
        new Chart(
            Labels.printable(title),
            "",
            Axes.amounts(offered, right),
            Axes.amounts(achieved, top),
            layers));
  }
}
