package dev.squall.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.chart.Chart;
import dev.squall.chart.LatencyOverTime;
import dev.squall.chart.PercentileCurve;
import dev.squall.chart.SvgChart;
import dev.squall.chart.Throughput;
import dev.squall.sheet.SheetHtml;
import dev.squall.sheet.Sheets;
import dev.squall.stats.Generator;
import dev.squall.stats.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run so far as the parts of the page. Every name of the run's is escaped. */
final class LiveFrame {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int WIDTH = 660;
  private static final int HEIGHT = 300;
  private static final int MOST_RANK = 4;
  private static final int MOST_STEPS = 100;
  private static final int MOST_ERRORS = 20;

  private LiveFrame() {}

  /**
   * What the page is told.
   *
   * @param title of the window
   * @param state {@code running} or the verdict
   * @param parts fragments of HTML by the identifier of what holds them
   */
  record Told(String title, String state, Map<String, String> parts) {}

  static Frame of(Results results) {
    boolean running = results.generator().equals(Generator.RUNNING);
    return Frame.of(json(told(results, running)), !running);
  }

  /** Nothing but that it ended, and why. */
  static Frame broken(String why) {
    return Frame.of(json(new Told("Squall", "invalid", Map.of("reasons", paragraph(why)))), true);
  }

  static Told told(Results results, boolean running) {
    var info = results.info();
    var state = running ? "running" : results.generator().verdict().label();
    var timeline = results.timeline();
    double elapsed = results.totals().elapsedSeconds();
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "what", Escape.html(info.scenario()) + " <small>" + Escape.html(info.load()) + "</small>");
    parts.put("reasons", running ? "" : reasons(results));
    parts.put("figures", Figures.html(results, timeline, running));
    parts.put("throughput", svg(Throughput.of(timeline, elapsed, results.marks()), "throughput"));
    parts.put("latency", svg(LatencyOverTime.of(timeline, elapsed, results.marks()), "latency"));
    parts.put("percentiles", svg(PercentileCurve.of(results), "percentiles"));
    var sheets = new Sheets(results);
    parts.put("errors", SheetHtml.of(sheets.errors().narrow(MOST_RANK), MOST_ERRORS));
    parts.put("steps", SheetHtml.of(sheets.table().narrow(MOST_RANK), MOST_STEPS));
    return new Told(state + ": " + info.scenario() + " – Squall", state, parts);
  }

  private static String reasons(Results results) {
    return Stream.concat(results.stopped().stream(), results.generator().reasons().stream())
        .map(LiveFrame::paragraph)
        .collect(Collectors.joining());
  }

  private static String paragraph(String text) {
    return "<p>" + Escape.html(text) + "</p>";
  }

  private static String svg(Optional<Chart> chart, String name) {
    return chart.map(drawn -> SvgChart.render(drawn, WIDTH, HEIGHT, name + "-chart")).orElse("");
  }

  private static String json(Told told) {
    try {
      return JSON.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings can be written", e);
    }
  }
}
