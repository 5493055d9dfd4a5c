package dev.squall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.chart.Chart;
import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Chart.Tick;
import dev.squall.chart.ChartKind;
import dev.squall.chart.Ink;
import dev.squall.chart.Layer;
import dev.squall.chart.Scale;
import dev.squall.chart.StepBars;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {
  private static final String NASTY = "</script>\"&<\u0007 ' \\";

  private static String javascript(Chart chart) {
    return Figures.of(chart).asJavascript("here");
  }

  private static Chart line(Scale scale, List<List<Point>> pieces) {
    return new Chart(
        "a line",
        "",
        new Axis("x", scale, 0, 99, List.of(new Tick(90, "ninety"))),
        new Axis("ms", Scale.LOGARITHMIC, 1, 100, List.of(new Tick(10, "10"))),
        List.of(new Layer.Line("line", Ink.BLUE, pieces)));
  }

  @Test
  void pointsAreThereAndAGapIsAGap() {
    var pieces = List.of(List.of(new Point(1, 2.5), new Point(2, 3.5)), List.of(new Point(4, 7.5)));
    assertThat(javascript(line(Scale.LINEAR, pieces)).replaceAll("\\s", ""))
        .contains("x:[\"1.0\",\"2.0\",\"NaN\",\"4.0\",\"NaN\"]")
        .contains("y:[\"2.5\",\"3.5\",\"NaN\",\"7.5\",\"NaN\"]")
        .contains("range:[\"0.0\",\"2.0\"]", "type:'log'");
  }

  @Test
  void aPercentileIsAtItsPlaceAndNamedInWords() {
    var javascript =
        javascript(line(Scale.NINES, List.of(List.of(new Point(0, 1), new Point(90, 2)))));
    assertThat(javascript.replaceAll("\\s", ""))
        .contains("x:[\"0.0\",\"1.0\",\"NaN\"]", "\"p90\"", "tickvals:[1.0]", "\"ninety\"");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfChartIsAFigure(ChartKind kind) {
    var chart = kind.of(KnownRuns.of(1)).orElseThrow();
    assertThat(javascript(chart)).contains("Plotly.newPlot(", Figures.plain(chart.title()));
    assertThat(Figures.of(chart).getTraces()).hasSizeGreaterThanOrEqualTo(chart.layers().size());
  }

  @Test
  void namesLeaveNoScript() {
    var bars = List.of(new StepBars.Bar(NASTY, 3, 2, 4));
    var chart = StepBars.of(NASTY, NASTY, bars).orElseThrow();
    var javascript = javascript(chart);
    var script = Pattern.compile("<[^>]*>").matcher(javascript).results().map(tag -> tag.group());
    assertThat(script).containsExactly("<script>", "</script>");
    assertThat(javascript).doesNotContain("\\", "\u0007", "&").contains("‹/script›”＆‹� ’ ＼");
  }

  @Test
  void aPageNeedsNoNetwork() {
    var charts = List.of(ChartKind.THROUGHPUT.of(KnownRuns.of(1)).orElseThrow());
    var page = PlotlyPage.of(NASTY, charts);
    assertThat(page).contains(PlotlyPage.script());
    assertThat(PlotlyPage.script()).contains("plotly.js v2.35.3").doesNotContain("</script");
    assertThat(page.replace(PlotlyPage.script(), ""))
        .contains("<h1>‹/script›”＆‹� ’ ＼</h1>")
        .doesNotContain("<script src", "<link", "http", NASTY)
        .containsPattern("(?s)(<script>[^<]*</script>.*){3}");
    assertThat(PlotlyPage.version()).isEqualTo("2.35.3");
  }
}
