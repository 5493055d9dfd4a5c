package dev.squall.analysis;

import dev.squall.stats.Breakdown.Part;
import dev.squall.stats.Estimate;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Mark;
import dev.squall.stats.Stall;
import java.util.List;

/**
 * Where the time of slow requests went: the slowest ones that are kept, each broken down into parts
 * that add up to its response time exactly.
 *
 * @param of whose requests: a step, or all of them
 * @param percentile which requests are slow: those at or beyond it, 0 to 100
 * @param threshold the response time at it
 * @param beyond how many requests were at or beyond it, those included that never answered
 * @param slow those of them that are kept, slowest first
 * @param parts what each part of a response time has of their times together, largest first
 */
public record Why(
    String of,
    double percentile,
    Estimate threshold,
    long beyond,
    List<Slow> slow,
    List<Share> parts) {
  public Why {
    slow = List.copyOf(slow);
    parts = List.copyOf(parts);
  }

  /**
   * A slow request and what happened meanwhile.
   *
   * @param step its step
   * @param exemplar the request, with its breakdown
   * @param stalls when the generator did not do what was due while it was under way
   * @param marks what was done to the run while it was under way
   */
  public record Slow(String step, Exemplar exemplar, List<Stall> stalls, List<Mark> marks) {
    public Slow {
      stalls = List.copyOf(stalls);
      marks = List.copyOf(marks);
    }
  }

  /**
   * A part of the slow requests' time.
   *
   * @param part which one
   * @param micros so many microseconds of all their times together
   * @param meanMs a request's mean, in milliseconds
   * @param share of all their time, 0 to 1
   */
  public record Share(Part part, long micros, double meanMs, double share) {}

  /** The times of the slow requests together, in microseconds: the sum of the parts. */
  public long totalMicros() {
    return parts.stream().mapToLong(Share::micros).sum();
  }

  /** The part that took most; the first one where they took nothing. */
  public Part mostly() {
    return parts.getFirst().part();
  }

  @Override
  public String toString() {
    return WhyText.of(this);
  }
}
