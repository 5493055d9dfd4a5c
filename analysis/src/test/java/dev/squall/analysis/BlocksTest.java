package dev.squall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 10})
  void eachDrawHasAsManySecondsAsTheRun(int length) {
    var blocks = new Blocks(10, length, 1);
    long[] sums = new long[10];
    for (int i = 0; i < 10_000; i++) {
      int[] times = blocks.draw();
      assertThat(Arrays.stream(times).sum()).isEqualTo(10);
      for (int s = 0; s < 10; s++) {
        sums[s] += times[s];
      }
    }
    // The circle leaves no second out at the edges.
    assertThat(Arrays.stream(sums).boxed()).allMatch(sum -> sum > 9_000 && sum < 11_000);
  }

  @Test
  void secondsOfABlockComeTogether() {
    var blocks = new Blocks(8, 4, 1);
    for (int i = 0; i < 100; i++) {
      int[] times = blocks.draw().clone();
      long edges = 0;
      for (int s = 0; s < 8; s++) {
        edges += times[s] == times[(s + 1) % 8] ? 0 : 1;
      }
      // Two runs of four neighbours have at most four edges.
      assertThat(edges).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void sameSeedSameDraws() {
    var one = new Blocks(50, 2, 9);
    var two = new Blocks(50, 2, 9);
    assertThat(one.draw()).isEqualTo(two.draw());
    assertThat(one.draw().clone()).isNotEqualTo(new Blocks(50, 2, 10).draw());
  }

  @Test
  void independentSecondsNeedNoBlocks() {
    var random = new Random(3);
    var lengths = new Moments();
    var inflations = new Moments();
    for (int i = 0; i < 100; i++) {
      var found = Autocorrelation.of(random.doubles(60).toArray());
      lengths.add(found.blockLength());
      inflations.add(found.inflation());
      assertThat(found.degreesOfFreedom()).isBetween(3.0, 60.0);
    }
    assertThat(lengths.mean()).isLessThan(2);
    assertThat(inflations.mean()).isBetween(0.9, 1.25);
  }

  @Test
  void secondsLikeTheirNeighboursAreDrawnTogetherAndTheRestIsMadeUpFor() {
    var random = new Random(3);
    double[] series = new double[300];
    for (int i = 1; i < series.length; i++) {
      series[i] = 0.7 * series[i - 1] + random.nextGaussian();
    }
    var found = Autocorrelation.of(series);
    assertThat(found.blockLength()).isGreaterThan(5);
    // Blocks of b see a share of about 1 − 2ρ/((1−ρ²)b) of the variance.
    assertThat(found.inflation()).isBetween(1.1, 1.6);
    assertThat(found.degreesOfFreedom()).isLessThan(120);
  }

  @Test
  void aConstantHasNoNeighboursToResemble() {
    var found = Autocorrelation.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1});
    assertThat(found).isEqualTo(new Autocorrelation(1, 1, 4));
  }
}
