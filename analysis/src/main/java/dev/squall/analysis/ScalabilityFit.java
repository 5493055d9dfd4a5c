package dev.squall.analysis;

import dev.squall.analysis.Scalability.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The law fitted to measured steps, and how far it might be off: a parametric bootstrap (B. Efron
 * and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 9). Each draw moves the
 * points about the curve as far as they really lie from it and fits again.
 */
public final class ScalabilityFit {
  private static final int DRAWS = 400;

  /** Bursts of seconds are never closer to a law than this, even where few points allow it. */
  private static final double LEAST_NOISE = 0.02;

  private final Scalability law;
  private final List<Scalability> drawn;
  private final double noise;

  private ScalabilityFit(Scalability law, List<Scalability> drawn, double noise) {
    this.law = law;
    this.drawn = drawn;
    this.noise = noise;
  }

  static ScalabilityFit of(List<Point> points) {
    var law = Scalability.of(points);
    double df =
        Math.max(1, points.size() - 1 - (law.sigma() > 0 ? 1 : 0) - (law.kappa() > 0 ? 1 : 0));
    double noise = Math.max(LEAST_NOISE, Math.sqrt(Scalability.squares(law, points) / df));
    // Few points know their own noise badly: as much wider as Student's t is than the normal.
    double wider = noise * StudentT.quantile(0.975, df + 1) / StudentT.quantile(0.975, 1e9);
    var random = new SplittableRandom(1);
    var drawn = new ArrayList<Scalability>();
    for (int i = 0; i < DRAWS; i++) {
      drawn.add(
          Scalability.of(
              points.stream()
                  .map(point ->
                      new Point(
                          point.n(),
                          law.throughput(point.n()) * Math.exp(wider * random.nextGaussian())))
                  .toList()));
    }
    return new ScalabilityFit(law, drawn, wider);
  }

  /** The law that lies nearest to what was measured. */
  public Scalability law() {
    return law;
  }

  /** λ with its interval. */
  public Interval lambda() {
    return interval(Scalability::lambda);
  }

  /** σ with its interval. */
  public Interval sigma() {
    return interval(Scalability::sigma);
  }

  /** κ with its interval. */
  public Interval kappa() {
    return interval(Scalability::kappa);
  }

  /** The most the system ever does a second; an infinite end where it is not in sight. */
  public Interval capacity() {
    return interval(Scalability::capacity);
  }

  /** What a further burst with so many at once would do a second, its own noise included. */
  Interval throughput(double n) {
    return noisy(law -> law.throughput(n));
  }

  /** What a further burst with so many arrivals a second would do. */
  Interval served(double perSecond) {
    return noisy(law -> Math.min(perSecond, law.capacity()));
  }

  private Interval interval(ToDoubleFunction<Scalability> value) {
    return quantiles(
        value.applyAsDouble(law), drawn.stream().mapToDouble(value).sorted().toArray());
  }

  private Interval noisy(ToDoubleFunction<Scalability> value) {
    var random = new SplittableRandom(2);
    return quantiles(
        value.applyAsDouble(law),
        drawn.stream()
            .mapToDouble(
                other -> value.applyAsDouble(other) * Math.exp(noise * random.nextGaussian()))
            .sorted()
            .toArray());
  }

  private static Interval quantiles(double estimate, double[] ascending) {
    int tail = (int) (ascending.length * Contrast.ALARMS / 2);
    return new Interval(estimate, ascending[tail], ascending[ascending.length - 1 - tail]);
  }

  @Override
  public String toString() {
    return law + " from " + Arrays.toString(new Interval[] {lambda(), sigma(), kappa()});
  }
}
