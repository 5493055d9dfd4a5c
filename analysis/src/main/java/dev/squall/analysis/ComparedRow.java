package dev.squall.analysis;

import dev.squall.goal.Metric;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All requests, or one step, of both sides.
 *
 * @param label {@code all requests}, a step's name, or {@code scenario:step} where two scenarios
 *     have a step of that name
 * @param changes p50, p95, p99, error rate and request rate
 */
public record ComparedRow(String label, List<Change> changes) {
  public ComparedRow {
    changes = List.copyOf(changes);
  }

  /**
   * One of the numbers.
   *
   * @throws NoSuchElementException when it is none of the five
   */
  public Change change(Metric metric) {
    return changes.stream()
        .filter(change -> change.metric() == metric)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(metric.label() + " is not compared"));
  }
}
