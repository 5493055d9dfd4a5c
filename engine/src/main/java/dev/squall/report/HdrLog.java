package dev.squall.report;

import dev.squall.sheet.StepLabels;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import dev.squall.stats.TimelinePoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Response times as HdrHistogram's interval log: for each second a histogram in microseconds of all
 * requests without a tag, which is what its tools show unless told otherwise, and one of each step
 * with the step's name as the tag. A comma, a space or a line end would end a tag: whatever is no
 * ASCII letter, digit, {@code -}, {@code .}, {@code _}, {@code ~} or {@code /} is percent-encoded
 * as UTF-8.
 */
final class HdrLog {
  /** The column of the maximum is in milliseconds. */
  private static final double MICROS_PER_MILLI = 1000;

  private static final String PLAIN = "-._~/";

  private final Results results;

  private HdrLog(Results results) {
    this.results = results;
  }

  static String of(Results results) {
    var bytes = new ByteArrayOutputStream();
    var log = new HistogramLogWriter(bytes);
    new HdrLog(results).write(log);
    log.close();
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  private void write(HistogramLogWriter log) {
    long started = results.info().started().toEpochMilli();
    log.outputLogFormatVersion();
    log.outputComment("[Response times in microseconds; Interval_Max in milliseconds]");
    log.outputComment("[Without a tag: all requests; a tag is a step, percent-encoded]");
    log.outputComment(censored());
    log.outputStartTime(started);
    log.setBaseTime(started);
    log.outputBaseTime(started);
    log.outputLegend();
    var steps = steps();
    var all = results.timeline();
    for (int second = 0; second < all.size(); second++) {
      interval(log, all.get(second), "");
      for (var step : steps.entrySet()) {
        interval(log, step.getValue().get(second), step.getKey());
      }
    }
  }

  /** A log holds times and cannot say "at least so long". */
  private String censored() {
    Latencies response = results.response();
    return "[Not in here: %d requests without an end of their own (timed out or cut off), %d that failed without an answer]"
        .formatted(response.censored(), response.beside());
  }

  private Map<String, List<TimelinePoint>> steps() {
    var labels = new StepLabels(results);
    var steps = new LinkedHashMap<String, List<TimelinePoint>>();
    for (var step : results.steps()) {
      steps.put(tag(step, labels), results.timeline(step));
    }
    return steps;
  }

  private static void interval(HistogramLogWriter log, TimelinePoint point, String tag) {
    if (point.response().count() == 0) {
      return;
    }
    var histogram = point.response().histogram();
    if (!tag.isEmpty()) {
      histogram.setTag(tag);
    }
    log.outputIntervalHistogram(
        (double) point.startSeconds(),
        (double) (point.startSeconds() + point.widthSeconds()),
        histogram,
        MICROS_PER_MILLI);
  }

  /** The step's name, after its scenario's and a colon where two scenarios share it. */
  static String tag(StepStats step, StepLabels labels) {
    boolean shared = !labels.of(step).equals(step.name());
    return (shared ? encoded(step.scenario()) + ":" : "") + encoded(step.name());
  }

  private static String encoded(String name) {
    var tag = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || PLAIN.indexOf(b) >= 0;
      tag.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return tag.toString();
  }
}
