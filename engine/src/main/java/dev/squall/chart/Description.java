package dev.squall.chart;

import java.util.stream.Collectors;

/** A chart in a sentence, for who cannot see it. */
final class Description {
  private Description() {}

  static String of(Chart chart) {
    var names =
        chart.layers().stream()
            .map(Layer::name)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    var x = chart.x().label();
    var y = chart.y().label();
    return (names.isEmpty() ? "" : names + "; ")
        + (y.isEmpty() ? x : y + " over " + x)
        + (chart.note().isEmpty() ? "" : "; " + chart.note());
  }
}
