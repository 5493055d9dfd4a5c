package dev.squall.bench;

import dev.squall.analysis.Change;
import dev.squall.analysis.ExperimentWords;
import dev.squall.analysis.RunComparison;
import dev.squall.goal.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Whether {@code compare} keeps its promises where the truth is known.
 *
 * <p>Pairs of simulated runs that do not differ: how often does the 95 % interval of a number leave
 * out no difference? 3 to 7 in a hundred may; the p99, beyond which a run has fifteen to thirty
 * requests, is told and not judged. And how often is anything at all said of the numbers beside the
 * p95? 5 in a hundred at most, give or take what a thousand pairs leave to chance. Then pairs that
 * differ by what the comparisons said would have shown: four in five should show it.
 */
public final class CompareSimulation {
  private static final List<Metric> METRICS =
      List.of(Metric.P50, Metric.P95, Metric.P99, Metric.ERROR_RATE, Metric.REQUEST_RATE);
  private static final double LEAST = 0.03;
  private static final double MOST = 0.07;

  /** Every so many-th pair is enough to tell four in five from fewer. */
  private static final int POWER_PART = 5;

  private static final double WEAKEST = 0.7;
  private static final double STRONGEST = 0.9;

  private final int pairs;
  private boolean passed = true;

  private CompareSimulation(int pairs) {
    this.pairs = pairs;
  }

  /** Takes the number of pairs; ends with 1 when something is out of bounds. */
  public static void main(String[] args) {
    var simulation = new CompareSimulation(Integer.parseInt(args[0]));
    simulation.row("60 s, neighbours alike 0.5", new SimulatedRun(60, 50, 20, 0.03, 0.5, 0.2));
    simulation.row("120 s, neighbours alike 0.7", new SimulatedRun(120, 25, 20, 0.03, 0.7, 0.2));
    simulation.row("60 s, each second its own", new SimulatedRun(60, 50, 20, 0.03, 0, 0.2));
    simulation.row("60 s, every second alike", new SimulatedRun(60, 50, 20, 0.03, 0, 0));
    simulation.row("30 s, neighbours alike 0.3", new SimulatedRun(30, 50, 20, 0.03, 0.3, 0.2));
    System.exit(simulation.passed ? 0 : 1);
  }

  private void row(String name, SimulatedRun truth) {
    long began = System.nanoTime();
    var alarms = new EnumMap<Metric, Integer>(Metric.class);
    var smallest = new EnumMap<Metric, Double>(Metric.class);
    int beside = 0;
    for (int pair = 0; pair < pairs; pair++) {
      var compared = compare(truth, truth, pair);
      boolean any = false;
      for (var metric : METRICS) {
        var change = compared.total().change(metric);
        alarms.merge(metric, excludesNone(change) ? 1 : 0, Integer::sum);
        smallest.merge(metric, change.smallest().orElse(0) / pairs, Double::sum);
        any |= metric != Metric.P95 && isSaid(change);
      }
      beside += any ? 1 : 0;
    }
    System.out.printf("%n%s, %d pairs%n", name, pairs);
    line("false alarms", METRICS.stream().map(m -> share(m, alarms, LEAST, MOST)).toList());
    line("anything beside p95 said", List.of(checked(beside / (double) pairs, 0, MOST)));
    line("would show", METRICS.stream().map(m -> percent(smallest.getOrDefault(m, 0.0))).toList());
    power(truth, smallest);
    System.out.printf("  %.0f s%n", (System.nanoTime() - began) / 1e9);
  }

  private void power(SimulatedRun truth, Map<Metric, Double> smallest) {
    var seen = new ArrayList<String>();
    for (var metric : METRICS) {
      double by = smallest.getOrDefault(metric, 0.0);
      var other =
          switch (metric.unit()) {
            case MILLIS -> truth.slower(1 + by);
            case SHARE -> truth.failing(by);
            case PER_SECOND -> truth.busier(1 + by);
          };
      int found = 0;
      int tried = pairs / POWER_PART;
      for (int pair = 0; pair < tried; pair++) {
        found += excludesNone(compare(truth, other, -1 - pair).total().change(metric)) ? 1 : 0;
      }
      double share = found / (double) tried;
      seen.add(metric == Metric.P99 ? percent(share) : checked(share, WEAKEST, STRONGEST));
    }
    line("shown", seen);
  }

  private static RunComparison compare(SimulatedRun first, SimulatedRun second, int seed) {
    var random = new Random(1_000_003L * seed);
    return ExperimentWords.compare(first.results(random), second.results(random));
  }

  private static boolean excludesNone(Change change) {
    return change.metric() == Metric.ERROR_RATE
        ? change.difference().filter(difference -> !difference.contains(0)).isPresent()
        : change.ratio().filter(ratio -> !ratio.contains(1)).isPresent();
  }

  private static boolean isSaid(Change change) {
    return switch (change.reading()) {
      case HIGHER, LOWER -> true;
      case NO_DIFFERENCE_SEEN, CANNOT_BE_COMPARED -> false;
    };
  }

  private String share(Metric metric, Map<Metric, Integer> alarms, double least, double most) {
    double share = alarms.getOrDefault(metric, 0) / (double) pairs;
    return metric == Metric.P99 ? percent(share) : checked(share, least, most);
  }

  private String checked(double share, double least, double most) {
    boolean holds = least <= share && share <= most;
    passed &= holds;
    return percent(share) + (holds ? "" : "!");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static void line(String name, List<String> cells) {
    System.out.printf("  %-26s", name);
    cells.forEach(cell -> System.out.printf(" %10s", cell));
    System.out.println();
  }
}
