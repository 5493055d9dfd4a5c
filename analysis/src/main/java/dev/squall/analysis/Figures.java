package dev.squall.analysis;

import dev.squall.chart.Chart;
import dev.squall.chart.Scale;
import java.util.Locale;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.components.TickSettings;

/**
 * Charts as figures of Tablesaw's jsplot, which Plotly draws: to be zoomed into, with the numbers
 * under the pointer.
 */
public final class Figures {
  private static final int HEIGHT = 420;
  private static final int LONGEST = 28;

  private Figures() {}

  /**
   * The figure. On HdrHistogram's axis its x are the places of the percentiles, and the percentiles
   * are in the words under the pointer.
   */
  public static Figure of(Chart chart) {
    var traces = new Traces(chart);
    chart.layers().forEach(traces::add);
    var title = chart.title() + (chart.note().isEmpty() ? "" : " (" + chart.note() + ")");
    var layout =
        Layout.builder()
            .title(plain(title))
            .height(HEIGHT)
            .autosize(true)
            .hoverMode(Layout.HoverMode.CLOSEST)
            .showLegend(chart.layers().stream().anyMatch(layer -> !layer.name().isEmpty()))
            .margin(
                Margin.builder()
                    .left(chart.y().scale() == Scale.CATEGORIES ? 200 : 70)
                    .right(40)
                    .top(60)
                    .bottom(60)
                    .build())
            .xAxis(axis(chart.x()))
            .yAxis(axis(chart.y()))
            .build();
    return new Figure(
        layout, Config.builder().responsive(true).displayLogo(false).build(), traces.toArray());
  }

  /** Plotly puts its own ticks on an axis that is zoomed into only where nobody else's are. */
  private static Axis axis(Chart.Axis axis) {
    var places = axis.ticks().stream().mapToDouble(tick -> place(axis, tick.value())).toArray();
    var labels =
        axis.ticks().stream().map(tick -> plain(shortened(tick.label()))).toArray(String[]::new);
    return Axis.builder()
        .title(plain(axis.label()))
        .type(axis.scale() == Scale.LOGARITHMIC ? Axis.Type.LOG : Axis.Type.LINEAR)
        .range(end(axis, axis.from()), end(axis, axis.to()))
        // jsplot forgets showZeroLine; the place of a category is no zero.
        .zeroLineWidth(axis.scale() == Scale.CATEGORIES ? 0 : 1)
        .tickSettings(
            TickSettings.builder()
                .tickMode(TickSettings.TickMode.ARRAY)
                .arrayTicks(places, labels)
                .build())
        .build();
  }

  /** What the margin holds. */
  private static String shortened(String label) {
    return label.codePointCount(0, label.length()) <= LONGEST
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** Plotly's range of a logarithmic axis is in powers of ten, its values are not. */
  private static double end(Chart.Axis axis, double value) {
    return axis.scale() == Scale.LINEAR ? value : axis.scale().position(value);
  }

  static double place(Chart.Axis axis, double value) {
    return axis.scale() == Scale.NINES ? axis.scale().position(value) : value;
  }

  /**
   * A text that means nothing to HTML, to JavaScript or to Plotly's own mark-up, whatever jsplot
   * does with it: it writes some texts into scripts as they are. What could mean something is
   * replaced by a character that looks like it.
   */
  static String plain(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .map(character ->
            switch (character) {
              case '<' -> '‹';
              case '>' -> '›';
              case '&' -> '＆';
              case '"' -> '”';
              case '\'' -> '’';
              case '\\' -> '＼';
              default ->
                  Character.isISOControl(character) || character == 0x2028 || character == 0x2029
                      ? '\uFFFD'
                      : character;
            })
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  static String colour(String hex, double opacity) {
    int rgb = Integer.decode(hex);
    return String.format(
        Locale.ROOT, "rgba(%d,%d,%d,%.2f)", rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF, opacity);
  }
}
