package dev.squall.analysis;

import dev.squall.stats.Latencies;
import dev.squall.stats.TimelinePoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * The requests of one row over time, laid out so that any weighting of the seconds can be summed up
 * and read without adding histograms: for each bucket, how many answers of each second are not
 * slower. A percentile is then a search over buckets, each probe a sum over the seconds.
 *
 * <p>What was not quite a second at the end belongs to the second before it. A run of more than
 * {@value #MOST} seconds is taken in longer pieces.
 */
final class Seconds {
  private static final int MOST = 600;

  /** Of so many requests no draw makes more than an int holds. */
  private static final long SMALL = 1L << 24;

  /** Requests beside any latency count as requests and failures, not as times. */
  private final int[] requests;

  private final int[] failed;
  private final double[] lengths;
  private final int[] timed;

  // upTo[k][s]: answers of second s with at most the time keys[k], in microseconds.
  private final long[] keys;
  private final int[][] upTo;
  // What is censored at each age, and which key is the last one not above it.
  private final int[][] censored;
  private final int[] keyOfAge;
  private final double beyond;
  private final boolean small;

  /** All of them as one: its percentiles are those of every other report. */
  private final Latencies all;

  /** How much of the run lies in no whole second, as a share. */
  private final double ragged;

  private Seconds(List<List<TimelinePoint>> pieces, double[] lengths, double ragged) {
    int n = pieces.size();
    this.lengths = lengths;
    this.ragged = ragged;
    this.requests = new int[n];
    this.failed = new int[n];
    this.timed = new int[n];
    var times = new ArrayList<Latencies>();
    var answers = new TreeMap<Long, int[]>();
    var ages = new TreeMap<Long, int[]>();
    for (int s = 0; s < n; s++) {
      for (var point : pieces.get(s)) {
        requests[s] += Math.toIntExact(point.requests());
        failed[s] += Math.toIntExact(point.failed());
        timed[s] += Math.toIntExact(point.response().count() + point.response().censored());
        times.add(point.response());
        count(point.response().histogram(), answers, s, n);
        count(point.response().censoredHistogram(), ages, s, n);
      }
    }
    this.all = sum(times);
    this.small = requests() < SMALL;
    this.keys = answers.keySet().stream().mapToLong(Long::longValue).toArray();
    this.upTo = answers.values().toArray(int[][]::new);
    for (int k = 1; k < upTo.length; k++) {
      for (int s = 0; s < n; s++) {
        upTo[k][s] += upTo[k - 1][s];
      }
    }
    this.censored = ages.values().toArray(int[][]::new);
    this.keyOfAge =
        ages.keySet().stream()
            .mapToInt(age -> {
              int found = Arrays.binarySearch(keys, age);
              return found >= 0 ? found : -found - 2;
            })
            .toArray();
    this.beyond =
        0.5
            + Math.max(
                answers.isEmpty() ? 0 : answers.lastKey(), ages.isEmpty() ? 0 : ages.lastKey());
  }

  /** In halves: adding one second after the other goes through all of them each time. */
  private static Latencies sum(List<Latencies> times) {
    int n = times.size();
    return n < 2
        ? n == 0 ? Latencies.NONE : times.getFirst()
        : sum(times.subList(0, n / 2)).plus(sum(times.subList(n / 2, n)));
  }

  private static void count(Histogram histogram, Map<Long, int[]> into, int second, int n) {
    for (var value : histogram.recordedValues()) {
      into.computeIfAbsent(value.getValueIteratedTo(), _ -> new int[n])[second] +=
          Math.toIntExact(value.getCountAddedInThisIterationStep());
    }
  }

  /**
   * Of a timeline.
   *
   * @param elapsedSeconds how long the run lasted
   * @param warmUp what is left out at its beginning; a piece of the timeline stays or goes whole
   */
  static Seconds of(List<TimelinePoint> timeline, double elapsedSeconds, Duration warmUp) {
    double from = warmUp.toMillis() / 1000.0;
    var kept = timeline.stream().filter(point -> point.startSeconds() >= from).toList();
    if (kept.isEmpty()) {
      return new Seconds(List.of(), new double[0], 0);
    }
    int width = kept.getFirst().widthSeconds();
    double begin = kept.getFirst().startSeconds();
    double time = Math.max(elapsedSeconds - begin, 1e-9);
    int whole = (int) Math.clamp(Math.floor(time / width + 1e-6), 1, kept.size());
    int group = Math.ceilDiv(whole, MOST);
    int n = Math.max(1, whole / group);
    double[] lengths = new double[n];
    Arrays.fill(lengths, (double) width * group);
    lengths[n - 1] = Math.max(time - (n - 1.0) * width * group, 1e-9);
    var pieces =
        IntStream.range(0, n)
            .mapToObj(s -> kept.subList(s * group, s == n - 1 ? kept.size() : (s + 1) * group))
            .toList();
    return new Seconds(pieces, lengths, Math.abs(time - (double) whole * width) / time);
  }

  int size() {
    return lengths.length;
  }

  /** All requests that have a time or an age. */
  Latencies all() {
    return all;
  }

  /** How much of the run lies in no whole second, as a share. */
  double ragged() {
    return ragged;
  }

  long requests() {
    return Arrays.stream(requests).asLongStream().sum();
  }

  long failed() {
    return Arrays.stream(failed).asLongStream().sum();
  }

  double seconds() {
    return Arrays.stream(lengths).sum();
  }

  /** Failed requests among all, each second counted so often; 0 without any request. */
  double errorRate(int[] times) {
    long of = weighted(requests, times);
    return of == 0 ? 0 : weighted(failed, times) / (double) of;
  }

  /** Requests a second, each second counted so often. */
  double throughput(int[] times) {
    double seconds = 0;
    for (int s = 0; s < lengths.length; s++) {
      seconds += lengths[s] * times[s];
    }
    return weighted(requests, times) / seconds;
  }

  /**
   * The product-limit percentile in microseconds, each second counted so often; {@link #beyond()}
   * where it lies in the censored tail.
   */
  double percentile(double percentile, int[] times) {
    long total = weighted(timed, times);
    double wanted = Math.nextDown(percentile) * total / 100;
    double leftSince = total;
    long since = total;
    long gone = 0;
    int from = 0;
    for (int j = 0; j < censored.length && total > 0; j++) {
      long dropped = weighted(censored[j], times);
      if (dropped == 0) {
        continue;
      }
      long answered = keyOfAge[j] < 0 ? 0 : weighted(upTo[keyOfAge[j]], times);
      // Still at risk: neither answered nor censored so far.
      double left = since == 0 ? 0 : leftSince * ((total - gone - answered) / (double) since);
      if (total - left >= wanted) {
        return found(from, keyOfAge[j], wanted, total, gone, leftSince / since, times);
      }
      gone += dropped;
      from = keyOfAge[j] + 1;
      since = total - gone - answered;
      leftSince = left;
      if (since <= 0) {
        return beyond();
      }
    }
    return total == 0
        ? beyond()
        : found(from, keys.length - 1, wanted, total, gone, leftSince / since, times);
  }

  /** The first key at which {@code total × (1 − S)} reaches what is wanted. */
  private double found(
      int from, int to, double wanted, long total, long gone, double scale, int[] times) {
    int low = from;
    int high = to + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double left = scale * (total - gone - weighted(upTo[middle], times));
      if (total - left >= wanted - 1e-12 * total) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low > to ? beyond() : keys[low];
  }

  /** What stands for a time in the censored tail: its bound, told apart from a time like it. */
  double beyond() {
    return beyond;
  }

  /** What each second adds to the failures beyond its share. */
  double[] failedBeyond(double rate) {
    double[] series = new double[size()];
    Arrays.setAll(series, s -> failed[s] - rate * requests[s]);
    return series;
  }

  /** What each second adds to the requests beyond its share. */
  double[] requestsBeyond(double perSecond) {
    double[] series = new double[size()];
    Arrays.setAll(series, s -> requests[s] - perSecond * lengths[s]);
    return series;
  }

  /** What each second adds to the answers within a time, beyond its share. */
  double[] withinBeyond(double micros, double percentile) {
    int found = Arrays.binarySearch(keys, Math.round(micros));
    int key = found >= 0 ? found : -found - 2;
    double[] series = new double[size()];
    Arrays.setAll(series, s -> (key < 0 ? 0 : upTo[key][s]) - percentile / 100 * timed[s]);
    return series;
  }

  private long weighted(int[] counts, int[] times) {
    return small ? weightedSmall(counts, times) : weightedLarge(counts, times);
  }

  /** The machine adds eight of these at once, and nearly all time is spent here. */
  private static int weightedSmall(int[] counts, int[] times) {
    int sum = 0;
    for (int s = 0; s < counts.length; s++) {
      sum += counts[s] * times[s];
    }
    return sum;
  }

  private static long weightedLarge(int[] counts, int[] times) {
    long sum = 0;
    for (int s = 0; s < counts.length; s++) {
      sum += (long) counts[s] * times[s];
    }
    return sum;
  }
}
