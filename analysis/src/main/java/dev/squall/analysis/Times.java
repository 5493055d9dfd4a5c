package dev.squall.analysis;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * A distribution of times to do arithmetic on: how many answers at each time and how many requests
 * of at least each age, in microseconds. Percentiles are product-limit estimates, as everywhere.
 */
final class Times {
  private static final double MICROS = 1000;

  private final TreeMap<Double, Double> answers = new TreeMap<>();
  private final TreeMap<Double, Double> ages = new TreeMap<>();

  static Times of(Latencies latencies) {
    var times = new Times();
    add(latencies.histogram(), times.answers);
    add(latencies.censoredHistogram(), times.ages);
    return times;
  }

  private static void add(Histogram histogram, Map<Double, Double> to) {
    for (var value : histogram.recordedValues()) {
      to.merge(
          (double) value.getValueIteratedTo(),
          (double) value.getCountAddedInThisIterationStep(),
          Double::sum);
    }
  }

  /** Each time, and each age, turned into another. */
  Times moved(DoubleUnaryOperator to) {
    var moved = new Times();
    answers.forEach(
        (time, count) -> moved.answers.merge(to.applyAsDouble(time), count, Double::sum));
    ages.forEach((age, count) -> moved.ages.merge(to.applyAsDouble(age), count, Double::sum));
    return moved;
  }

  Times plus(Times other) {
    var sum = new Times();
    for (var one : new Times[] {this, other}) {
      one.answers.forEach((time, count) -> sum.answers.merge(time, count, Double::sum));
      one.ages.forEach((age, count) -> sum.ages.merge(age, count, Double::sum));
    }
    return sum;
  }

  /** The time that this share of the requests stays within. */
  Estimate within(double share) {
    double left = 1;
    double atRisk = sum(answers) + sum(ages);
    if (atRisk == 0) {
      return Estimate.NONE;
    }
    var pending = new TreeMap<>(ages);
    for (var entry : answers.entrySet()) {
      while (!pending.isEmpty() && pending.firstKey() < entry.getKey()) {
        atRisk -= pending.pollFirstEntry().getValue();
      }
      left *= 1 - entry.getValue() / atRisk;
      atRisk -= entry.getValue();
      if (1 - left >= share - 1e-12) {
        return new Estimate.Exact(entry.getKey() / MICROS);
      }
    }
    double known = answers.isEmpty() ? 0 : answers.lastKey();
    return new Estimate.AtLeast(Math.max(known, ages.isEmpty() ? 0 : ages.lastKey()) / MICROS);
  }

  private static double sum(Map<Double, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
