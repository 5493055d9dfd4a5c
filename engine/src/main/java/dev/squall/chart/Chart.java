package dev.squall.chart;

import java.util.List;

/**
 * Lines over two axes; every rendering draws the same.
 *
 * @param title what is shown
 * @param x the axis to the right
 * @param y the axis upwards
 * @param series at most two are told apart in a terminal
 */
public record Chart(String title, Axis x, Axis y, List<Series> series) {
  public Chart {
    series = List.copyOf(series);
  }

  /**
   * An axis, in its own scale: positions from the first to the last tick.
   *
   * @param label what it measures, with the unit
   * @param from its beginning
   * @param to its end
   * @param ticks what is written along it, in ascending order
   */
  public record Axis(String label, double from, double to, List<Tick> ticks) {
    public Axis {
      ticks = List.copyOf(ticks);
    }

    /** 0 at the beginning, 1 at the end. */
    double share(double position) {
      return to == from ? 0 : Math.clamp((position - from) / (to - from), 0, 1);
    }
  }

  /** A position on an axis and what is written there. */
  public record Tick(double position, String label) {}

  /** A named line. */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /** A point in the axes' scales. */
  public record Point(double x, double y) {}
}
