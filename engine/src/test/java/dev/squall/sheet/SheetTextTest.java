package dev.squall.sheet;

import static dev.squall.sheet.SheetRuns.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.report.Runs;
import dev.squall.stats.Results;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {

  @Test
  void numbersStandToTheRightUnderTheirUnitsAndWhatFoundNoRoomIsNamed() {
    assertThat(SheetText.of(new Sheets(Runs.small()).table(), 80, 20, false))
        .isEqualTo(
            """
              Steps
              step  count failed error % requests/s mean ms p50 ms p95 ms p99 ms max ms
              login    10      1      10        5.0    55.0   50.0    100    100    100
              list      1      1     100       0.50  ≥1 500 ≥1 500 ≥1 500 ≥1 500 ≥1 500
              total    11      2    18.2        5.5    ≥186   60.0 ≥1 500 ≥1 500 ≥1 500
              no room for endpoint, ok, interrupted, min ms, p75 ms, p90 ms, p99.9 ms,
              service p50 ms, service p95 ms, service p99 ms, service max ms, redirects,
              sent again
            """);
  }

  @Test
  void aNameOfSeveralWordsStandsOnTwoLines() {
    assertThat(SheetText.of(new Sheets(Runs.small()).table(), 300, 20, false))
        .contains(" service service service service            sent\n")
        .contains("  p50 ms  p95 ms  p99 ms  max ms redirects again\n")
        .doesNotContain("no room");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void everyLineFitsAndNoneEndsInSpace(int columns) {
    for (var run :
        new Results[] {
          Runs.small(), Runs.wholeWire(), Runs.cutOff(), Runs.withSecondStep("界".repeat(90))
        }) {
      assertThat(SheetsTest.all(run))
          .allSatisfy(sheet ->
              assertThat(SheetText.of(sheet, columns, 20, false).lines())
                  .allSatisfy(line -> {
                    assertThat(Display.width(line)).isLessThanOrEqualTo(columns);
                    assertThat(line).doesNotEndWith(" ");
                  }));
    }
  }

  @Test
  void aWideCharacterTakesTwoCells() {
    assertThat(SheetText.of(named("一覧を見る", "👩‍🔬 lab", "cafe\u0301"), 80, 20, false))
        .isEqualTo(
            """
              Steps
              step       count
              一覧を見る     1
              👩‍🔬 lab         2
              café           3
            """
                .replace("café", "cafe\u0301"));
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefghij,5,ab…ij",
    "abcdefghij,10,abcdefghij",
    "一二三四五,7,一…五",
    "abc,1,…",
    "👩‍🔬👩‍🔬👩‍🔬,5,👩‍🔬…👩‍🔬"
  })
  void whatDoesNotFitIsCutBetweenCharacters(String text, int cells, String cut) {
    assertThat(Display.fit(text, cells)).isEqualTo(cut);
    assertThat(Display.width(cut)).isLessThanOrEqualTo(cells);
  }

  @Test
  void rowsThatAreNotShownAreCounted() {
    var names = IntStream.range(0, 25).mapToObj(i -> "s" + i).toArray(String[]::new);
    assertThat(SheetText.of(named(names), 80, 20, false))
        .contains("s19")
        .doesNotContain("s20")
        .endsWith("  showing 20 of 25\n");
    assertThat(SheetText.of(named(names), 80, 25, false)).doesNotContain("showing");
    assertThat(SheetText.of(new Sheets(Runs.small()).table(), 80, 1, false))
        .contains("login", "total", "showing 1 of 2")
        .doesNotContain("list");
  }

  @Test
  void badNewsBoundsAndTotalsAreMarkedOnlyWhereThatIsAsked() {
    var sheet = new Sheets(Runs.small()).table();
    var plain = SheetText.of(sheet, 80, 20, false);
    var marked = SheetText.of(sheet, 80, 20, true);
    assertThat(plain).doesNotContain("\u001b");
    assertThat(marked)
        .contains("\u001b[31m1\u001b[0m", "\u001b[33m≥1 500\u001b[0m", "\u001b[1mtotal\u001b[0m");
    assertThat(marked.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void noNameMovesTheCursorOrTurnsTheTextRound() {
    var text = SheetText.of(named(SheetRuns.HOSTILE, "a\ud800b"), 300, 20, true);
    assertThat(text.replace("\n", "").replaceAll("\u001b\\[[01]m", ""))
        .doesNotContainPattern("[\\p{Cntrl}\u202e\u2028\\p{Cs}]")
        .contains("a b");
    assertThat(text.lines()).hasSize(4);
  }

  @Test
  void aSheetWithoutRowsSaysSo() {
    assertThat(SheetText.of(new Sheets(Runs.empty()).errors(), 80, 20, false))
        .isEqualTo("  What failed\n  none\n");
  }
}
