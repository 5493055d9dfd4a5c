package dev.squall.analysis;

import dev.squall.goal.Metric;
import dev.squall.stats.Judgement.Actual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * Contrasts of every row and number, judged together.
 *
 * <p>The p95 of all requests is the one question that was asked beforehand: it is judged by its own
 * 95 % interval. The dozens of others are looked at because they are there, so one in twenty of
 * them would differ by chance; they are judged by S. Holm's step-down procedure ("A Simple
 * Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979),
 * 65–70): that any of them is said to differ while none does happens once in twenty comparisons at
 * most, however they depend on each other.
 */
final class Weighing {
  static final List<Metric> METRICS =
      List.of(Metric.P50, Metric.P95, Metric.P99, Metric.ERROR_RATE, Metric.REQUEST_RATE);

  /**
   * One number of one row.
   *
   * @param contrast on the scale on which it is judged; empty where nothing can be said
   * @param difference in the metric's unit
   * @param because why nothing can be said
   */
  record Weighed(
      Metric metric,
      Actual before,
      Actual after,
      Optional<Contrast> contrast,
      Optional<Contrast> difference,
      String because) {

    static Weighed not(Metric metric, Actual before, Actual after, String because) {
      return new Weighed(metric, before, after, Optional.empty(), Optional.empty(), because);
    }
  }

  private Weighing() {}

  /** The rows of a comparison; the first one is all requests. */
  static List<ComparedRow> rows(List<String> labels, BiFunction<Integer, Metric, Weighed> weigh) {
    var all = new ArrayList<Weighed>();
    for (int row = 0; row < labels.size(); row++) {
      for (var metric : METRICS) {
        all.add(weigh.apply(row, metric));
      }
    }
    boolean[] beyondChance = beyondChance(all);
    var rows = new ArrayList<ComparedRow>();
    for (int row = 0; row < labels.size(); row++) {
      var changes = new ArrayList<Change>();
      for (int i = row * METRICS.size(); i < (row + 1) * METRICS.size(); i++) {
        changes.add(change(all.get(i), beyondChance[i]));
      }
      rows.add(new ComparedRow(labels.get(row), changes));
    }
    return rows;
  }

  private static boolean[] beyondChance(List<Weighed> all) {
    boolean[] beyond = new boolean[all.size()];
    int question = METRICS.indexOf(Metric.P95);
    beyond[question] =
        all.get(question).contrast().stream()
            .anyMatch(contrast -> contrast.chance() < Contrast.ALARMS);
    var others = new ArrayList<Integer>();
    for (int i = 0; i < all.size(); i++) {
      if (i != question && all.get(i).contrast().isPresent()) {
        others.add(i);
      }
    }
    double[] chances =
        all.stream().mapToDouble(one -> one.contrast().map(Contrast::chance).orElse(1.0)).toArray();
    others.sort(Comparator.comparingDouble(i -> chances[i]));
    for (int rank = 0; rank < others.size(); rank++) {
      if (chances[others.get(rank)] >= Contrast.ALARMS / (others.size() - rank)) {
        break;
      }
      beyond[others.get(rank)] = true;
    }
    return beyond;
  }

  private static Change change(Weighed one, boolean beyondChance) {
    if (one.contrast().isEmpty()) {
      return Change.incomparable(one.metric(), one.before(), one.after(), one.because());
    }
    var contrast = one.contrast().get();
    var reading = contrast.reading(beyondChance);
    boolean isRatio = one.metric() != Metric.ERROR_RATE;
    boolean bounded = !contrast.lowKnown() || !contrast.highKnown();
    return new Change(
        one.metric(),
        one.before(),
        one.after(),
        one.difference().map(c -> new Interval(c.estimate(), c.low(), c.high())),
        isRatio
            ? Optional.of(
                new Interval(
                    Math.exp(contrast.estimate()),
                    Math.exp(contrast.low()),
                    Math.exp(contrast.high())))
            : Optional.empty(),
        bounded
            ? OptionalDouble.empty()
            : OptionalDouble.of(isRatio ? Math.expm1(contrast.smallest()) : contrast.smallest()),
        reading,
        reading == Reading.CANNOT_BE_COMPARED ? one.because() : "");
  }
}
