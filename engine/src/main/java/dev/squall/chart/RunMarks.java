package dev.squall.chart;

import dev.squall.chart.Layer.Moment;
import dev.squall.chart.Layer.Moments;
import dev.squall.stats.Mark;
import java.util.List;

/** What was done to a run, as upright lines. */
final class RunMarks {
  private static final int MOST = 50;

  private RunMarks() {}

  /** The first fifty; none without a mark. */
  static List<Layer> layer(List<Mark> marks) {
    if (marks.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Moments(
            "",
            Ink.GREY,
            marks.stream()
                .limit(MOST)
                .map(mark -> new Moment(mark.seconds(), Labels.printable(mark.text())))
                .toList()));
  }
}
