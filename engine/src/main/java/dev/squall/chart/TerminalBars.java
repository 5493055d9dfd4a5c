package dev.squall.chart;

import dev.squall.chart.Layer.Interval;
import dev.squall.chart.Layer.Intervals;
import java.util.ArrayList;
import java.util.List;

/**
 * Intervals in characters, a row for each category: {@code ███▓▓──┤}, where the bar is within its
 * interval at ▓ and the interval ends with ┤, or goes on where → stands; on a logarithmic axis
 * {@code ├──◆──┤}.
 */
record TerminalBars(Chart chart, int width) {
  private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

  /** A row each, from the top, with the value after it. */
  List<String> rows(boolean colour) {
    var rows = new ArrayList<String>();
    for (var layer : chart.layers()) {
      if (layer instanceof Intervals(_, var ink, var intervals)) {
        for (var interval : intervals) {
          var bar = drawn(interval);
          rows.add(TerminalColour.coloured(bar, ink, colour) + " " + Frame.valueOf(interval));
        }
      }
    }
    return rows;
  }

  private int at(double value) {
    return (int) Math.round(chart.x().share(value) * (width - 1));
  }

  private String drawn(Interval interval) {
    var cells = new StringBuilder(" ".repeat(width));
    int low = at(interval.low());
    int value = at(interval.value());
    int high = at(interval.high());
    if (high > low) {
      fill(cells, low, high, '─');
    }
    if (low < value) {
      cells.setCharAt(low, '├');
    }
    if (high > value) {
      cells.setCharAt(high, '┤');
    }
    if (chart.x().scale() == Scale.LOGARITHMIC) {
      cells.setCharAt(value, '◆');
    } else {
      bar(cells, interval, low, high);
    }
    if (interval.open()) {
      cells.setCharAt(Math.min(width - 1, Math.max(value + 1, high)), '→');
    }
    return cells.toString().stripTrailing();
  }

  private void bar(StringBuilder cells, Interval interval, int low, int high) {
    int zero = at(0);
    int value = at(interval.value());
    if (high > low) {
      int from = Math.min(value, zero);
      int to = Math.max(value, zero);
      fill(cells, from, to, '█');
      fill(cells, Math.max(low, from), Math.min(high, to), '▓');
      return;
    }
    if (value < zero) {
      fill(cells, value, zero - 1, '█');
      return;
    }
    double share = chart.x().share(interval.value()) - chart.x().share(0);
    int eighths = Math.max(1, (int) Math.round(share * (width - 1) * 8));
    int full = eighths / 8;
    fill(cells, zero, zero + full - 1, '█');
    if (eighths % 8 > 0 && zero + full < width) {
      cells.setCharAt(zero + full, EIGHTHS.charAt(eighths % 8 - 1));
    }
  }

  private static void fill(StringBuilder cells, int from, int to, char glyph) {
    for (int i = Math.max(0, from); i <= to && i < cells.length(); i++) {
      cells.setCharAt(i, glyph);
    }
  }
}
