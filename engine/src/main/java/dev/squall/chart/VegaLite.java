package dev.squall.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a Vega-Lite 5 specification with its data inside, for notebooks and for whoever wants
 * to go on from there. What is a bound, a gap or a moment is so there too. On HdrHistogram's axis
 * {@code x} is the place and {@code percentile} the number.
 */
public final class VegaLite {
  static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
  private static final double GRID = 0.3;
  private static final JsonMapper JSON = new JsonMapper();

  private VegaLite() {}

  /**
   * The specification.
   *
   * @param width of the plot without its labels, in pixels
   * @param height of the plot, in pixels
   */
  public static ObjectNode spec(Chart chart, int width, int height) {
    var spec = JSON.createObjectNode();
    spec.put("$schema", SCHEMA);
    spec.put("description", Labels.printable(Description.of(chart)));
    var title = spec.putObject("title");
    title.put("text", chart.title()).put("anchor", "start");
    if (!chart.note().isEmpty()) {
      title.put("subtitle", chart.note());
    }
    spec.put("width", width).put("height", height);
    var lanes = MomentLanes.of(chart, 0, width);
    title.put("offset", 10 + VegaMarks.LANE_HEIGHT * lanes.lanes());
    var marks = new VegaMarks(chart, named(chart), lanes, spec.putArray("layer"));
    chart.layers().forEach(marks::add);
    var config = spec.putObject("config");
    config.putObject("mark").put("tooltip", true);
    config.putObject("axis").put("gridColor", Tone.FAINT.onEither()).put("gridOpacity", GRID);
    return spec;
  }

  /**
   * The same as text; {@code <}, {@code >} and {@code &} are escaped, so that a page may hold it.
   */
  public static String render(Chart chart, int width, int height) {
    return text(spec(chart, width, height));
  }

  static String text(JsonNode node) {
    try {
      return JSON.writer(new Harmless()).writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the legend shows: names, each with its colour. */
  private static Map<String, String> named(Chart chart) {
    var colours = new LinkedHashMap<String, String>();
    for (var layer : chart.layers()) {
      if (!layer.name().isEmpty()) {
        colours.putIfAbsent(layer.name(), Tone.of(layer.ink()).onEither());
      }
    }
    return colours;
  }

  private static final class Harmless extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      var codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes['<'] = CharacterEscapes.ESCAPE_STANDARD;
      codes['>'] = CharacterEscapes.ESCAPE_STANDARD;
      codes['&'] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
