package dev.squall.report;

import dev.squall.chart.Chart;
import dev.squall.chart.ChartKind;
import dev.squall.chart.SvgChart;
import dev.squall.stats.Results;
import java.util.Locale;

/** The charts of a page, each drawn for a screen and for a phone: scaled down, nobody reads one. */
final class PageCharts {
  private PageCharts() {}

  /** A figure; empty where there is nothing to draw. */
  static String of(ChartKind kind, Results results) {
    return kind.of(results)
        .map(chart ->
            "<figure class=\"chart\">\n"
                + drawn(chart, kind, "wide", 640, 330)
                + drawn(chart, kind, "narrow", 350, 300)
                + "</figure>\n")
        .orElse("");
  }

  private static String drawn(Chart chart, ChartKind kind, String size, int width, int height) {
    var id = "chart-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + size;
    // A style in an attribute would need a policy for all of them; the page's own says the same.
    return SvgChart.render(chart, width, height, id)
        .replaceFirst(" style=\"[^\"]*\">", " class=\"" + size + "\">");
  }
}
