package dev.squall.chart;

import java.util.List;

/**
 * Layers over two axes; every rendering draws the same. Values are in the units that the axes name,
 * never in screen units, and always finite. The builders of this package put at most {@value
 * #MOST_POINTS} points into one chart; where there would be more they add seconds up exactly and
 * say so in the note.
 *
 * @param title what is shown
 * @param note what has to be known to read it, in a sentence; empty when nothing has
 * @param x the axis to the right
 * @param y the axis upwards; downwards where it holds categories
 * @param layers what is drawn, the rearmost first
 */
public record Chart(String title, String note, Axis x, Axis y, List<Layer> layers) {

  /** The most points of one chart. */
  public static final int MOST_POINTS = 2000;

  public Chart {
    layers = List.copyOf(layers);
  }

  /** As a terminal shows it where nobody says how wide that is. */
  @Override
  public String toString() {
    return TerminalChart.render(this, 80, 20);
  }

  /** The points of all layers together. */
  public int points() {
    return layers.stream().mapToInt(Layer::points).sum();
  }

  /**
   * An axis from the first to the last value that it shows.
   *
   * @param label what it measures, with the unit
   * @param scale how values are spread along it
   * @param from the value at its beginning
   * @param to the value at its end
   * @param ticks what is written along it, from the beginning to the end
   */
  public record Axis(String label, Scale scale, double from, double to, List<Tick> ticks) {
    public Axis {
      finite(from, to);
      ticks = List.copyOf(ticks);
    }

    /** 0 at the beginning, 1 at the end; what lies outside is at the nearer one. */
    double share(double value) {
      double start = scale.position(from);
      double end = scale.position(to);
      return end == start ? 0 : Math.clamp((scale.position(value) - start) / (end - start), 0, 1);
    }
  }

  /** A value on an axis and what is written there. */
  public record Tick(double value, String label) {}

  /** A point in the units of the axes. */
  public record Point(double x, double y) {
    public Point {
      finite(x, y);
    }
  }

  static void finite(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a chart shows finite numbers, not " + value);
      }
    }
  }
}
