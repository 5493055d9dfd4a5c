package dev.squall.chart;

import dev.squall.chart.Canvas.Align;
import dev.squall.chart.Canvas.Lettering;
import dev.squall.chart.Canvas.Rectangle;
import dev.squall.chart.Layer.Moment;
import dev.squall.chart.Layer.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words above upright lines, in rows so that none touches another: from the right to the left, each
 * above those that it would reach over, so that no line crosses a word. Where three rows do not
 * hold them all, lines stay without words.
 */
record MomentLanes(List<Word> words, List<Double> lines, int lanes) {
  private static final int MOST_LANES = 3;
  private static final double GAP = 8;
  private static final double LONGEST = 220;

  /**
   * A text.
   *
   * @param x the moment
   * @param at where its line is, in pixels
   * @param from where it begins, in pixels
   * @param lane its row, from below
   */
  record Word(String text, double x, double at, double from, int lane) {}

  static MomentLanes of(Chart chart, double left, double right) {
    var all =
        chart.layers().stream()
            .filter(Moments.class::isInstance)
            .map(Moments.class::cast)
            .flatMap(layer -> layer.moments().stream())
            .sorted(Comparator.comparingDouble(Moment::x).reversed())
            .toList();
    var words = new ArrayList<Word>();
    var lines = new ArrayList<Double>();
    int used = 0;
    for (var moment : all) {
      double at = left + chart.x().share(moment.x()) * (right - left);
      lines.add(at);
      var text = Lettering.SMALL.fit(moment.text(), Math.min(LONGEST, right - left));
      double width = Lettering.SMALL.width(text);
      // At the right edge a word stands left of its line.
      double from =
          at + GAP / 2 + width <= right ? at + GAP / 2 : Math.max(left, at - width - GAP / 2);
      int lane =
          words.stream()
              .filter(word -> Math.min(word.from, word.at) < from + width + GAP)
              .mapToInt(word -> word.lane + 1)
              .max()
              .orElse(0);
      if (lane < MOST_LANES) {
        words.add(new Word(text, moment.x(), at, from, lane));
        used = Math.max(used, lane + 1);
      }
    }
    return new MomentLanes(List.copyOf(words), List.copyOf(lines), used);
  }

  /** Between this line of text and the plot. */
  void draw(Canvas canvas, Rectangle plot, double above, double lineHeight) {
    for (double at : lines) {
      canvas.line(Frame.upright(at, plot.y(), plot.y() + plot.height()), Painter.MOMENT);
    }
    for (var word : words) {
      double y = above + (lanes - word.lane) * lineHeight;
      canvas.line(Frame.upright(word.at, y - 8, plot.y()), Painter.MOMENT);
      canvas.text(word.text, word.from, y, Align.START, Lettering.SMALL);
    }
  }
}
