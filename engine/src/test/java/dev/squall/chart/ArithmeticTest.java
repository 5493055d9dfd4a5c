package dev.squall.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.chart.Chart.Axis;
import dev.squall.chart.Chart.Tick;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ticks, bins, ranks, numbers, names and colours. */
class ArithmeticTest {
  private static String ticks(Axis axis) {
    return axis.ticks().stream().map(Tick::label).collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 | 0.2 | 0.4 | 0.6 | 0.8 | 1 | 1.2",
    "0.7, 0 | 0.2 | 0.4 | 0.6 | 0.8",
    "5, 0 | 1 | 2 | 3 | 4 | 5 | 6",
    "47, 0 | 10 | 20 | 30 | 40 | 50",
    "12345, 0 | 5000 | 10 000 | 15 000"
  })
  void amountsHaveRoundTicksAndAirAbove(double most, String expected) {
    assertThat(ticks(Axes.amounts("", most))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 40, 0.5 | 1 | 2 | 5 | 10 | 20 | 50",
    "1, 1000, 1 | 3 | 10 | 30 | 100 | 300 | 1000",
    "0.02, 5000, 0.01 | 0.1 | 1 | 10 | 100 | 1000 | 10 000",
    "0, 0, 0.001 | 0.002"
  })
  void logarithmicAxesBeginAndEndWithRoundTicks(double least, double most, String expected) {
    var axis = Axes.logarithmic("ms", least, most);
    assertThat(ticks(axis)).isEqualTo(expected);
    assertThat(axis.share(axis.from())).isZero();
    assertThat(axis.share(axis.to())).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.3, 0 | 1, s",
    "60, 0 | 10 | 20 | 30 | 40 | 50 | 60, s",
    "600, 0:00 | 2:00 | 4:00 | 6:00 | 8:00 | 10:00, min:s",
    "86400, 0:00 | 4:00 | 8:00 | 12:00 | 16:00 | 20:00 | 24:00, h:min"
  })
  void elapsedTimeIsWrittenAsPeopleDo(double seconds, String expected, String unit) {
    assertThat(ticks(Axes.elapsed(seconds))).isEqualTo(expected);
    assertThat(Axes.elapsed(seconds).label()).isEqualTo("elapsed, " + unit);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0.5, 2, 9",
    "100, 0.5, 40, 61",
    "59, 0.95, 52, 60",
    "10, 0.99, 9, 11",
    "0, 0.5, 0, 1",
    "1000000, 0.5, 499020, 500981"
  })
  void ranksEncloseAPercentileWithNinetyFivePercent(long count, double share, long low, long high) {
    var ranks = OrderStatistics.ranks(count, share);
    assertThat(ranks.low()).isEqualTo(low);
    assertThat(ranks.high()).isEqualTo(high);
    assertThat(ranks.highKnown()).isEqualTo(high <= count);
  }

  @Test
  void powersOfTenAreEndsOfBins() {
    var bins = LatencyBins.atMost(80, 0.01, 9999);
    assertThat(bins.perDecade()).isEqualTo(10);
    assertThat(bins.index(1)).isZero();
    assertThat(bins.index(10)).isEqualTo(10);
    assertThat(bins.index(9.99)).isEqualTo(9);
    assertThat(bins.from(20)).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"99.99, 99.99", "12000, 12 000", "1234.5, 1234.5", "12345.5, 12 345.5", "0, 0"})
  void ticksAreWrittenInFull(double value, String expected) {
    assertThat(Labels.number(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.012345, 0.0123", "17.25, 17.3", "4999.9, 5000", "123456, 123 000"})
  void valuesHaveThreeDigits(double value, String expected) {
    assertThat(Labels.rounded(value)).isEqualTo(expected);
  }

  @Test
  void namesAreMadePrintableAndNotCutInTheMiddleOfACharacter() {
    assertThat(Labels.printable("a\u0000\u001b[2J\n\u202eb\ud800")).isEqualTo("a��[2J��b�");
    assertThat(Labels.cut("😀😀😀", 2)).isEqualTo("😀…");
    assertThat(Labels.columns("a😀漢")).isEqualTo(5);
    assertThat(Labels.padded("漢漢漢", 4)).isEqualTo("漢… ");
  }

  @ParameterizedTest
  @EnumSource
  void everyInkAndEveryWordStandsOutFromItsGround(Theme theme) {
    for (var ink : Ink.values()) {
      assertThat(contrast(ink.on(theme), theme.paper())).as(ink.name()).isGreaterThan(3);
    }
    assertThat(contrast(theme.text(), theme.paper())).isGreaterThan(7);
    assertThat(contrast(theme.faint(), theme.paper())).isGreaterThan(4.5);
  }

  @Test
  void runsDifferInBlackAndWhiteToo() {
    assertThat(Ink.FOR_RUNS).extracting(Ink::dashes).doesNotHaveDuplicates();
  }

  /** WCAG 2.2, "contrast ratio". */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
