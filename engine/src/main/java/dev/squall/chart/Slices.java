package dev.squall.chart;

import dev.squall.stats.Latencies;
import dev.squall.stats.TimelinePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The seconds of a run, added up so that no more are left than a chart takes. Distributions are
 * merged and not averaged: the percentiles of a slice are those of its requests, and its shortest
 * and longest times stay.
 *
 * @param slices without a gap
 * @param seconds how long the run lasted
 * @param width how many seconds a slice holds; the last may hold fewer
 */
record Slices(List<Slice> slices, double seconds, int width) {
  /** Shorter than this, a rest of a second says nothing about what happens in a second. */
  private static final double WHOLE_ENOUGH = 0.5;

  /**
   * So many seconds in one.
   *
   * @param from its beginning, in seconds
   * @param to its end
   * @param leastPerSecond the fewest requests in one of its seconds
   * @param mostPerSecond the most
   */
  record Slice(
      double from,
      double to,
      long requests,
      long failed,
      double leastPerSecond,
      double mostPerSecond,
      Latencies response) {
    double middle() {
      return (from + to) / 2;
    }

    double perSecond(long count) {
      return count / (to - from);
    }

    /** The same as one second, however long. */
    private Slice evenly() {
      return new Slice(
          from, to, requests, failed, perSecond(requests), perSecond(requests), response);
    }

    private Slice plus(Slice next) {
      return new Slice(
          from,
          next.to,
          requests + next.requests,
          failed + next.failed,
          Math.min(leastPerSecond, next.leastPerSecond),
          Math.max(mostPerSecond, next.mostPerSecond),
          response.plus(next.response));
    }
  }

  /** A whole number of seconds each, so that there are at most so many. */
  static Slices of(List<TimelinePoint> timeline, double elapsedSeconds, int most) {
    double end =
        timeline.isEmpty()
            ? 0
            : timeline.getLast().startSeconds() + timeline.getLast().widthSeconds();
    double seconds = elapsedSeconds > 0 ? Math.min(elapsedSeconds, end) : end;
    var seen = new ArrayList<Slice>();
    for (var point : timeline) {
      seen.add(slice(point, seconds));
    }
    if (seen.size() > 1 && seen.getLast().to() - seen.getLast().from() < WHOLE_ENOUGH) {
      var rest = seen.removeLast();
      seen.add(seen.removeLast().plus(rest).evenly());
    }
    int many = Math.max(1, Math.ceilDiv(seen.size(), most));
    var slices = new ArrayList<Slice>();
    for (int from = 0; from < seen.size(); from += many) {
      slices.add(
          seen.subList(from, Math.min(seen.size(), from + many)).stream()
              .reduce(Slice::plus)
              .orElseThrow());
    }
    int width = timeline.isEmpty() ? 1 : timeline.getFirst().widthSeconds() * many;
    return new Slices(List.copyOf(slices), seconds, width);
  }

  private static Slice slice(TimelinePoint point, double seconds) {
    double from = point.startSeconds();
    // What ended after the clock was read belongs to a second that has hardly begun.
    double to = Math.max(from + 1e-3, Math.min(from + point.widthSeconds(), seconds));
    double perSecond = point.requests() / (to - from);
    return new Slice(
        from, to, point.requests(), point.failed(), perSecond, perSecond, point.response());
  }

  /** What a reader has to know about the slices; nothing where a slice is a second. */
  String note() {
    return width == 1 ? "" : "each point is " + width + " s added up";
  }
}
