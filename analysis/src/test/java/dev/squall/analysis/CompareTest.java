package dev.squall.analysis;

import static dev.squall.analysis.ExperimentWords.compare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.squall.goal.Metric;
import dev.squall.problem.ProblemException;
import dev.squall.stats.Estimate;
import dev.squall.stats.Judgement;
import dev.squall.stats.Results;
import dev.squall.stats.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareTest {
  private static Results shop(long seed, double listMs) {
    var random = new Random(seed);
    return Made.run("login", "list")
        .noise("login", 30, 20, 10, random)
        .noise("list", 30, 40, listMs, random)
        .after(30);
  }

  private static final Results USUAL = shop(1, 20);
  private static final Results SLOWER = shop(2, 30);

  private static void isFitToRead(RunComparison comparison) {
    assertThat(comparison.toString())
        .doesNotContain("NaN")
        .doesNotContain("Infinity")
        .doesNotContain("null");
  }

  @Test
  void whatIsSlowerIsNamedWithItsStepAndByHowMuch() {
    var comparison = compare(USUAL, SLOWER);
    isFitToRead(comparison);
    assertThat(comparison.rows())
        .extracting(ComparedRow::label)
        .containsExactly("all requests", "login", "list");
    var list = comparison.row("list").change(Metric.P50);
    assertThat(list.reading()).isEqualTo(Reading.HIGHER);
    assertThat(list.ratio().orElseThrow().contains(1.5)).isTrue();
    assertThat(list.difference().orElseThrow().contains(10)).isTrue();
    assertThat(list.smallest().orElseThrow()).isBetween(0.02, 0.2);
    assertThat(comparison.row("login").changes())
        .extracting(Change::reading)
        .containsOnly(Reading.NO_DIFFERENCE_SEEN);
    assertThat(comparison.verdict())
        .startsWith("Within these two runs p95 of all requests went from")
        .contains("slower by")
        .contains("one run each cannot tell");
    assertThat(comparison.toString()).contains("list p50 slower by");
    assertThat(compare(SLOWER, USUAL).verdict()).contains("faster by");
  }

  @Test
  void whatIsAlikeSaysWhatWouldHaveShown() {
    var comparison = compare(USUAL, shop(3, 20));
    assertThat(comparison.verdict())
        .startsWith("Within these two runs p95 of all requests shows no difference beyond chance")
        .containsPattern("one of [0-9.]+ % would have shown four times in five");
    assertThat(comparison.toString()).contains("None of the other 14 numbers differs");
    isFitToRead(comparison);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void runsOfAFewSecondsAreComparedAndSayLittle(int seconds) {
    var random = new Random(5);
    var first = Made.run("list").noise("list", seconds, 20, 10, random).after(seconds);
    var second = Made.run("list").noise("list", seconds, 20, 12, random).after(seconds);
    isFitToRead(compare(first, second));
    isFitToRead(compare(first, USUAL));
    isFitToRead(compare(USUAL, first));
  }

  /** One second of a dozen is very slow, and p95 is there or not with it. */
  @Test
  void whereHardlyAnyChangeWouldShowNoFigureSaysHowLarge() {
    var wild = Made.run("list");
    for (int second = 0; second < 12; second++) {
      for (int i = 0; i < 50; i++) {
        wild.ok("list", second + i / 50.0, second == 5 ? 60_000 : 1);
      }
    }
    var run = wild.after(12);
    var comparison = compare(run, run);
    assertThat(comparison.verdict())
        .endsWith("but it went up and down so much that hardly any would have shown.");
    assertThat(comparison.toString()).contains("beyond +900 %").contains("> 900 %");
    assertThat(comparison.toString()).doesNotContainPattern("\\d \\d{3} %");
  }

  @Test
  void theNumbersAreThoseOfEveryOtherReport() {
    var change = compare(USUAL, SLOWER).total().change(Metric.P99);
    assertThat(change.before()).hasToString("Known[value=" + p99(USUAL) + "]");
    assertThat(change.after()).hasToString("Known[value=" + p99(SLOWER) + "]");
    assertThat(compare(USUAL, SLOWER).total().change(Metric.REQUEST_RATE).before())
        .isEqualTo(new Judgement.Known(USUAL.totals().requestsPerSecond()));
  }

  private static double p99(Results run) {
    return ((Estimate.Exact) run.response().percentile(99)).ms();
  }

  @Test
  void sameRunsGiveTheSameAnswer() {
    assertThat(compare(USUAL, SLOWER).rows()).isEqualTo(compare(USUAL, SLOWER).rows());
  }

  /** Each second adds to both or none, so that time and time again the difference is exact. */
  @Test
  void aRunIsLikeItself() {
    var comparison = compare(USUAL, USUAL);
    for (var row : comparison.rows()) {
      for (var change : row.changes()) {
        assertThat(change.reading()).isEqualTo(Reading.NO_DIFFERENCE_SEEN);
        assertThat(change.difference().orElseThrow().estimate()).isZero();
      }
    }
  }

  private static Results timingOut(long seed, double share) {
    var random = new Random(seed);
    var made = Made.run("list");
    for (int i = 0; i < 3000; i++) {
      if (random.nextDouble() < share) {
        made.timedOut("list", i / 100.0, 5000);
      } else {
        made.ok("list", i / 100.0, 20 * Math.exp(0.5 * random.nextGaussian()));
      }
    }
    return made.after(30);
  }

  @Test
  void aBoundIsAtLeastSoMuchSlower() {
    var comparison = compare(timingOut(1, 0), timingOut(2, 0.1));
    var change = comparison.total().change(Metric.P95);
    assertThat(change.after()).isEqualTo(new Judgement.AtLeast(5000));
    assertThat(change.reading()).isEqualTo(Reading.HIGHER);
    assertThat(change.ratio().orElseThrow().high()).isInfinite();
    assertThat(change.smallest()).isEmpty();
    assertThat(comparison.verdict())
        .contains("to ≥ 5 000 ms")
        .contains("slower by a factor of at least");
    assertThat(comparison.total().change(Metric.P50).reading())
        .isNotEqualTo(Reading.CANNOT_BE_COMPARED);
    assertThat(comparison.total().change(Metric.ERROR_RATE).reading()).isEqualTo(Reading.HIGHER);
    isFitToRead(comparison);
    isFitToRead(compare(timingOut(2, 0.1), timingOut(1, 0)));
  }

  @Test
  void twoBoundsCannotBeCompared() {
    var comparison = compare(timingOut(1, 0.1), timingOut(2, 0.1));
    assertThat(comparison.total().change(Metric.P95).reading())
        .isEqualTo(Reading.CANNOT_BE_COMPARED);
    assertThat(comparison.verdict())
        .isEqualTo(
            "p95 of all requests cannot be compared (≥ 5 000 ms, then ≥ 5 000 ms): both are"
                + " bounds.");
    isFitToRead(comparison);
  }

  @Test
  void aPercentileCloseToTheTimeOutsHasAnOpenEnd() {
    var change = compare(timingOut(1, 0), timingOut(4, 0.009)).total().change(Metric.P99);
    assertThat(change.after()).isInstanceOf(Judgement.Known.class);
    assertThat(change.ratio().orElseThrow().high()).isInfinite();
  }

  @Test
  void aHandfulOfRequestsDecidesNothing() {
    var random = new Random(1);
    var few = Made.run("list").noise("list", 20, 4, 20, random).after(20);
    var change = compare(few, few).total().change(Metric.P99);
    assertThat(change.reading()).isEqualTo(Reading.CANNOT_BE_COMPARED);
    assertThat(change.because()).isEqualTo("p99 of 80 requests is decided by one of them");
    isFitToRead(compare(few, few));
  }

  @Test
  void nothingAndAMomentCannotBeCompared() {
    var empty = Made.run("list").after(0);
    var moment = Made.run("list").ok("list", 0.5, 10).after(1);
    isFitToRead(compare(empty, empty));
    isFitToRead(compare(empty, USUAL));
    var comparison = compare(moment, USUAL);
    isFitToRead(comparison);
    assertThat(comparison.verdict())
        .contains("1 and 30 whole seconds; a comparison of two runs needs 10 of each");
    assertThat(comparison.notes()).anyMatch(note -> note.contains("not compared: login"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SUSPECT", "INVALID"})
  void aRunThatIsNotTrustedSaysSo(Verdict verdict) {
    var doubtful =
        Made.run("list")
            .noise("list", 20, 20, 20, new Random(1))
            .after(20, verdict, "its own threads were full");
    assertThat(compare(USUAL, doubtful).toString())
        .contains("the second run is " + verdict.label() + ": its own threads were full");
  }

  @Test
  void otherLoadsAreOtherQuestions() {
    var other =
        Made.under("50/s for 20s", "list").noise("list", 20, 20, 20, new Random(1)).after(20);
    assertThat(compare(USUAL, other).notes())
        .contains("the loads differ: 20 users for 30s and 50/s for 20s");
  }

  @Test
  void aWarmUpIsLeftOutWhereItIsSaid() {
    var random = new Random(7);
    var cold = Made.run("list").noise("list", 5, 50, 200, random);
    for (int i = 0; i < 1500; i++) {
      cold.ok("list", 5 + i / 50.0, 20 * Math.exp(0.5 * random.nextGaussian()));
    }
    var run = cold.after(35);
    assertThat(compare(run, shop(3, 20), Duration.ofSeconds(5)).notes())
        .contains("without the first 5 s of either run");
    assertThat(
            compare(run, run, Duration.ofSeconds(5)).total().change(Metric.P95).before().toString())
        .matches("Known\\[value=[3-6][0-9]\\..*");
  }

  @Test
  void errorsWithoutAnyBeforeAreHeldAgainstChanceToo() {
    assertThat(errors(0, 3)).isEqualTo(Reading.NO_DIFFERENCE_SEEN);
    assertThat(errors(0, 40)).isEqualTo(Reading.HIGHER);
    assertThat(errors(0, 0)).isEqualTo(Reading.NO_DIFFERENCE_SEEN);
    assertThat(errors(1800, 1800)).isEqualTo(Reading.NO_DIFFERENCE_SEEN);
  }

  private static Reading errors(int first, int second) {
    var comparison = compare(failing(first), failing(second));
    isFitToRead(comparison);
    var change = comparison.total().change(Metric.ERROR_RATE);
    assertThat(change.difference().orElseThrow().estimate())
        .isCloseTo((second - first) / 1800.0, within(0.002));
    return change.reading();
  }

  private static Results failing(int count) {
    var made = Made.run("list");
    for (int i = 0; i < 1800; i++) {
      if (i * 7 % 1800 < count) {
        made.failed("list", i / 60.0, 10);
      } else {
        made.ok("list", i / 60.0, 10);
      }
    }
    return made.after(30);
  }

  @Test
  void namesMoveNoCursor() {
    var nasty = "list </script>\u001b[2J\n\"";
    var run = Made.run(nasty).noise(nasty, 20, 20, 20, new Random(1)).after(20);
    assertThat(compare(run, run).toString()).doesNotContain("\u001b").contains("</script>");
  }

  @Test
  void repeatedRunsSayWhatIsSlower() {
    var first = List.of(shop(1, 20), shop(2, 20.5), shop(3, 19.5));
    var second = List.of(shop(4, 30), shop(5, 31), shop(6, 29));
    var comparison = compare(first, second);
    isFitToRead(comparison);
    assertThat(comparison.verdict())
        .matches("The second is slower by [0-9.]+–[0-9.]+ %: p95 .* over 3 runs each\\.");
    assertThat(compare(first, List.of(shop(7, 20), shop(8, 20))).verdict())
        .startsWith("Over 3 and 2 runs p95 of all requests shows no difference");
  }

  @Test
  void oneRunIsNotRepeated() {
    assertThatThrownBy(() -> compare(List.of(USUAL), List.of(SLOWER, SLOWER)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("1 and 2 runs");
  }
}
