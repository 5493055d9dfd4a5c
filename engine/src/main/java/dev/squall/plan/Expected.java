package dev.squall.plan;

import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * What one pass through steps comes to, of requests or of seconds paused, if nothing fails.
 *
 * @param least where the pass goes through
 * @param leastLeft where it is left earlier; infinite where it never is
 * @param most infinite where a loop goes over a list
 * @param mean NaN where it depends on answers
 * @param through the share of passes that go through; NaN where it depends on answers
 */
record Expected(double least, double leastLeft, double most, double mean, double through) {
  private static final Expected NOTHING = of(0);

  private static Expected of(double count) {
    return new Expected(count, Double.POSITIVE_INFINITY, count, count, 1);
  }

  /**
   * What is counted.
   *
   * @param leaf how much a request or a pause counts
   * @param together what branches at the same time come to
   */
  record Measure(ToDoubleFunction<Step> leaf, BinaryOperator<Expected> together) {
    /** Requests, whose branches add up. */
    static final Measure REQUESTS =
        new Measure(step -> step instanceof Request ? 1 : 0, Expected::then);

    /** Seconds of pauses, of which only the longest branch's are waited for. */
    static final Measure PAUSES =
        new Measure(
            step -> step instanceof Step.Pause(var time) ? mean(time) : 0, Expected::longer);

    private static double mean(ThinkTime time) {
      return switch (time) {
        case ThinkTime.Fixed(var always) -> seconds(always);
        case ThinkTime.Uniform(var least, var most) -> (seconds(least) + seconds(most)) / 2;
        case ThinkTime.Normal(var mean, _) -> seconds(mean);
        case ThinkTime.Exponential(var mean) -> seconds(mean);
      };
    }

    private static double seconds(Duration time) {
      return time.toNanos() / 1e9;
    }
  }

  /** Of steps one after the other. */
  static Expected of(List<Step> steps, Measure measure) {
    var all = NOTHING;
    for (var step : steps) {
      all = all.then(of(step, measure));
    }
    return all;
  }

  private static Expected of(Step step, Measure measure) {
    return switch (step) {
      case Step.Group(_, var inner) -> of(inner, measure);
      case Step.Optionally(var inner) -> of(inner, measure);
      case Step.Parallel(var branches) -> together(branches, measure);
      case Step.Repeat(var times, var inner) -> of(inner, measure).times(times);
      case Step.ForEach(_, _, var inner) -> of(inner, measure).anyTimes();
      case Step.When(_, var inner, var otherwise) -> of(inner, measure).or(of(otherwise, measure));
      case Step.Choose(var ways) -> chosen(ways, measure);
      case Step.Leave(var probability) ->
          probability > 0 ? new Expected(0, 0, 0, 0, 1 - probability) : NOTHING;
      case Request _ -> of(measure.leaf.applyAsDouble(step));
      case Step.Pause _ -> of(measure.leaf.applyAsDouble(step));
      case Step.Code _ -> NOTHING;
    };
  }

  private static Expected together(List<Step> branches, Measure measure) {
    return branches.stream()
        .map(branch -> of(branch, measure))
        .reduce(measure.together)
        .orElse(NOTHING);
  }

  private static Expected chosen(List<Step.Way> ways, Measure measure) {
    double sum = ways.stream().mapToDouble(Step.Way::weight).sum();
    var all = ways.stream().map(way -> of(way.steps(), measure)).toList();
    double mean = 0;
    double through = 0;
    for (int i = 0; i < ways.size(); i++) {
      double share = ways.get(i).weight() / sum;
      mean += share * all.get(i).mean;
      through += share * all.get(i).through;
    }
    return new Expected(
        all.stream().mapToDouble(Expected::least).min().orElse(0),
        all.stream().mapToDouble(Expected::leastLeft).min().orElse(Double.POSITIVE_INFINITY),
        all.stream().mapToDouble(Expected::most).max().orElse(0),
        mean,
        through);
  }

  private Expected then(Expected next) {
    return new Expected(
        least + next.least,
        Math.min(leastLeft, least + next.leastLeft),
        most + next.most,
        mean + through * next.mean,
        through * next.through);
  }

  private Expected longer(Expected other) {
    return new Expected(
        Math.max(least, other.least),
        Math.min(leastLeft, other.leastLeft),
        Math.max(most, other.most),
        Math.max(mean, other.mean),
        through * other.through);
  }

  private Expected times(int count) {
    if (count < 1) {
      return NOTHING;
    }
    double rounds = through == 1 ? count : (1 - Math.pow(through, count)) / (1 - through);
    return new Expected(
        least * count, leastLeft, most * count, mean * rounds, Math.pow(through, count));
  }

  private Expected anyTimes() {
    return new Expected(
        0,
        leastLeft,
        most == 0 ? 0 : Double.POSITIVE_INFINITY,
        most == 0 ? 0 : Double.NaN,
        through == 1 ? 1 : Double.NaN);
  }

  private Expected or(Expected other) {
    return new Expected(
        Math.min(least, other.least),
        Math.min(leastLeft, other.leastLeft),
        Math.max(most, other.most),
        mean == other.mean ? mean : Double.NaN,
        through == other.through ? through : Double.NaN);
  }

  /** In a mix with another, of which so many of the two together are. */
  static Expected mixed(List<Expected> all, List<Double> shares) {
    double mean = 0;
    for (int i = 0; i < all.size(); i++) {
      mean += shares.get(i) * all.get(i).mean;
    }
    return new Expected(
        all.stream().mapToDouble(Expected::fewest).min().orElse(0),
        Double.POSITIVE_INFINITY,
        all.stream().mapToDouble(Expected::most).max().orElse(0),
        mean,
        1);
  }

  /** The fewest, left or not. */
  double fewest() {
    return Math.min(least, leastLeft);
  }
}
