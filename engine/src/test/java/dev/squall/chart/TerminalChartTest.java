package dev.squall.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Chart.Point;
import dev.squall.chart.Chart.Tick;
import dev.squall.chart.Layer.Line;
import dev.squall.report.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalChartTest {
  private static final Axis X =
      new Axis("x", Scale.LINEAR, 0, 1, List.of(new Tick(0, "0"), new Tick(1, "1")));
  private static final Axis Y =
      new Axis("ms", Scale.LINEAR, 0, 1, List.of(new Tick(0, "0"), new Tick(1, "1")));

  private static List<String> lines(List<Layer> layers) {
    return TerminalChart.render(new Chart("t", "", X, Y, layers), 23, 3).lines().toList();
  }

  private static Line line(String name, List<Point> points) {
    return new Line(name, Ink.BLUE, List.of(points));
  }

  @Test
  void aFlatLineLiesAtItsHeight() {
    var top = line("a", List.of(new Point(0, 1), new Point(1, 1)));
    var bottom = line("b", List.of(new Point(0, 0), new Point(1, 0)));
    assertThat(lines(List.of(top, bottom)))
        .containsExactly(
            "   t (ms)   ⣿ a   · b",
            "1 │" + "⠉".repeat(20),
            "  │",
            "0 │" + "·".repeat(20),
            "  └" + "─".repeat(20),
            "   0                  1",
            "                      x");
  }

  @Test
  void aSteepLineHasNoGap() {
    var steep = line("a", List.of(new Point(0, 0), new Point(0, 1)));
    assertThat(lines(List.of(steep))).contains("1 │⡇", "  │⡇", "0 │⡇");
  }

  @Test
  void whatLiesOutsideTheAxesIsDrawnAtTheirEdge() {
    var outside = line("a", List.of(new Point(-5, 7), new Point(9, 7)));
    assertThat(lines(List.of(outside))).contains("1 │" + "⠉".repeat(20));
  }

  @Test
  void aChartWithoutLinesIsAFrame() {
    assertThat(lines(List.of())).contains("1 │", "0 │");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void thePercentileCurveStaysWithinItsColumns(int columns) {
    var chart = PercentileCurve.of(Runs.small()).orElseThrow();
    assertThat(TerminalChart.render(chart, columns, 12).lines())
        .allSatisfy(line -> {
          assertThat(line.length()).isLessThanOrEqualTo(columns);
          assertThat(line).doesNotEndWith(" ");
        });
  }

  @Test
  void everyNineTakesAsMuchRoomAsTheOneBefore() {
    var axis = PercentileCurve.of(Runs.small()).orElseThrow().x();
    assertThat(axis.ticks()).extracting(Tick::label).containsExactly("0", "50", "90");
    assertThat(axis.scale().position(90)).isEqualTo(1.0);
    assertThat(axis.scale().position(50)).isBetween(0.301, 0.302);
  }

  @Test
  void nothingAnsweredIsNoCurve() {
    assertThat(PercentileCurve.of(Runs.empty())).isEmpty();
  }
}
