package dev.squall.analysis;

import dev.squall.goal.Metric;
import dev.squall.stats.Estimate;
import dev.squall.stats.Judgement;
import dev.squall.stats.Judgement.Actual;
import java.util.function.ToDoubleFunction;

/**
 * A number of one run and how far another run of the same kind might be from it.
 *
 * @param actual the number, in the metric's unit
 * @param value what is computed with: the number or its bound; for an error rate with one failure
 *     and one success more
 * @param standardError of it
 * @param logError standard error of its logarithm; 0 for an error rate
 * @param degreesOfFreedom how well the standard errors are known
 * @param resolution how far it may be off because times lie in buckets and runs do not end with a
 *     second, as a share
 * @param unknown the share of the draws in which it lies in the censored tail
 */
record Spread(
    Actual actual,
    double value,
    double standardError,
    double logError,
    double degreesOfFreedom,
    double resolution,
    double unknown) {

  /** Below, a block bootstrap has nothing to draw from. */
  static final int FEWEST_SECONDS = 10;

  /** Requests beyond a percentile below which the percentile is an anecdote. */
  static final int FEWEST_BEYOND = 5;

  /** Below, the seconds cannot tell how far failures come together. */
  private static final int FEWEST_FAILURES = 20;

  static final int DRAWS = 1000;

  private static final double MICROS = 1000;

  /** HdrHistogram's buckets with three digits are 1/1024 of their value wide at most. */
  private static final double BUCKET = 1 / 1024.0;

  static Spread of(Metric metric, Seconds run, long seed) {
    return switch (metric) {
      case ERROR_RATE -> errorRate(run, seed);
      case REQUEST_RATE -> throughput(run, seed);
      case P50, P75, P90, P95, P99, P999 -> percentile(percent(metric), run, seed);
      case MEAN_TIME, MAX_TIME ->
          throw new IllegalArgumentException("cannot be drawn again from seconds: " + metric);
    };
  }

  /** What a percentile's name says, 0 to 100. */
  static double percent(Metric metric) {
    return switch (metric) {
      case P50 -> 50;
      case P75 -> 75;
      case P90 -> 90;
      case P95 -> 95;
      case P99 -> 99;
      case P999 -> 99.9;
      case MEAN_TIME, MAX_TIME, ERROR_RATE, REQUEST_RATE ->
          throw new IllegalArgumentException("no percentile: " + metric);
    };
  }

  /** Of any percentile of the response time, 0 to 100 excluded. */
  static Spread percentile(double percentile, Seconds run, long seed) {
    return switch (run.all().percentile(percentile)) {
      case Estimate.None() -> new Spread(new Judgement.Nothing(), 0, 0, 0, 1, 0, 1);
      case Estimate.Exact(var ms) -> percentile(new Judgement.Known(ms), ms, percentile, run, seed);
      case Estimate.AtLeast(var ms) ->
          percentile(new Judgement.AtLeast(ms), ms, percentile, run, seed);
    };
  }

  /** A time as what was measured of a percentile. */
  static Actual actual(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> new Judgement.Known(ms);
      case Estimate.AtLeast(var ms) -> new Judgement.AtLeast(ms);
      case Estimate.None() -> new Judgement.Nothing();
    };
  }

  private static Spread percentile(
      Actual actual, double ms, double percentile, Seconds run, long seed) {
    var neighbours = Autocorrelation.of(run.withinBeyond(ms * MICROS, percentile));
    var drawn =
        Drawn.of(run, neighbours, seed, times -> run.percentile(percentile, times), run.beyond());
    return new Spread(
        actual,
        ms,
        drawn.standardError() / MICROS,
        drawn.logError(),
        neighbours.degreesOfFreedom(),
        Math.max(BUCKET, 1 / Math.max(1, ms * MICROS)),
        drawn.unknown());
  }

  private static Spread throughput(Seconds run, long seed) {
    double rate = run.requests() / run.seconds();
    var neighbours = Autocorrelation.of(run.requestsBeyond(rate));
    var drawn = Drawn.of(run, neighbours, seed, run::throughput, Double.POSITIVE_INFINITY);
    return new Spread(
        run.requests() == 0 ? new Judgement.Nothing() : new Judgement.Known(rate),
        rate,
        drawn.standardError(),
        drawn.logError(),
        neighbours.degreesOfFreedom(),
        1.0 / Math.max(1, run.requests()) + run.ragged(),
        0);
  }

  /**
   * One failure and one success are added, so that no failure in a thousand requests is no promise
   * (A. Agresti and B. Caffo, The American Statistician 54 (2000), 280–288); the variance of
   * independent requests is multiplied by what the seconds show beyond it.
   */
  private static Spread errorRate(Seconds run, long seed) {
    double n = run.requests();
    if (n == 0) {
      return new Spread(new Judgement.Nothing(), 0, 0, 0, 1, 0, 1);
    }
    double rate = run.failed() / n;
    double inflation = 1;
    double df = run.size() - 1.0;
    if (run.failed() > 0 && rate < 1) {
      var neighbours = Autocorrelation.of(run.failedBeyond(rate));
      var drawn = Drawn.of(run, neighbours, seed, run::errorRate, Double.POSITIVE_INFINITY);
      inflation = Math.pow(drawn.standardError(), 2) * n / (rate * (1 - rate));
      df = neighbours.degreesOfFreedom();
    }
    double smoothed = (run.failed() + 1) / (n + 2);
    // A few failures that happen to lie evenly are no sign that failures keep apart.
    double least = run.failed() < FEWEST_FAILURES ? 1 : 0;
    double variance = Math.max(least, inflation) * smoothed * (1 - smoothed) / (n + 2);
    return new Spread(new Judgement.Known(rate), smoothed, Math.sqrt(variance), 0, df, 0, 0);
  }

  /** What a thousand draws say; the first two corrected for what blocks do not see. */
  private record Drawn(double standardError, double logError, double unknown) {

    static Drawn of(
        Seconds run,
        Autocorrelation neighbours,
        long seed,
        ToDoubleFunction<int[]> statistic,
        double beyond) {
      var blocks = new Blocks(run.size(), neighbours.blockLength(), seed);
      var plain = new Moments();
      var logarithms = new Moments();
      int unknown = 0;
      for (int i = 0; i < DRAWS; i++) {
        double value = statistic.applyAsDouble(blocks.draw());
        unknown += value == beyond ? 1 : 0;
        plain.add(value);
        logarithms.add(Math.log(Math.max(value, 1e-9)));
      }
      double factor = Math.sqrt(neighbours.inflation());
      return new Drawn(
          plain.deviation() * factor, logarithms.deviation() * factor, unknown / (double) DRAWS);
    }
  }
}
