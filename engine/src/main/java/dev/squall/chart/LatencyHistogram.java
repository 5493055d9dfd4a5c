package dev.squall.chart;

import dev.squall.chart.Layer.Box;
import dev.squall.chart.Layer.Columns;
import dev.squall.chart.Layer.Moment;
import dev.squall.chart.Layer.Moments;
import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many requests took how long, over a logarithmic axis, with p50, p95 and p99. Time-outs and
 * what was cut off stand on top, at the age that they reached: their times are longer.
 */
public final class LatencyHistogram {
  private static final int MOST_BINS = 80;

  private LatencyHistogram() {}

  /** Response times of all requests; empty when there was neither an answer nor a time-out. */
  public static Optional<Chart> of(Results results) {
    return of("How long responses took", results.response());
  }

  /** Any times. */
  public static Optional<Chart> of(String title, Latencies times) {
    if (times.count() + times.censored() == 0) {
      return Optional.empty();
    }
    var extent = LatencyBins.extent(times);
    var bins = LatencyBins.atMost(MOST_BINS, extent.least(), extent.most());
    var answered = bins.counts(times.histogram());
    var censored = bins.counts(times.censoredHistogram());
    var layers = new ArrayList<Layer>();
    if (!answered.isEmpty()) {
      layers.add(new Columns("answered", Ink.BLUE, boxes(bins, answered, new TreeMap<>())));
    }
    if (!censored.isEmpty()) {
      layers.add(new Columns("no answer by then", Ink.ORANGE, boxes(bins, censored, answered)));
    }
    double most = Extent.ofY(layers).map(Extent::most).orElse(1.0);
    layers.addAll(percentiles(times));
    int first = Math.min(first(answered), first(censored));
    int last = Math.max(last(answered), last(censored));
    return Optional.of(
        new Chart(
            Labels.printable(title),
            "",
            Axes.logarithmic("ms", bins.from(first), bins.from(last + 1)),
            Axes.amounts("requests", most),
            layers));
  }

  private static List<Box> boxes(
      LatencyBins bins, SortedMap<Integer, Long> counts, SortedMap<Integer, Long> below) {
    return counts.entrySet().stream()
        .map(bin -> {
          long base = below.getOrDefault(bin.getKey(), 0L);
          return new Box(
              bins.from(bin.getKey()), bins.from(bin.getKey() + 1), base, base + bin.getValue());
        })
        .toList();
  }

  private static List<Layer> percentiles(Latencies times) {
    var moments = new ArrayList<Moment>();
    for (var percentile : List.of(50, 95, 99)) {
      if (times.percentile(percentile) instanceof Estimate.Exact(var ms)) {
        moments.add(
            new Moment(Math.max(ms, Scale.SMALLEST), "p" + percentile + " " + Labels.rounded(ms)));
      }
    }
    return moments.isEmpty() ? List.of() : List.of(new Moments("", Ink.GREY, moments));
  }

  private static int first(SortedMap<Integer, Long> counts) {
    return counts.isEmpty() ? Integer.MAX_VALUE : counts.firstKey();
  }

  private static int last(SortedMap<Integer, Long> counts) {
    return counts.isEmpty() ? Integer.MIN_VALUE : counts.lastKey();
  }
}
