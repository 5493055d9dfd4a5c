package dev.squall.shell.display;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.analysis.TableHtml;
import dev.squall.analysis.TableText;
import dev.squall.chart.Chart;
import dev.squall.chart.SvgChart;
import dev.squall.chart.TerminalChart;
import dev.squall.chart.VegaLite;
import dev.squall.report.CellReport;
import dev.squall.report.TextReport;
import dev.squall.report.TraceReport;
import dev.squall.sheet.SheetHtml;
import dev.squall.stats.Results;
import dev.squall.stats.Trace;
import java.awt.image.RenderedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** How values of any type are shown. The last way that was registered for a type counts. */
public final class Displays {
  private static final int MOST_ROWS = 50;
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_ITEMS = 100;

  private record Way<T>(Class<T> type, BiFunction<? super T, View, Bundle> shown) {
    Optional<Bundle> show(Object value, View view) {
      return type.isInstance(value)
          ? Optional.of(shown.apply(type.cast(value), view))
          : Optional.empty();
    }
  }

  private final List<Way<?>> ways = new CopyOnWriteArrayList<>();

  /** With the ways of Squall's own types. */
  public Displays() {
    register(Object.class, Displays::other);
    register(Map.class, Displays::map);
    register(Iterable.class, Displays::items);
    register(Object[].class, (array, view) -> items(Arrays.asList(array), view));
    register(Throwable.class, (thrown, _) -> Bundle.text(thrown.toString()));
    register(CharSequence.class, Displays::text);
    register(Chart.class, Displays::chart);
    register(Table.class, Displays::table);
    register(Results.class, Displays::results);
    register(Trace.class, Displays::trace);
    register(RenderedImage.class, (image, _) -> Picture.of(image));
    register(Bundle.class, (bundle, _) -> bundle);
    register(Displayable.class, Displayable::display);
  }

  /** Shows values of a type in another way from now on. */
  public <T> void register(Class<T> type, BiFunction<? super T, View, Bundle> shown) {
    ways.addFirst(new Way<>(type, shown));
  }

  /** A value for someone. What cannot be shown says why, and nothing is thrown. */
  // Whatever a user's toString throws is his to know, and no reason to lose the rest.
  @SuppressWarnings("IllegalCatch")
  public Bundle show(@Nullable Object value, View view) {
    if (value == null) {
      return Bundle.text("null");
    }
    try {
      return ways.stream()
          .map(way -> way.show(value, view))
          .flatMap(Optional::stream)
          .findFirst()
          .orElseThrow();
    } catch (Exception | StackOverflowError | LinkageError e) {
      return Bundle.text(
          value.getClass().getName()
              + " that cannot be shown: "
              + e.getClass().getSimpleName()
              + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }
  }

  private static Bundle other(Object value, View view) {
    var text = value.getClass().isArray() ? array(value) : String.valueOf(value);
    return text(isOurs(value) ? fitted(text, view.columns()) : text, view);
  }

  private static boolean isOurs(Object value) {
    return value.getClass().getName().startsWith("dev.squall.");
  }

  /** Sentences are broken between words, which a terminal does not; columns stay as they are. */
  private static String fitted(String text, int columns) {
    return text.lines()
        .map(line -> line.strip().contains("  ") ? line : broken(line, columns))
        .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
  }

  private static String broken(String line, int columns) {
    var lead = " ".repeat(line.length() - line.stripLeading().length() + 2);
    var lines = new StringBuilder();
    var rest = line;
    int space = rest.lastIndexOf(' ', columns);
    while (rest.length() > columns && space > lead.length()) {
      lines.append(rest, 0, space).append('\n');
      rest = lead + rest.substring(space + 1);
      space = rest.lastIndexOf(' ', columns);
    }
    return lines.append(rest).toString();
  }

  private static String array(Object array) {
    return switch (array) {
      case int[] some -> Arrays.toString(some);
      case long[] some -> Arrays.toString(some);
      case double[] some -> Arrays.toString(some);
      case float[] some -> Arrays.toString(some);
      case byte[] some -> some.length + " bytes";
      case short[] some -> Arrays.toString(some);
      case char[] some -> Arrays.toString(some);
      case boolean[] some -> Arrays.toString(some);
      default -> String.valueOf(array);
    };
  }

  private static Bundle text(CharSequence text, View view) {
    return Bundle.text(
        text.length() <= MOST_CHARACTERS
            ? text.toString()
            : text.subSequence(0, MOST_CHARACTERS)
                + "… "
                + (text.length() - MOST_CHARACTERS)
                + " characters more");
  }

  private static Bundle items(Iterable<?> items, View view) {
    if (items instanceof JsonNode || !(items instanceof java.util.Collection<?> all)) {
      return text(String.valueOf(items), view);
    }
    var shown =
        all.stream()
            .limit(MOST_ITEMS)
            .map(String::valueOf)
            .collect(Collectors.joining(", ", "[", ""));
    return text(
        shown + (all.size() > MOST_ITEMS ? ", … " + (all.size() - MOST_ITEMS) + " more]" : "]"),
        view);
  }

  private static Bundle map(Map<?, ?> map, View view) {
    var rows =
        map.entrySet().stream()
            .limit(MOST_ITEMS)
            .map(entry ->
                "<tr><td>"
                    + escaped(entry.getKey())
                    + "</td><td>"
                    + escaped(entry.getValue())
                    + "</td></tr>")
            .collect(Collectors.joining());
    return text(String.valueOf(map), view).with(Bundle.HTML, "<table>" + rows + "</table>");
  }

  private static String escaped(@Nullable Object value) {
    var text = String.valueOf(value);
    return SheetHtml.escaped(text.length() > 500 ? text.substring(0, 500) + "…" : text);
  }

  private static Bundle chart(Chart chart, View view) {
    int columns = Math.clamp(view.columns(), 40, 160);
    return Bundle.text(
            TerminalChart.render(
                chart, columns, Math.clamp(view.rows() - 6, 10, 30), view.colour()))
        .with(Bundle.SVG, SvgChart.render(chart, 720, 360))
        .with(Bundle.VEGA_LITE, VegaLite.spec(chart, 640, 320));
  }

  private static Bundle table(Table table, View view) {
    return Bundle.of(
        TableText.render(table, view.columns(), view.colour()), TableHtml.render(table, MOST_ROWS));
  }

  private static Bundle results(Results results, View view) {
    return Bundle.of(
        new TextReport(results).within(view.columns()).toString(),
        new CellReport(results).toString());
  }

  private static Bundle trace(Trace trace, View view) {
    return Bundle.text(new TraceReport(trace, view.reveals()).toString());
  }
}
