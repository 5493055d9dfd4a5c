package dev.squall.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.squall.chart.Chart.Point;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgChartTest {
  private static final Map<String, Chart> CHARTS = Gallery.charts();

  private static Document parsed(String svg) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError(svg, e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    var found = document.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Chart nasty() {
    return StepBars.of(Stories.NASTY, "ms", List.of(new StepBars.Bar(Stories.NASTY, 1, 1, 1)))
        .orElseThrow();
  }

  @Test
  void everyChartIsWellFormedAndSaysWhatItIs() {
    CHARTS.forEach((name, chart) -> {
      var document = parsed(SvgChart.render(chart, 760, 380));
      assertThat(elements(document, "title").getFirst().getTextContent())
          .as(name)
          .isEqualTo(Labels.printable(chart.title()));
      assertThat(elements(document, "desc").getFirst().getTextContent()).isNotBlank();
      assertThat(elements(document, "path")).hasSizeGreaterThan(3);
    });
  }

  @Test
  void namesAreTextAndNothingElse() {
    var svg = SvgChart.render(nasty(), 760, 380);
    assertThat(svg).doesNotContain("<script", "</script", "\u0007", "NaN", "Infinity");
    assertThat(elements(parsed(svg), "text"))
        .extracting(Element::getTextContent)
        .contains("</script>\"&<\uFFFD ' ]]> ñ😀");
  }

  @Test
  void nothingIsFetchedAndNothingIsRun() {
    CHARTS
        .values()
        .forEach(chart ->
            assertThat(SvgChart.render(chart, 760, 380).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "href", "url(", "@import", "<script"));
  }

  @Test
  void twoChartsInOnePageShareNoIdentifier() {
    var identifier = Pattern.compile(" id=\"([^\"]+)\"");
    var all = new ArrayList<String>();
    CHARTS
        .values()
        .forEach(chart ->
            identifier
                .matcher(SvgChart.render(chart, 760, 380))
                .results()
                .forEach(match -> all.add(match.group(1))));
    assertThat(all).hasSize(3 * CHARTS.size()).doesNotHaveDuplicates();
    assertThat(SvgChart.render(nasty(), 300, 200, "mine"))
        .contains("id=\"mine\"", "id=\"mine-title\"", "#mine .f-text{")
        .isEqualTo(SvgChart.render(nasty(), 300, 200, "mine"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SvgChart.render(nasty(), 300, 200, "a b"));
  }

  @Test
  void everyColourHasItsOwnOnADarkGround() {
    CHARTS
        .values()
        .forEach(chart -> {
          var svg = SvgChart.render(chart, 760, 380);
          var dark = svg.substring(svg.indexOf("prefers-color-scheme:dark"));
          Pattern.compile("class=\"[fs]-([a-z]+)\"")
              .matcher(svg)
              .results()
              .forEach(
                  match -> assertThat(dark).contains("--q-" + match.group(1) + ":var(--squall-"));
        });
  }

  /** Where texts are, by the widest letters that they may have. */
  private static final class Texts implements Canvas {
    private record Box(String text, double left, double right, double top, double bottom) {
      boolean touches(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
      }
    }

    private final List<Box> boxes = new ArrayList<>();

    @Override
    public void line(List<Point> points, Pen pen) {}

    @Override
    public void area(List<Point> outline, Tone tone, double opacity) {}

    @Override
    public void rectangles(List<Rectangle> rectangles, Tone tone, double opacity) {}

    @Override
    public void text(String text, double x, double y, Align align, Lettering lettering) {
      double width = lettering.width(text);
      double left =
          switch (align) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
          };
      boxes.add(new Box(text, left, left + width, y - lettering.size * 0.75, y + 2));
    }
  }

  @ParameterizedTest
  @CsvSource({"420, 260", "600, 300", "760, 380", "1200, 400"})
  void noWordsTouchEachOtherOrTheEdge(int width, int height) {
    CHARTS.forEach((name, chart) -> {
      var texts = new Texts();
      Painter.paint(chart, texts, width, height);
      for (int i = 0; i < texts.boxes.size(); i++) {
        var box = texts.boxes.get(i);
        assertThat(box.left).as("%s: %s", name, box).isGreaterThanOrEqualTo(0);
        assertThat(box.right).as("%s: %s", name, box).isLessThanOrEqualTo(width);
        for (var other : texts.boxes.subList(i + 1, texts.boxes.size())) {
          assertThat(box.touches(other)).as("%s: %s and %s", name, box, other).isFalse();
        }
      }
    });
  }
}
