package dev.squall.analysis;

import dev.squall.analysis.Scalability.Point;
import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.run.Run;
import dev.squall.scenario.Workload;
import dev.squall.stats.Estimate;
import dev.squall.stats.Judge;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.TimelinePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;

/** Bursts at rising levels, each predicted before it is run, until something says stop. */
final class KneeSearch {
  /** A law with three unknowns needs as many points. */
  private static final int FEWEST_POINTS = 3;

  private final Workload workload;
  private final Goal goal;
  private final Bursts bursts;
  private final boolean open;
  private final DoubleFunction<Load> load;
  private final List<Option> options;
  private final List<KneeStep> steps = new ArrayList<>();

  /**
   * A search that has not begun.
   *
   * @param open whether levels are arrivals a second, not users
   * @param load the burst of a level
   */
  KneeSearch(
      Workload workload,
      Goal goal,
      Bursts bursts,
      boolean open,
      DoubleFunction<Load> load,
      List<Option> options) {
    this.workload = workload;
    this.goal = goal;
    this.bursts = bursts;
    this.open = open;
    this.load = load;
    this.options = options;
  }

  Knee perform(double from, double to, Consumer<Knee> listener) {
    // A server and a generator that have just started are slow: that is no step of any law.
    Run.start(plan(from)).await();
    var stopped = "all levels up to the highest one were tried";
    double last = 0;
    for (int number = 0; number < bursts.most(); number++) {
      if (Thread.currentThread().isInterrupted()) {
        stopped = "interrupted";
        break;
      }
      double level = bursts.level(from, to, number);
      level = open ? level : Math.round(level);
      if (level <= last) {
        continue;
      }
      last = level;
      var predicted = predicted(level);
      listener.accept(knee(Optional.of(new Knee.Expected(level, predicted)), ""));
      var results = Run.start(plan(level)).await();
      if (Thread.currentThread().isInterrupted()) {
        // It ended early: it is no burst of that level.
        continue;
      }
      steps.add(step(level, predicted, results));
      var harm = Harm.after(steps);
      if (harm.isPresent() && number < bursts.most() - 1) {
        stopped = harm.get();
        break;
      }
    }
    var found = knee(Optional.empty(), stopped);
    listener.accept(found);
    return found;
  }

  private Plan plan(double level) {
    return Plan.of(workload, load.apply(level), Options.of(options.toArray(Option[]::new)));
  }

  private Knee knee(Optional<Knee.Expected> next, String stopped) {
    return new Knee(
        open ? "iterations/s" : "users", goal, steps, next, fit(), bracket(steps), stopped);
  }

  private Optional<ScalabilityFit> fit() {
    var points =
        steps.stream()
            .filter(step -> step.achieved() > 0 && atOnce(step) > 0)
            .map(step -> new Point(atOnce(step), step.achieved()))
            .toList();
    return points.size() < FEWEST_POINTS
        ? Optional.empty()
        : Optional.of(ScalabilityFit.of(points));
  }

  private double atOnce(KneeStep step) {
    return open ? step.inFlight() : step.offered();
  }

  private Optional<Interval> predicted(double level) {
    return fit().map(fit -> open ? fit.served(level) : fit.throughput(level));
  }

  /** The highest level below which the goal never was missed, and the first one that missed it. */
  static Optional<Interval> bracket(List<KneeStep> steps) {
    double met = 0;
    for (var step : steps) {
      if (!step.goal().met()) {
        return met == 0 ? Optional.empty() : Optional.of(new Interval(met, met, step.offered()));
      }
      met = step.offered();
    }
    return met == 0
        ? Optional.empty()
        : Optional.of(new Interval(met, met, Double.POSITIVE_INFINITY));
  }

  private KneeStep step(double level, Optional<Interval> predicted, Results results) {
    var timeline = whole(results);
    var steady = Steady.of(timeline.stream().mapToDouble(KneeSearch::mean).toArray());
    boolean cut = steady.settled() && steady.from() > 0;
    var kept = cut ? timeline.subList(steady.from(), timeline.size()) : timeline;
    var times =
        cut
            ? kept.stream().map(TimelinePoint::response).reduce(Latencies.NONE, Latencies::plus)
            : results.response();
    double seconds = kept.stream().mapToDouble(TimelinePoint::widthSeconds).sum();
    double achieved =
        cut
            ? kept.stream().mapToLong(TimelinePoint::iterations).sum() / seconds
            : results.totals().iterationsPerSecond();
    long requests = results.totals().requests();
    return new KneeStep(
        level,
        predicted,
        achieved,
        results.generator().inFlight().byLittlesLaw(),
        times.percentile(50),
        times.percentile(95),
        times.percentile(99),
        requests == 0 ? 0 : results.totals().failed() / (double) requests,
        (cut
                ? Judge.judge(
                    results,
                    kept.getFirst().startSeconds(),
                    kept.getLast().startSeconds() + kept.getLast().widthSeconds(),
                    List.of(goal))
                : Judge.judge(results, List.of(goal)))
            .all()
            .getFirst(),
        steady.settled(),
        results.generator().verdict());
  }

  /** Without the rest behind the last whole second, in which nothing begins. */
  private static List<TimelinePoint> whole(Results results) {
    double elapsed = results.totals().elapsedSeconds();
    return results.timeline().stream()
        .filter(point -> point.startSeconds() + point.widthSeconds() <= elapsed)
        .toList();
  }

  private static double mean(TimelinePoint point) {
    return switch (point.response().mean()) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast(var ms) -> ms;
      case Estimate.None() -> 0;
    };
  }
}
