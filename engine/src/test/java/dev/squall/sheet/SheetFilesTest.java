package dev.squall.sheet;

import static dev.squall.sheet.SheetRuns.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.report.Runs;
import dev.squall.stats.Results;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is written is read back. */
class SheetFilesTest {
  private static final List<Results> RUNS =
      List.of(Runs.small(), Runs.wholeWire(), Runs.cutOff(), Runs.empty());

  private static List<CSVRecord> csv(String text) throws IOException {
    try (var parser = CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(text))) {
      return parser.getRecords();
    }
  }

  private static Document html(String fragment) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(fragment)));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  @Test
  void everyCellOfACsvIsThatOfTheSheet() throws IOException {
    for (var run : RUNS) {
      for (var sheet : SheetsTest.all(run).toList()) {
        var records = csv(SheetCsv.of(sheet));
        assertThat(records).hasSize(sheet.rows());
        for (var column : sheet.forPrograms().columns()) {
          var heading = column.heading();
          for (int row = 0; row < sheet.rows(); row++) {
            var cell = records.get(row).get(heading.key());
            assertThat(cell).isEqualTo(Cells.exact(column, row));
            if (column instanceof Column.Times times) {
              assertThat(records.get(row).get(heading.atLeast().key()))
                  .isEqualTo(Cells.atLeast(times, row));
            }
          }
        }
      }
    }
  }

  @Test
  void aBoundStandsInASisterColumn() throws IOException {
    var total = csv(SheetCsv.of(new Sheets(Runs.small()).table())).getLast();
    assertThat(total.get("p50_ms")).isEqualTo("60.031");
    assertThat(total.get("p50_at_least_ms")).isEmpty();
    assertThat(total.get("p99_ms")).isEmpty();
    assertThat(total.get("p99_at_least_ms")).isEqualTo("1500");
    assertThat(total.get("error_percent")).isEqualTo("18.181818");
    assertThat(total.get("requests_per_s")).isEqualTo("5.5");
  }

  @Test
  void noSpreadsheetComputesAName() throws IOException {
    var names = List.of(SheetRuns.HOSTILE, "+1", "-1", "@x", "\tx", "a=b", "");
    var records = csv(SheetCsv.of(named(names.toArray(String[]::new))));
    assertThat(records.stream().map(row -> row.get("step")))
        .containsExactly("'" + SheetRuns.HOSTILE, "'+1", "'-1", "'@x", "'\tx", "a=b", "");
  }

  @Test
  void everyCellOfAPageIsThatOfTheSheet() throws Exception {
    for (var run : RUNS) {
      for (var sheet : SheetsTest.all(run).toList()) {
        var people = sheet.forPeople();
        var shown = new ArrayList<String>();
        for (int row = 0; row < people.rows(); row++) {
          for (var column : people.columns()) {
            shown.add(Cells.shown(column, row));
          }
        }
        var cells = elements(html(SheetHtml.of(sheet, 100_000)).getElementsByTagName("td"));
        assertThat(cells.stream().map(Element::getTextContent).toList()).isEqualTo(shown);
      }
    }
  }

  @Test
  void aPageSortsByEveryDigitAndMarksBounds() throws Exception {
    var page = html(SheetHtml.of(new Sheets(Runs.small()).table(), 20));
    var cells = elements(page.getElementsByTagName("td"));
    assertThat(cells)
        .anySatisfy(cell -> {
          assertThat(cell.getTextContent()).isEqualTo("80.1");
          assertThat(cell.getAttribute("data-value")).isEqualTo("80.063");
          assertThat(cell.getAttribute("class")).isEqualTo("n");
        })
        .anySatisfy(cell -> {
          assertThat(cell.getTextContent()).isEqualTo("≥186");
          assertThat(cell.getAttribute("data-value")).isEqualTo("186.371");
          assertThat(cell.getAttribute("class")).isEqualTo("n bound");
        });
    assertThat(elements(page.getElementsByTagName("tfoot"))).hasSize(1);
  }

  @Test
  void noNameIsMarkupOnAPageOrInMarkdown() throws Exception {
    var sheet = named(SheetRuns.HOSTILE, "\ud800\ufffe");
    var html = SheetHtml.of(sheet, 20);
    assertThat(html).doesNotContain("<b>").doesNotContain("</script>");
    assertThat(elements(html(html).getElementsByTagName("td")).getFirst().getTextContent())
        .startsWith("=cmd|' /C calc'!A0 </script><b>\"x\" & 'y'");
    assertThat(SheetMarkdown.of(sheet, 20))
        .contains("&lt;/script&gt;&lt;b&gt;", "&#124; \\`z\\` \\[l\\]\\(http://x\\)")
        .satisfies(text -> assertThat(text.lines()).hasSize(6));
  }

  @Test
  void rowsThatAreNotShownAreCounted() {
    var sheet = new Sheets(Runs.small()).percentiles();
    assertThat(SheetHtml.of(sheet, 20)).contains("<p>showing 20 of " + sheet.rows() + "</p>");
    assertThat(SheetMarkdown.of(sheet, 20)).endsWith("\nshowing 20 of " + sheet.rows() + "\n");
    assertThat(SheetMarkdown.of(new Sheets(Runs.small()).table(), 1))
        .contains("| login |", "| **total** |", "showing 1 of 2")
        .doesNotContain("| list |");
  }

  @Test
  void whatAPageShowsHasNoScriptAndLoadsNothing() {
    assertThat(SheetHtml.alone(new Sheets(Runs.small()).table(), 20))
        .doesNotContain("<script")
        .doesNotContain("url(")
        .doesNotContain("http:")
        .doesNotContain("@import");
  }
}
