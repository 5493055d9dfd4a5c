package dev.squall.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Columns;
import dev.squall.chart.Layer.Heat;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Moments;
import java.util.Locale;
import java.util.Map;

/**
 * The layers of a chart as those of Vega-Lite, each with its data.
 *
 * @param named what the legend shows: names, each with its colour
 * @param lanes where the words of moments stand
 * @param layers where they go
 */
record VegaMarks(Chart chart, Map<String, String> named, MomentLanes lanes, ArrayNode layers) {

  static final int LANE_HEIGHT = 13;
  private static final String SERIES = "series";

  void add(Layer layer) {
    int before = layers.size();
    mark(layer);
    for (int i = before; i < layers.size(); i++) {
      var node = layers.get(i);
      if (node.at("/encoding/color/field").asText().equals(SERIES)) {
        node.at("/data/values").forEach(row -> ((ObjectNode) row).put(SERIES, layer.name()));
      }
    }
  }

  private void mark(Layer layer) {
    switch (layer) {
      case Line line -> line(line);
      case Band band -> band(band);
      case Bounds bounds -> bounds(bounds);
      case Columns columns -> columns(columns);
      case Intervals intervals -> intervals(intervals);
      case Heat heat -> heat(heat);
      case Moments moments -> moments(moments);
    }
  }

  /** A layer of Vega-Lite and its rows. */
  private record Mark(ObjectNode node, ArrayNode rows, ObjectNode mark, ObjectNode encoding) {}

  private Mark mark(Layer layer, String type) {
    var node = layers.addObject();
    var rows = node.putObject("data").putArray("values");
    var mark = node.putObject("mark").put("type", type);
    var encoding = node.putObject("encoding");
    if (layer.name().isEmpty() || layer instanceof Heat || layer instanceof Moments) {
      mark.put("color", Tone.of(layer.ink()).onEither());
    } else {
      var colour = encoding.putObject("color").put("field", SERIES).put("type", "nominal");
      colour.putNull("title");
      // The legend would take over how faint a band is.
      colour.putObject("legend").put("symbolOpacity", 1);
      var scale = colour.putObject("scale");
      named.keySet().forEach(scale.withArray("domain")::add);
      named.values().forEach(scale.withArray("range")::add);
    }
    return new Mark(node, rows, mark, encoding);
  }

  private void line(Line line) {
    var mark = mark(line, "line");
    line.ink().dashes().forEach(mark.mark.withArray("strokeDash")::add);
    if (line.pieces().stream().anyMatch(piece -> piece.size() == 1)) {
      // A line through one point is nothing.
      mark.mark.putObject("point").put("size", 8);
    }
    for (int piece = 0; piece < line.pieces().size(); piece++) {
      for (var point : line.pieces().get(piece)) {
        x(mark.rows.addObject(), "x", point.x()).put("y", point.y()).put("piece", piece);
      }
    }
    quantitative(mark.encoding, "x", "x", chart.x());
    quantitative(mark.encoding, "y", "y", chart.y());
    mark.encoding.putObject("detail").put("field", "piece").put("type", "nominal");
  }

  private void band(Band band) {
    var mark = mark(band, "area");
    mark.mark.put("opacity", Painter.BAND);
    for (int piece = 0; piece < band.pieces().size(); piece++) {
      for (var span : band.pieces().get(piece)) {
        x(mark.rows.addObject(), "x", span.x())
            .put("low", span.low())
            .put("high", span.high())
            .put("piece", piece);
      }
    }
    quantitative(mark.encoding, "x", "x", chart.x());
    quantitative(mark.encoding, "y", "low", chart.y());
    mark.encoding.putObject("y2").put("field", "high");
    mark.encoding.putObject("detail").put("field", "piece").put("type", "nominal");
  }

  private void bounds(Bounds bounds) {
    if (bounds.reaches().stream().anyMatch(reach -> reach.to() > reach.from())) {
      var rule = mark(bounds, "rule");
      rule.mark.putArray("strokeDash").add(2).add(3);
      reaches(rule, bounds);
      rule.encoding.putObject("x2").put("field", "x2");
    }
    var arrows = mark(bounds, "point");
    arrows.mark.put("shape", "triangle-up").put("filled", true).put("size", 50);
    reaches(arrows, bounds);
  }

  private void reaches(Mark mark, Bounds bounds) {
    for (var reach : bounds.reaches()) {
      var row = x(mark.rows.addObject(), "x", reach.from()).put("at_least", reach.least());
      row.put("x2", place(chart.x(), reach.to()));
    }
    quantitative(mark.encoding, "x", "x", chart.x());
    quantitative(mark.encoding, "y", "at_least", chart.y());
  }

  private void columns(Columns columns) {
    var mark = mark(columns, "rect");
    mark.mark.put("opacity", Painter.COLUMN);
    for (var box : columns.boxes()) {
      mark.rows
          .addObject()
          .put("from", box.fromX())
          .put("to", box.toX())
          .put("low", box.fromY())
          .put("high", box.toY())
          .put("count", box.toY() - box.fromY());
    }
    quantitative(mark.encoding, "x", "from", chart.x());
    mark.encoding.putObject("x2").put("field", "to");
    quantitative(mark.encoding, "y", "low", chart.y());
    mark.encoding.putObject("y2").put("field", "high");
  }

  private void intervals(Intervals intervals) {
    boolean bars = chart.x().scale() != Scale.LOGARITHMIC;
    var mark = mark(intervals, bars ? "bar" : "point");
    mark.mark.put("filled", true).put("opacity", Painter.COLUMN);
    mark.mark.put("size", bars ? 16 : 80);
    rows(mark, intervals, "value");
    var rule = mark(intervals, "rule");
    rule.mark.put("color", Tone.FAINT.onEither());
    rows(rule, intervals, "low");
    rule.encoding.putObject("x2").put("field", "high");
    var text = mark(intervals, "text");
    text.mark.put("align", "left").put("dx", 8).put("color", Tone.FAINT.onEither());
    rows(text, intervals, "high");
    text.encoding.putObject("text").put("field", "text");
  }

  private void rows(Mark mark, Intervals intervals, String x) {
    for (var one : intervals.intervals()) {
      mark.rows
          .addObject()
          .put("category", one.category())
          .put("name", name(one.category()))
          .put("value", one.value())
          .put("low", one.low())
          .put("high", one.high())
          .put("at_least", one.atLeast())
          .put("open", one.open())
          .put("text", Frame.valueOf(one));
    }
    quantitative(mark.encoding, "x", x, chart.x());
    categories(mark.encoding);
  }

  private void heat(Heat heat) {
    var mark = mark(heat, "rect");
    for (var cell : heat.cells()) {
      mark.rows
          .addObject()
          .put("from", cell.fromX())
          .put("to", cell.toX())
          .put("low", cell.fromY())
          .put("high", cell.toY())
          .put("count", cell.count());
    }
    quantitative(mark.encoding, "x", "from", chart.x());
    mark.encoding.putObject("x2").put("field", "to");
    quantitative(mark.encoding, "y", "low", chart.y());
    mark.encoding.putObject("y2").put("field", "high");
    var colour = mark.encoding.putObject("color").put("field", "count");
    colour.put("type", "quantitative").put("title", heat.name());
    colour.putObject("scale").put("type", "log").put("scheme", "blues");
  }

  private void moments(Moments moments) {
    var rules = mark(moments, "rule");
    rules.mark.putArray("strokeDash").add(3).add(3);
    for (var moment : moments.moments()) {
      x(rules.rows.addObject(), "x", moment.x()).put("text", moment.text());
    }
    quantitative(rules.encoding, "x", "x", chart.x());
    for (int lane = 0; lane < lanes.lanes(); lane++) {
      words(moments, lane, true);
      words(moments, lane, false);
    }
  }

  /** Those of a lane that stand on one side of their lines. */
  private void words(Moments moments, int lane, boolean right) {
    var words =
        lanes.words().stream()
            .filter(word -> word.lane() == lane && word.from() >= word.at() == right)
            .toList();
    if (words.isEmpty()) {
      return;
    }
    var mark = mark(moments, "text");
    mark.mark.put("align", right ? "left" : "right").put("baseline", "bottom");
    for (var word : words) {
      x(mark.rows.addObject(), "x", word.x()).put("text", word.text());
    }
    quantitative(mark.encoding, "x", "x", chart.x());
    mark.encoding.putObject("y").put("value", -3 - LANE_HEIGHT * lane);
    mark.encoding.putObject("text").put("field", "text");
  }

  /** On HdrHistogram's axis the place, with the percentile beside it. */
  private ObjectNode x(ObjectNode row, String field, double value) {
    row.put(field, place(chart.x(), value));
    return chart.x().scale() == Scale.NINES ? row.put("percentile", value) : row;
  }

  private static double place(Axis axis, double value) {
    return axis.scale() == Scale.NINES ? axis.scale().position(value) : value;
  }

  private String name(int category) {
    return chart.y().ticks().stream()
        .filter(tick -> tick.value() == category)
        .map(Chart.Tick::label)
        .findFirst()
        .orElse("");
  }

  private static void quantitative(ObjectNode encoding, String channel, String field, Axis axis) {
    var node = encoding.putObject(channel).put("field", field).put("type", "quantitative");
    node.put("title", axis.label());
    var scale = node.putObject("scale");
    if (axis.scale() == Scale.LOGARITHMIC) {
      scale.put("type", "log");
    } else {
      scale.put("zero", false);
    }
    scale.put("nice", false).put("clamp", true);
    scale.putArray("domain").add(place(axis, axis.from())).add(place(axis, axis.to()));
    var ticks = node.putObject("axis").put("grid", channel.equals("y"));
    var labels = ticks.objectNode();
    for (var tick : axis.ticks()) {
      double place = place(axis, tick.value());
      ticks.withArray("values").add(place);
      labels.put(key(place), tick.label());
    }
    // The ticks' own words: those of a percentile or of minutes are not the numbers of their
    // places.
    ticks.put("labelExpr", VegaLite.text(labels) + "[format(datum.value, '.3f')] || ''");
  }

  /** What Vega's format makes of a number: with a real minus sign. */
  private static String key(double place) {
    return String.format(Locale.ROOT, "%.3f", place).replace('-', '\u2212');
  }

  private void categories(ObjectNode encoding) {
    var node = encoding.putObject("y").put("field", "category").put("type", "ordinal");
    node.putNull("title");
    var names = node.arrayNode();
    chart.y().ticks().reversed().forEach(tick -> names.add(tick.label()));
    node.putObject("axis")
        .put("labelLimit", 220)
        .put("labelExpr", VegaLite.text(names) + "[datum.value]");
  }
}
