package dev.squall.live;

import dev.squall.stats.StepStats;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Requests by status: the number where HTTP has given it a meaning, {@code other} for a number that
 * it has not, so that no server can make series without end, and {@code error} where no answer
 * came. They add up to the requests.
 */
final class Statuses {
  private static final int LEAST = 100;
  private static final int MOST = 599;

  private Statuses() {}

  static SortedMap<String, Long> of(StepStats step) {
    var counts = new TreeMap<String, Long>();
    long answered = 0;
    for (var entry : step.status().entrySet()) {
      counts.merge(label(entry.getKey()), entry.getValue(), Long::sum);
      answered += entry.getValue();
    }
    counts.put("error", step.count() - answered);
    return counts;
  }

  static SortedMap<String, Long> of(Iterable<StepStats> steps) {
    var counts = new TreeMap<String, Long>(Map.of("error", 0L));
    for (var step : steps) {
      of(step).forEach((label, count) -> counts.merge(label, count, Long::sum));
    }
    return counts;
  }

  private static String label(int status) {
    return status < LEAST || status > MOST ? "other" : String.valueOf(status);
  }
}
