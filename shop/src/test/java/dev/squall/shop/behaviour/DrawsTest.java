package dev.squall.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

  @Test
  void lognormalDrawsHaveTheMedianAndTheP99OfTheirFormula() {
    var lognormal = Latency.parse("lognormal:20ms,200ms");
    var draws = new Draws(42, "GET /health");
    var millis =
        LongStream.range(0, 200_000)
            .mapToDouble(i -> draws.latencyNanos(lognormal, i) / 1e6)
            .toArray();
    Arrays.sort(millis);

    assertThat(millis[100_000]).isBetween(19.6, 20.4);
    assertThat(millis[198_000]).isBetween(190.0, 210.0);
    // ln X is normal with σ = ln(10) / 2.326348: one σ above the median stands at 84.134 %.
    assertThat(millis[168_268]).isBetween(52.0, 55.6);
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
}
