package dev.squall.analysis;

import static dev.squall.analysis.TableWords.table;
import static dev.squall.analysis.TableWords.tables;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableRenderingTest {
  private static final String HOSTILE = "</style><script>\"x\" & 'y'\u0000\u001b[31m\r\n";

  private static Document html(Table table, int rows) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new InputSource(
                new StringReader("<body>" + TableHtml.render(table, rows) + "</body>")));
  }

  @Test
  void aTableIsTextWithItsBoundsAsThePageShowsIt() throws IOException {
    var text = TableText.render(table(KnownRuns.of(1)), 80, false);
    assertThat(Files.readString(Path.of("../docs/results.md"))).contains("```\n" + text + "```");
    assertThat(text)
        .isEqualTo(
            """
              Steps
              scenario step  count failed error % requests/s p50 ms p95 ms p99 ms max ms
              shopping login    10      0       0        5.0   50.0    100    100    100
              shopping list     10      0       0        5.0    100    200    200    200
              browsing list     10      1      10        5.0   25.0   ≥500   ≥500   ≥500
              mix      total    30      1     3.3       15.0   45.0    200   ≥500   ≥500
              no room for endpoint, ok, interrupted, min ms, mean ms, p75 ms, p90 ms,
              p99.9 ms, service p50 ms, service p95 ms, service p99 ms, service max ms,
              redirects, sent again
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void everyTableFits(int columns) {
    assertThat(TablesTest.all(KnownRuns.of(1)))
        .allSatisfy(table ->
            assertThat(TableText.render(table, columns, false).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns)));
  }

  @Test
  void whatAUserMadeIsShownToo() {
    var mine =
        Table.create(
            "mine",
            StringColumn.create("name", "a", ""),
            IntColumn.create("n", new int[] {12345, 1}),
            DoubleColumn.create("share %", new double[] {12.34, Double.NaN}),
            DoubleColumn.create("mine ms", new double[] {1.5, Double.NaN}),
            FloatColumn.create("f", new float[] {0.25f, 1}),
            BooleanColumn.create("on", new boolean[] {true, false}),
            DateColumn.create("day", LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23)));
    assertThat(TableText.render(mine, 80, true))
        .isEqualTo(
            """
              \u001b[1mmine\u001b[0m
              name      n share % mine ms    f on    day
              a    12 345    12.3     1.5 0.25 true  2026-11-22
                        1       –       –  1.0 false 2026-11-23
            """);
  }

  @Test
  void afterAFilterTheRestIsShown() {
    var steps = tables(KnownRuns.of(1)).steps();
    var text =
        TableText.render(steps.where(steps.longColumn("failed").isGreaterThan(0L)), 300, false);
    assertThat(text).contains("browsing", "≥500").doesNotContain("shopping");
  }

  @Test
  void rowsThatAreNotShownAreCounted() throws Exception {
    var many = Table.create(IntColumn.create("n", IntStream.range(0, 50).toArray()));
    assertThat(TableText.render(many, 80, false)).endsWith("showing 20 of 50\n");
    var page = html(many, 20);
    assertThat(page.getElementsByTagName("td").getLength()).isEqualTo(20);
    assertThat(page.getElementsByTagName("p").item(0).getTextContent())
        .isEqualTo("showing 20 of 50");
  }

  @Test
  void noNameIsMarkup() throws Exception {
    var table = table(KnownRuns.of(1, HOSTILE)).setName(HOSTILE);
    var page = html(table, 20);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("caption").item(0).getTextContent())
        .isEqualTo("</style><script>\"x\" & 'y' [31m");
    assertThat(TableText.render(table, 200, false).replace("\n", ""))
        .doesNotContainPattern("\\p{Cntrl}");
  }
}
