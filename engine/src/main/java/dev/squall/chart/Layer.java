package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import java.util.List;

/** One thing that is drawn into a chart. */
public sealed interface Layer {

  /** What it is called in the legend; empty when it needs no entry. */
  String name();

  /** What it is drawn with. */
  Ink ink();

  /** How many points it has. */
  int points();

  /**
   * Lines; between two pieces is a gap where nothing was measured.
   *
   * @param pieces points from left to right
   */
  record Line(String name, Ink ink, List<List<Point>> pieces) implements Layer {
    public Line {
      pieces = pieces.stream().map(List::copyOf).toList();
    }

    @Override
    public int points() {
      return pieces.stream().mapToInt(List::size).sum();
    }
  }

  /**
   * Areas between two values.
   *
   * @param pieces spans from left to right
   */
  record Band(String name, Ink ink, List<List<Span>> pieces) implements Layer {
    public Band {
      pieces = pieces.stream().map(List::copyOf).toList();
    }

    @Override
    public int points() {
      return pieces.stream().mapToInt(List::size).sum();
    }
  }

  /** From a low to a high value at one place. */
  record Span(double x, double low, double high) {
    public Span {
      Chart.finite(x, low, high);
    }
  }

  /**
   * Values that are only known to be at least so much: arrows upwards. One of them in a chart is
   * named; the others have the ink of their line.
   */
  record Bounds(String name, Ink ink, List<Reach> reaches) implements Layer {
    public Bounds {
      reaches = List.copyOf(reaches);
    }

    /** What bounds are called that come after these layers. */
    static String nameAfter(List<Layer> layers) {
      return layers.stream().anyMatch(Bounds.class::isInstance) ? "" : "at least so long";
    }

    @Override
    public int points() {
      return reaches.size();
    }
  }

  /** At least so much, all the way from here to there. */
  record Reach(double from, double to, double least) {
    public Reach {
      Chart.finite(from, to, least);
    }
  }

  /** Upright bars that stand side by side or on one another, as in a histogram. */
  record Columns(String name, Ink ink, List<Box> boxes) implements Layer {
    public Columns {
      boxes = List.copyOf(boxes);
    }

    @Override
    public int points() {
      return boxes.size();
    }
  }

  /** A rectangle. */
  record Box(double fromX, double toX, double fromY, double toY) {
    public Box {
      Chart.finite(fromX, toX, fromY, toY);
    }
  }

  /**
   * Values along the x axis, one for each category of the y axis, with whiskers. Bars where the
   * axis begins at zero, dots where it is logarithmic: the length of a bar would mean nothing.
   */
  record Intervals(String name, Ink ink, List<Interval> intervals) implements Layer {
    public Intervals {
      intervals = List.copyOf(intervals);
    }

    @Override
    public int points() {
      return intervals.size();
    }
  }

  /**
   * A value and how sure it is.
   *
   * @param category its place on the y axis
   * @param value the value
   * @param low the whisker's beginning; the value where there is no whisker
   * @param high the whisker's end; the value where there is no whisker
   * @param atLeast whether the value is a bound
   * @param open whether the whisker goes on beyond its end, nobody knows how far
   */
  record Interval(
      int category, double value, double low, double high, boolean atLeast, boolean open) {
    public Interval {
      Chart.finite(value, low, high);
    }
  }

  /** Cells that are the darker the more they count. */
  record Heat(String name, Ink ink, List<Cell> cells) implements Layer {
    public Heat {
      cells = List.copyOf(cells);
    }

    /** The most that a cell counts. */
    public long most() {
      return cells.stream().mapToLong(Cell::count).max().orElse(0);
    }

    /**
     * How dark so many are, from 0 for one to 1 for the most. Logarithmic: one slow request beside
     * a thousand fast ones is what a reader looks for.
     */
    static double share(long count, long most) {
      double one = Math.log1p(1);
      return most <= 1 ? 1 : (Math.log1p((double) count) - one) / (Math.log1p((double) most) - one);
    }

    @Override
    public int points() {
      return cells.size();
    }
  }

  /** A counted rectangle. */
  record Cell(double fromX, double toX, double fromY, double toY, long count) {
    public Cell {
      Chart.finite(fromX, toX, fromY, toY);
    }
  }

  /** Upright lines with words: what was done to the run, or where a percentile lies. */
  record Moments(String name, Ink ink, List<Moment> moments) implements Layer {
    public Moments {
      moments = List.copyOf(moments);
    }

    @Override
    public int points() {
      return moments.size();
    }
  }

  /** A place on the x axis and what there is to say. */
  record Moment(double x, String text) {
    public Moment {
      Chart.finite(x);
    }
  }
}
