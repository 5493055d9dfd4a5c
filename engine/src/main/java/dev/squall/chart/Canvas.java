package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import java.util.List;

/** What a chart is painted on, in pixels from the upper left corner. */
interface Canvas {

  /** How a text stands to its place. */
  enum Align {
    START,
    MIDDLE,
    END
  }

  /**
   * How a line is drawn.
   *
   * @param width in pixels
   * @param dashes lengths of strokes and gaps; empty without gaps
   */
  record Pen(Tone tone, double width, List<Double> dashes) {
    static Pen solid(Tone tone, double width) {
      return new Pen(tone, width, List.of());
    }
  }

  /** Its upper left corner and its size. */
  record Rectangle(double x, double y, double width, double height) {}

  /** A line through all points; a dot when there is one. */
  void line(List<Point> points, Pen pen);

  /** What the outline encloses. */
  void area(List<Point> outline, Tone tone, double opacity);

  /** Rectangles with sharp edges. */
  void rectangles(List<Rectangle> rectangles, Tone tone, double opacity);

  /** One line of text on its baseline. */
  void text(String text, double x, double y, Align align, Lettering lettering);

  /** How letters look. */
  enum Lettering {
    TITLE(15, true),
    NAME(12, false),
    SMALL(11, false);

    final double size;
    final boolean strong;

    Lettering(double size, boolean strong) {
      this.size = size;
      this.strong = strong;
    }

    Tone tone() {
      return switch (this) {
        case TITLE, NAME -> Tone.TEXT;
        case SMALL -> Tone.FAINT;
      };
    }

    /** About how wide a text is in a broad sans-serif face; no face that is usual is broader. */
    double width(String text) {
      return text.codePoints().mapToDouble(Lettering::share).sum() * size * (strong ? 1.08 : 1);
    }

    private static double share(int letter) {
      if (letter >= 0x2E80) {
        return 1.05;
      }
      if ("iljtfI.,:;'|![]()/ ".indexOf(letter) >= 0) {
        return 0.4;
      }
      if ("mwMW%@≥…".indexOf(letter) >= 0) {
        return 0.97;
      }
      return Character.isUpperCase(letter) ? 0.72 : 0.63;
    }

    /** As much of a text as so many pixels hold. */
    String fit(String text, double room) {
      if (width(text) <= room) {
        return text;
      }
      int length = text.codePointCount(0, text.length());
      while (length > 1 && width(Labels.cut(text, length)) > room) {
        length--;
      }
      return Labels.cut(text, length);
    }
  }
}
