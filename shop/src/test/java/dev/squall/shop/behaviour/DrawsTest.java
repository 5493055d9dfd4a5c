package dev.squall.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

  private static final int N = 200_000;

  @Test
  void uniformDrawsHaveTheMeanAndTheQuantilesOfTheirFormula() {
    var micros = sorted("uniform:10ms,30ms");

    // The mean of 200 000 draws strays by σ/√n = 20 ms / √12 / √200 000 = 13 µs: five of them.
    assertThat(Arrays.stream(micros).average().orElse(0)).isBetween(19_935.0, 20_065.0);
    assertThat(micros[0]).isBetween(10_000.0, 10_010.0);
    assertThat(micros[20_000]).isBetween(11_900.0, 12_100.0);
    assertThat(micros[100_000]).isBetween(19_880.0, 20_120.0);
    assertThat(micros[180_000]).isBetween(27_900.0, 28_100.0);
    assertThat(micros[199_999]).isBetween(29_990.0, 30_000.0);
  }

  @Test
  void bimodalDrawsAreOneOfTwo() {
    var micros = sorted("bimodal:20ms,500ms,5%");

    assertThat(Arrays.stream(micros).distinct()).containsExactly(20_000.0, 500_000.0);
    assertThat(Arrays.stream(micros).filter(t -> t > 20_000).count())
        .satisfies(DrawsTest::isBinomial);
  }

  @Test
  void fixedDrawsAndNoneAreAllTheSame() {
    assertThat(Arrays.stream(sorted("fixed:20ms")).distinct()).containsExactly(20_000.0);
    assertThat(Arrays.stream(sorted("none")).distinct()).containsExactly(0.0);
  }

  @Test
  void lognormalDrawsHaveTheQuantilesOfTheirFormula() {
    var micros = sorted("lognormal:20ms,200ms");

    // median · exp(σ z) with σ = ln(10) / 2.326348; z90 = 1.281552, z99 = 2.326348.
    assertThat(micros[100_000]).isBetween(19_600.0, 20_400.0);
    assertThat(micros[180_000]).isBetween(69_200.0, 73_000.0);
    assertThat(micros[198_000]).isBetween(190_000.0, 210_000.0);
  }

  @Test
  void aLognormalDrawIsNeverLongerThanAMinute() {
    var micros = sorted("lognormal:30s,60s");

    assertThat(micros[N - 1]).isEqualTo(60_000_000);
    assertThat(micros[N / 2]).isLessThan(31_000_000);
  }

  @Test
  void errorsAndResetsHitTheirShareAndEachOnItsOwn() {
    var draws = new Draws(42, "GET /health");
    var errors = Errors.parse("5%");
    var resets = Share.parse("5%");

    isBinomial(LongStream.range(0, N).filter(i -> draws.isError(errors, i)).count());
    isBinomial(LongStream.range(0, N).filter(i -> draws.isReset(resets, i)).count());
    // Both together at 5 % of 5 %: they are independent. σ = √(N p (1 - p)) = 22.
    assertThat(
            LongStream.range(0, N)
                .filter(i -> draws.isError(errors, i) && draws.isReset(resets, i))
                .count())
        .isBetween(500 - 110L, 500 + 110L);
  }

  @Test
  void noneAndAllAreExactlyThat() {
    var draws = new Draws(42, "GET /health");

    assertThat(LongStream.range(0, N).filter(i -> draws.isReset(Share.NONE, i))).isEmpty();
    assertThat(LongStream.range(0, N).filter(i -> draws.isReset(new Share(1), i)).count())
        .isEqualTo(N);
  }

  @Test
  void theSameSeedAndRouteDrawTheSame() {
    assertThat(firstOf(new Draws(1, "GET /a"))).isEqualTo(firstOf(new Draws(1, "GET /a")));
    assertThat(firstOf(new Draws(1, "GET /a"))).isNotEqualTo(firstOf(new Draws(2, "GET /a")));
    assertThat(firstOf(new Draws(1, "GET /a"))).isNotEqualTo(firstOf(new Draws(1, "GET /b")));
  }

  @Test
  void aNumberIsAsLikelyAsAnyOtherUpToTheHighest() {
    var draws = new Draws(42, "GET /delay/random");
    var counts = new int[10];
    LongStream.range(0, 100_000).forEach(n -> counts[draws.numberUpTo(9, n)]++);

    // Five standard deviations of a binomial count: √(100 000 · 0.1 · 0.9) = 95.
    assertThat(Arrays.stream(counts).boxed()).allMatch(c -> Math.abs(c - 10_000) < 475);
    assertThat(draws.numberUpTo(0, 1)).isZero();
  }

  private static List<Long> firstOf(Draws draws) {
    var lognormal = Latency.parse("lognormal:20ms,200ms");
    return LongStream.range(0, 50).mapToObj(i -> draws.latencyNanos(lognormal, i)).toList();
  }

  /** 5 % of all, within five standard deviations: √(N · 0.05 · 0.95) = 97. */
  private static void isBinomial(long hits) {
    assertThat(hits).isBetween(10_000 - 485L, 10_000 + 485L);
  }

  /** In microseconds. */
  private static double[] sorted(String latency) {
    var drawn = Latency.parse(latency);
    var draws = new Draws(42, "GET /health");
    var micros =
        LongStream.range(0, N).mapToDouble(i -> draws.latencyNanos(drawn, i) / 1e3).toArray();
    Arrays.sort(micros);
    return micros;
  }
}
