package dev.squall.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Heat;
import dev.squall.chart.Layer.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VegaLiteTest {
  private static JsonNode parsed(Chart chart) {
    try {
      return new JsonMapper().readTree(VegaLite.render(chart, 640, 260));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The rows of the layers of this mark. */
  private static List<JsonNode> rows(JsonNode spec, String mark, String series) {
    var rows = new ArrayList<JsonNode>();
    for (var layer : spec.get("layer")) {
      if (layer.at("/mark/type").asText().equals(mark)) {
        layer
            .at("/data/values")
            .forEach(row -> {
              if (row.path("series").asText().equals(series)) {
                rows.add(row);
              }
            });
      }
    }
    return rows;
  }

  @Test
  void everyPointOfEveryLineIsThereWithItsGaps() {
    var chart = LatencyOverTime.of(Stories.outage()).orElseThrow();
    var spec = parsed(chart);
    assertThat(spec.get("$schema").asText())
        .isEqualTo("https://vega.github.io/schema/vega-lite/v5.json");
    for (var layer : chart.layers()) {
      if (layer instanceof Line(var name, _, var pieces)) {
        var rows = rows(spec, "line", name);
        assertThat(
                rows.stream()
                    .map(row -> new Point(row.get("x").asDouble(), row.get("y").asDouble())))
            .containsExactlyElementsOf(pieces.stream().flatMap(List::stream).toList());
        assertThat(rows.getLast().get("piece").asInt()).isEqualTo(pieces.size() - 1);
      }
      if (layer instanceof Bounds(var name, _, var reaches)) {
        assertThat(rows(spec, "point", name))
            .extracting(row -> row.get("at_least").asDouble())
            .containsAll(reaches.stream().map(Layer.Reach::least).toList());
      }
    }
    assertThat(spec.at("/title/text").asText()).isEqualTo("Response time over time");
  }

  @Test
  void aPercentileStandsBesideItsPlace() {
    var spec = parsed(PercentileCurve.of(Stories.outage()).orElseThrow());
    var last = rows(spec, "line", "response time").getLast();
    assertThat(last.get("x").asDouble())
        .isEqualTo(Scale.NINES.position(last.get("percentile").asDouble()));
    var axis = spec.at("/layer/0/encoding/x/axis");
    assertThat(axis.get("values")).extracting(JsonNode::asDouble).contains(0.0, 1.0);
    assertThat(axis.get("labelExpr").asText()).contains("\"1.000\":\"90\"", "\"2.000\":\"99\"");
  }

  @Test
  void everyCellOfAHeatMapIsThere() {
    var chart = HeatMap.of(Stories.outage()).orElseThrow();
    var cells = ((Heat) chart.layers().getFirst()).cells();
    assertThat(rows(parsed(chart), "rect", ""))
        .extracting(row -> row.get("count").asLong())
        .containsExactlyElementsOf(cells.stream().map(Layer.Cell::count).toList());
  }

  @Test
  void namesLeaveNeitherTheirStringNorTheirPage() throws JsonProcessingException {
    var bars = List.of(new StepBars.Bar(Stories.NASTY, 3, 2, 4));
    var chart = StepBars.of(Stories.NASTY, "ms", bars).orElseThrow();
    assertThat(VegaLite.render(chart, 640, 260)).doesNotContain("<", ">", "&", "\u0007", "NaN");
    var spec = parsed(chart);
    var row = rows(spec, "bar", "").getFirst();
    assertThat(row.get("name").asText()).isEqualTo(Labels.printable(Stories.NASTY));
    assertThat(row.get("low").asDouble()).isEqualTo(2);
    assertThat(row.get("high").asDouble()).isEqualTo(4);
    var labels = spec.at("/layer/0/encoding/y/axis/labelExpr").asText();
    var names = labels.substring(0, labels.lastIndexOf("[datum.value]"));
    assertThat(new JsonMapper().readTree(names).get(0).asText())
        .isEqualTo(Labels.printable(Stories.NASTY));
  }
}
