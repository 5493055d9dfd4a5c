package dev.squall.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.squall.chart.Chart.Point;
import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Cell;
import dev.squall.chart.Layer.Columns;
import dev.squall.chart.Layer.Heat;
import dev.squall.chart.Layer.Interval;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Moments;
import dev.squall.chart.Layer.Reach;
import dev.squall.chart.Layer.Span;
import dev.squall.report.Runs;
import dev.squall.sample.Outcome;
import dev.squall.stats.Results;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times up to 2 ms: the histogram holds those exactly. */
class ChartKindTest {
  private static final Results LONG = Stories.steady(2100, 1800);

  private static Results few() {
    var recorder = Stories.recorder("ping");
    recorder.record(Stories.sample(0, 0, 1, 200, Outcome.OK));
    recorder.record(Stories.sample(0, 100, 1.5, 200, Outcome.OK));
    recorder.record(Stories.sample(0, 2100, 2, 200, Outcome.OK));
    recorder.record(Stories.sample(0, 3100, 2, 0, Stories.TIMED_OUT));
    recorder.mark(1_500_000_000L, "a mark\u001b[31m");
    return Stories.finish(recorder, 4);
  }

  private static <T extends Layer> T layer(Chart chart, Class<T> type, String name) {
    return chart.layers().stream()
        .filter(layer -> type.isInstance(layer) && layer.name().equals(name))
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePercentileCurveHasASpanForEachTimeAndABoundForTheRest() {
    var chart = PercentileCurve.of(few()).orElseThrow();
    var points = layer(chart, Line.class, "response time").pieces().getFirst();
    assertThat(points).extracting(Point::y).containsExactly(1.0, 1.0, 1.5, 1.5, 2.0, 2.0);
    assertThat(points).extracting(Point::x).startsWith(0.0).isSorted();
    assertThat(points.getLast().x()).isBetween(70.0, 75.0);
    assertThat(layer(chart, Bounds.class, "at least so long").reaches())
        .containsExactly(new Reach(points.getLast().x(), 90, 2));
    assertThat(chart.y().scale()).isEqualTo(Scale.LINEAR);
  }

  @Test
  void timeOutsAloneAreABoundFromTheBeginning() {
    var recorder = Stories.recorder("ping");
    recorder.record(Stories.sample(0, 100, 2, 0, Stories.TIMED_OUT));
    var chart = PercentileCurve.of(Stories.finish(recorder, 1)).orElseThrow();
    assertThat(chart.layers())
        .startsWith(new Bounds("at least so long", Ink.BLUE, List.of(new Reach(0, 90, 2))));
  }

  @Test
  void aSecondWithoutAnAnswerIsAGapAndOneOfTimeOutsABound() {
    var chart = LatencyOverTime.of(few()).orElseThrow();
    assertThat(layer(chart, Line.class, "p50").pieces())
        .containsExactly(List.of(new Point(0.5, 1)), List.of(new Point(2.5, 2)));
    assertThat(layer(chart, Line.class, "p99").pieces())
        .containsExactly(List.of(new Point(0.5, 1.5)), List.of(new Point(2.5, 2)));
    assertThat(layer(chart, Band.class, "shortest to longest").pieces())
        .containsExactly(List.of(new Span(0.5, 1, 1.5)), List.of(new Span(2.5, 2, 2)));
    assertThat(layer(chart, Bounds.class, "at least so long").reaches())
        .containsExactly(new Reach(3.5, 3.5, 2));
    assertThat(layer(chart, Moments.class, "").moments())
        .containsExactly(new Layer.Moment(1.5, "a mark\uFFFD[31m"));
  }

  @Test
  void throughputCountsWhatEndedAndWhatFailedInEachSecond() {
    var chart = Throughput.of(few()).orElseThrow();
    assertThat(layer(chart, Line.class, "requests").pieces())
        .containsExactly(
            List.of(new Point(0.5, 2), new Point(1.5, 0), new Point(2.5, 1), new Point(3.5, 1)));
    assertThat(layer(chart, Line.class, "failed").pieces().getFirst())
        .extracting(Point::y)
        .containsExactly(0.0, 0.0, 0.0, 1.0);
  }

  @Test
  void theRestOfASecondIsNoSecond() {
    var recorder = Stories.recorder("ping");
    recorder.record(Stories.sample(0, 500, 1, 200, Outcome.OK));
    recorder.record(Stories.sample(0, 1005, 1, 200, Outcome.OK));
    var chart = Throughput.of(Stories.finish(recorder, 1.25)).orElseThrow();
    assertThat(layer(chart, Line.class, "requests").pieces())
        .containsExactly(List.of(new Point(0.625, 1.6)));
  }

  @Test
  void theHistogramCountsEveryRequestOnce() {
    var chart = LatencyHistogram.of(few()).orElseThrow();
    var answered = layer(chart, Columns.class, "answered").boxes();
    assertThat(answered).extracting(Layer.Box::toY).containsExactly(1.0, 1.0, 1.0);
    assertThat(answered.getFirst().fromX()).isEqualTo(1.0);
    var cut = layer(chart, Columns.class, "no answer by then").boxes();
    assertThat(cut).hasSize(1);
    assertThat(cut.getFirst().fromY()).isEqualTo(1.0);
    assertThat(cut.getFirst().toY()).isEqualTo(2.0);
    assertThat(layer(chart, Moments.class, "").moments())
        .extracting(Layer.Moment::text)
        .containsExactly("p50 1.5");
  }

  @Test
  void everyRequestIsInOneCellOfTheHeatMap() {
    var run = Stories.outage();
    var cells = layer(HeatMap.of(run).orElseThrow(), Heat.class, "requests").cells();
    assertThat(cells.stream().mapToLong(Cell::count).sum()).isEqualTo(run.totals().requests());
    assertThat(cells)
        .allSatisfy(cell -> {
          assertThat(cell.toX() - cell.fromX()).isCloseTo(1, within(0.01));
          assertThat(cell.toY()).isGreaterThan(cell.fromY());
        });
    assertThat(cells.stream().filter(cell -> cell.toY() > 4000))
        .allSatisfy(cell -> assertThat(cell.fromX()).isBetween(25.0, 31.0))
        .isNotEmpty();
  }

  @Test
  void aPercentileOfAStepHasTheIntervalOfItsOrderStatistics() {
    var recorder = Stories.recorder("ping", "never called", "lost");
    for (int i = 1; i <= 100; i++) {
      recorder.record(Stories.sample(0, i, i / 100.0, 200, Outcome.OK));
    }
    recorder.record(Stories.sample(2, 1, 2, 0, Stories.TIMED_OUT));
    var results = Stories.finish(recorder, 1);
    var median = StepBars.of(results, 50).orElseThrow();
    assertThat(layer(median, Intervals.class, "").intervals())
        .containsExactly(
            new Interval(0, 0.5, 0.4, 0.61, false, false), new Interval(1, 2, 2, 2, true, true));
    assertThat(median.y().ticks().reversed())
        .extracting(Chart.Tick::label)
        .containsExactly("ping", "lost");
    assertThat(layer(StepBars.of(results, 99).orElseThrow(), Intervals.class, "").intervals())
        .startsWith(new Interval(0, 0.99, 0.97, 1, false, true));
  }

  @Test
  void barsBeginAtZeroAndDotsNeedNoBeginning() {
    var near = List.of(new StepBars.Bar("a", 10, 9, 11), new StepBars.Bar("b", 100, 90, 110));
    assertThat(StepBars.of("t", "ms", near).orElseThrow().x().from()).isZero();
    var far = List.of(new StepBars.Bar("a", 1, 1, 1), new StepBars.Bar("b", 100, 90, 110));
    assertThat(StepBars.of("t", "ms", far).orElseThrow().x().scale()).isEqualTo(Scale.LOGARITHMIC);
    var both = List.of(new StepBars.Bar("a", -10, -12, -8), new StepBars.Bar("b", 1, 0, 2));
    assertThat(StepBars.of("t", "ms", both).orElseThrow().x().from()).isEqualTo(-15);
    assertThat(StepBars.of("t", "ms", List.of())).isEmpty();
  }

  @Test
  void runsAreLaidOverEachOther() {
    var runs = List.of(new NamedRun("a", few()), new NamedRun("b", Runs.small()));
    var curve = PercentileCurve.of(runs).orElseThrow();
    assertThat(curve.layers().stream().filter(Line.class::isInstance))
        .extracting(Layer::name)
        .containsExactly("a", "b");
    assertThat(curve.layers().stream().map(Layer::ink)).contains(Ink.BLUE, Ink.VERMILION);
    var overTime = LatencyOverTime.of(runs, 99.9).orElseThrow();
    assertThat(overTime.title()).isEqualTo("p99.9 of the response time over time");
    assertThat(layer(overTime, Line.class, "a").pieces().getFirst())
        .containsExactly(new Point(0.5, 1.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PercentileCurve.of(Collections.nCopies(7, runs.getFirst())))
        .withMessage("one chart holds at most 6 runs, not 7");
  }

  @ParameterizedTest
  @EnumSource
  void noChartOfALongRunHasMoreThanTwoThousandPoints(ChartKind kind) {
    assertThat(kind.of(LONG).orElseThrow().points()).isBetween(1, Chart.MOST_POINTS);
  }

  @Test
  void theExtremesOfALongRunStay() {
    var chart = LatencyOverTime.of(LONG).orElseThrow();
    assertThat(chart.note()).isEqualTo("each point is 9 s added up");
    var spans =
        layer(chart, Band.class, "shortest to longest").pieces().stream()
            .flatMap(List::stream)
            .toList();
    assertThat(spans).hasSize(234);
    assertThat(spans.stream().mapToDouble(Span::high).max().orElseThrow())
        .isCloseTo(900, within(1.0));
    assertThat(layer(Throughput.of(LONG).orElseThrow(), Line.class, "requests").pieces().getFirst())
        .allSatisfy(point -> assertThat(point.y()).isEqualTo(10));
  }

  @ParameterizedTest
  @EnumSource
  void nothingMeasuredIsNoChart(ChartKind kind) {
    assertThat(kind.of(Runs.empty())).isEmpty();
    assertThat(kind.of(few())).isPresent();
  }

  @Test
  void noNumberOfAChartIsNaN() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(1, 2, Double.POSITIVE_INFINITY));
  }
}
