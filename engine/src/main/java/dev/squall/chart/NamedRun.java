package dev.squall.chart;

import dev.squall.stats.Results;
import java.util.List;

/**
 * A run among others in one chart.
 *
 * @param name what the legend calls it
 * @param results what was measured
 */
public record NamedRun(String name, Results results) {

  /**
   * One more than six lines nobody tells apart.
   *
   * @throws IllegalArgumentException when there are more
   */
  static void notTooMany(List<NamedRun> runs) {
    if (runs.size() > Ink.FOR_RUNS.size()) {
      throw new IllegalArgumentException(
          "one chart holds at most %d runs, not %d".formatted(Ink.FOR_RUNS.size(), runs.size()));
    }
  }
}
