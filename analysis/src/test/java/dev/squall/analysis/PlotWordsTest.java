package dev.squall.analysis;

import static dev.squall.Squall.millis;
import static dev.squall.Squall.p95;
import static dev.squall.analysis.Analysis.figure;
import static dev.squall.analysis.Analysis.plot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.chart.ChartKind;
import dev.squall.chart.Layer;
import dev.squall.problem.ProblemException;
import dev.squall.stats.Estimate;
import dev.squall.stats.Judgement;
import dev.squall.stats.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

  @Test
  void aComparisonHasABarWithItsIntervalForEachRow() {
    var random = new Random(1);
    var before = Made.run("login", "list").noise("login", 20, 20, 10, random).after(20);
    var after = Made.run("login", "list").noise("login", 20, 20, 20, random).after(20);
    var chart = plot(Analysis.compare(before, after));
    assertThat(chart.layers()).hasSize(1);
    assertThat(chart.layers().getFirst().points()).isEqualTo(2);
    assertThat(chart.toString()).contains("all requests").contains("login").doesNotContain("list");
    assertThatThrownBy(() -> plot(Analysis.compare(KnownRuns.empty(), KnownRuns.empty())))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aKneeIsDrawnOverWhatWasExpectedAlsoOfTheBurstThatRuns() {
    var goal = p95().isBelow(millis(300));
    var met = new Judgement(goal, true, new Judgement.Known(12));
    var steps =
        List.of(
            step(100, Optional.empty(), 99, met),
            step(200, Optional.of(new Interval(200, 150, 260)), 190, met));
    var next =
        new Knee.Expected(400, Optional.of(new Interval(300, 200, Double.POSITIVE_INFINITY)));
    var knee =
        new Knee(
            "iterations/s", goal, steps, Optional.of(next), Optional.empty(), Optional.empty(), "");
    var chart = plot(knee);
    assertThat(chart.layers()).extracting(Layer::points).containsExactly(2, 2);
    assertThat(chart.x().to()).isGreaterThanOrEqualTo(400);
    assertThat(chart.y().to()).isGreaterThanOrEqualTo(600);
    assertThat(chart.toString()).contains("expected before it was tried").contains("measured");
    var nothing =
        new Knee(
            "users", goal, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    assertThatThrownBy(() -> plot(nothing)).isInstanceOf(ProblemException.class);
  }

  private static KneeStep step(
      double offered, Optional<Interval> predicted, double achieved, Judgement goal) {
    var ms = new Estimate.Exact(10);
    return new KneeStep(
        offered, predicted, achieved, 1, ms, ms, ms, 0, goal, true, Verdict.TRUSTED);
  }
}
