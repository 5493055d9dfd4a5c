package dev.squall.shell.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sheet.Display;
import dev.squall.stats.Estimate;
import dev.squall.stats.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run's line is never wider than the terminal, and says how far the run is. */
class RunProgressTest {
  private static final Progress NONE =
      new Progress(0, 0, 0, 0, 0, Estimate.NONE, Estimate.NONE, Estimate.NONE);
  private static final Progress SOME =
      new Progress(3, 1_234, 5, 411.3, 600, exact(12.3), exact(45.6), exact(78.9));
  private static final Progress MUCH =
      new Progress(
          1e6,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          1e12,
          Long.MAX_VALUE,
          exact(1e9),
          exact(1e9),
          new Estimate.AtLeast(1e9));

  private static Estimate exact(double ms) {
    return new Estimate.Exact(ms);
  }

  private static String line(double share, int columns) {
    return RunProgress.of("run-1", SOME, 20, share).line(columns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run-1", "a name that is longer than many others are", "漢字の名前🦑"})
  void neverWiderThanTold(String name) {
    for (int columns = 1; columns <= 200; columns++) {
      for (double share : new double[] {0, 0.37, 1}) {
        for (var progress : new Progress[] {NONE, SOME, MUCH}) {
          assertThat(Display.width(RunProgress.of(name, progress, 1_000_000, share).line(columns)))
              .as("%s columns", columns)
              .isBetween(1, columns);
        }
      }
    }
  }

  @Test
  void itSaysHowMuchAndHowFast() {
    assertThat(line(0.5, 160)).contains("run-1", "50 %", "requests", "errors", "20 users", "/s");
  }

  @Test
  void atItsBeginningTheBarIsEmpty() {
    assertThat(line(0, 160)).contains("  0 %", "╌".repeat(26)).doesNotContain("━", "╸");
  }

  @Test
  void atItsEndTheBarIsFull() {
    assertThat(line(1, 160)).contains("100 %", "━".repeat(26)).doesNotContain("╌", "╸");
  }

  @Test
  void theBarIsAsLongWhereverItIs() {
    for (int percent = 0; percent <= 100; percent++) {
      var line = line(percent / 100.0, 160);
      assertThat(line.chars().filter(c -> "━╸╌".indexOf(c) >= 0)).as(line).hasSize(26);
    }
  }

  @Test
  void aNarrowTerminalHasNoBar() {
    assertThat(line(0.5, 60)).doesNotContain("━", "╌").contains("…");
  }

  @Test
  void aRunWithoutAnAnswerHasALine() {
    assertThat(RunProgress.of("r", NONE, 0, 0).line(160))
        .contains("0 requests")
        .doesNotContain("NaN");
  }
}
