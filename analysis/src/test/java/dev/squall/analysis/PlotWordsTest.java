package dev.squall.analysis;

import static dev.squall.analysis.Analysis.figure;
import static dev.squall.analysis.Analysis.plot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.chart.ChartKind;
import dev.squall.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlotWordsTest {

  @Test
  void aChartPrintsAsOneForATerminal() {
    var lines = plot(KnownRuns.of(1)).toString().lines().toList();
    assertThat(lines).hasSizeGreaterThan(15).allMatch(line -> line.length() <= 80);
    assertThat(lines.getFirst()).contains(plot(KnownRuns.of(1)).title());
  }

  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void everyKindIsDrawnOfARunAndNoneOfNothing(ChartKind kind) {
    assertThat(plot(KnownRuns.of(1), kind).points()).isPositive();
    var nothing = KnownRuns.empty();
    if (kind.of(nothing).isEmpty()) {
      assertThatThrownBy(() -> plot(nothing, kind))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("nothing to draw");
    }
  }

  @Test
  void severalRunsHaveALetterEach() {
    var chart = plot(KnownRuns.of(1), KnownRuns.of(2), KnownRuns.of(3));
    assertThat(chart.layers()).extracting(layer -> layer.name()).contains("a", "b", "c");
    assertThat(figure(chart).toString()).isNotEmpty();
  }

  @Test
  void noMoreThanSix() {
    var run = KnownRuns.of(1);
    assertThatThrownBy(() -> plot(run, run, run, run, run, run, run))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nobody tells 7 curves apart");
  }
}
