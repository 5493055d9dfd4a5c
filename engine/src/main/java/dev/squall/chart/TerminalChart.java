package dev.squall.chart;

import dev.squall.chart.Chart.Tick;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Moment;
import dev.squall.chart.Layer.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A chart in characters of Unicode, for any terminal. */
public final class TerminalChart {
  private static final int NARROWEST = 20;
  private static final int MOST_LANES = 2;

  private final Chart chart;
  private final int margin;
  private final int width;
  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  private TerminalChart(Chart chart, int columns, boolean colour) {
    this.chart = chart;
    this.colour = colour;
    int widest =
        chart.y().ticks().stream().mapToInt(tick -> Labels.columns(tick.label())).max().orElse(0);
    this.margin = Math.min(widest, columns / 3) + 2;
    this.width = Math.max(NARROWEST, columns - margin);
  }

  /**
   * The chart in lines of at most so many columns, or of as many as it needs where those are too
   * few; the drawing itself has so many rows, or one for each category.
   */
  public static String render(Chart chart, int columns, int rows) {
    return render(chart, columns, rows, false);
  }

  /** The same, in the colours of the terminal's palette where it has them. */
  public static String render(Chart chart, int columns, int rows, boolean colour) {
    return new TerminalChart(chart, columns, colour).draw(rows);
  }

  private String draw(int rows) {
    title();
    lanes();
    if (chart.y().scale() == Scale.CATEGORIES) {
      bars();
    } else {
      var grid = new TerminalGrid(chart, width, rows);
      for (int row = 0; row < rows; row++) {
        text.append(yLabel(row, rows)).append('│').append(grid.row(row, colour)).append('\n');
      }
      axis(width);
    }
    return text.toString();
  }

  private void bars() {
    int room =
        chart.layers().stream()
            .filter(Intervals.class::isInstance)
            .flatMap(layer -> ((Intervals) layer).intervals().stream())
            .mapToInt(interval -> Frame.valueOf(interval).length() + 1)
            .max()
            .orElse(0);
    int inner = Math.max(NARROWEST / 2, width - room);
    var names = chart.y().ticks().reversed();
    var rows = new TerminalBars(chart, inner).rows(colour);
    for (int i = 0; i < rows.size(); i++) {
      var name = i < names.size() ? names.get(i).label() : "";
      text.append(Labels.padded(name, margin - 1)).append('│').append(rows.get(i)).append('\n');
    }
    axis(inner);
  }

  private void axis(int length) {
    text.append(" ".repeat(margin - 1)).append('└').append("─".repeat(length)).append('\n');
    text.append(xLabels(length)).append('\n');
  }

  private void title() {
    var label = chart.y().label();
    var words = new ArrayList<String>();
    words.add(chart.title() + (label.isEmpty() ? "" : " (" + label + ")"));
    var glyphs = new ArrayList<Layer>();
    for (var layer : chart.layers()) {
      if (!layer.name().isEmpty()) {
        glyphs.add(layer);
      }
    }
    int used = margin + Labels.columns(words.getFirst());
    text.append(" ".repeat(margin)).append(words.getFirst());
    boolean first = true;
    for (var layer : glyphs) {
      var name = Labels.cut(layer.name(), width - 2);
      int needed = Labels.columns(name) + 2;
      boolean below = used + 3 + needed > margin + width;
      text.append(below ? "\n" + " ".repeat(margin) : first || used > margin ? "   " : "");
      used = below ? margin + needed : used + 3 + needed;
      var glyph = Character.toString(TerminalGrid.glyph(chart, layer));
      text.append(TerminalColour.coloured(glyph, layer.ink(), colour)).append(' ').append(name);
      first = false;
    }
    text.append('\n');
    if (!chart.note().isEmpty()) {
      text.append(" ".repeat(margin)).append(Labels.cut(chart.note(), width)).append('\n');
    }
  }

  /** Words above the places that they speak of, in up to two rows; others are left out. */
  private void lanes() {
    var lanes = new ArrayList<StringBuilder>();
    chart.layers().stream()
        .filter(Moments.class::isInstance)
        .flatMap(layer -> ((Moments) layer).moments().stream())
        .sorted(Comparator.comparingDouble(Moment::x))
        .forEach(moment -> word(lanes, moment));
    lanes.reversed().forEach(lane -> text.append(lane).append('\n'));
  }

  private void word(List<StringBuilder> lanes, Moment moment) {
    var word = Labels.cut(moment.text(), width);
    int room = Labels.columns(word);
    int at = margin + (int) Math.round(chart.x().share(moment.x()) * (width - 1));
    int from = Math.max(margin, Math.min(at, margin + width - room));
    for (var lane : lanes) {
      int used = Labels.columns(lane.toString());
      if (used < from) {
        lane.append(" ".repeat(from - used)).append(word);
        return;
      }
    }
    if (lanes.size() < MOST_LANES) {
      lanes.add(new StringBuilder(" ".repeat(from)).append(word));
    }
  }

  private String yLabel(int row, int rows) {
    for (var tick : chart.y().ticks()) {
      int at = (int) Math.round((1 - chart.y().share(tick.value())) * (rows - 1));
      if (at == row) {
        return " ".repeat(Math.max(0, margin - 2 - Labels.columns(tick.label())))
            + tick.label()
            + " ";
      }
    }
    return " ".repeat(margin - 1);
  }

  private String xLabels(int length) {
    var line = new StringBuilder(" ".repeat(margin + length));
    int free = 0;
    for (var tick : chart.x().ticks()) {
      free = xLabel(line, tick, length, free);
    }
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    line.setLength(end);
    var label = chart.x().label();
    boolean fits = line.length() + 2 + label.length() <= margin + width;
    return line
        + (fits ? "  " : "\n" + " ".repeat(Math.max(0, margin + length - label.length())))
        + label;
  }

  private int xLabel(StringBuilder line, Tick tick, int length, int free) {
    int at = margin + (int) Math.round(chart.x().share(tick.value()) * (length - 1));
    int from = Math.min(at, margin + length - tick.label().length());
    if (from < free) {
      return free;
    }
    line.replace(from, from + tick.label().length(), tick.label());
    return from + tick.label().length() + 1;
  }
}
