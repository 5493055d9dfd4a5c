package dev.squall.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

  private static List<Long> order(long size, long key) {
    return LongStream.range(0, size).mapToObj(i -> Permutation.at(i, size, key)).toList();
  }

  @Test
  void everyNumberBelowEverySmallSizeComesOnce() {
    for (int size = 1; size <= 1000; size++) {
      for (long key : new long[] {0, 42, -size}) {
        assertThat(seen(size, key)).as("size %d, key %d", size, key).isEqualTo(size);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536, 65_537, 1_000_000, 1_000_003})
  void everyNumberBelowALargeSizeComesOnce(int size) {
    assertThat(seen(size, 7)).isEqualTo(size);
  }

  private static int seen(int size, long key) {
    var seen = new BitSet(size);
    for (int i = 0; i < size; i++) {
      seen.set(Math.toIntExact(Permutation.at(i, size, key)));
    }
    assertThat(seen.length()).isLessThanOrEqualTo(size);
    return seen.cardinality();
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, (1L << 31) + 11, 1_000_000_000_000L})
  void noNumberComesTwiceHoweverLargeTheSize(long size) {
    var seen = new HashSet<Long>();
    for (long i = size - 10_000; i < size; i++) {
      long to = Permutation.at(i, size, 3);
      assertThat(to).isBetween(0L, size - 1);
      assertThat(seen.add(to)).isTrue();
    }
  }

  /** A run is repeated with the numbers of its report, in later versions too. */
  @Test
  void theOrdersNeverChange() {
    assertThat(order(1, 42)).containsExactly(0L);
    assertThat(order(5, 42)).containsExactly(0L, 2L, 4L, 3L, 1L);
    assertThat(order(10, 1)).containsExactly(1L, 4L, 6L, 7L, 9L, 8L, 0L, 2L, 3L, 5L);
    assertThat(Permutation.at(123_456, 1_000_000, 42)).isEqualTo(378_410);
  }

  /** Three rows have six orders; 6 000 keys give each about 1 000 times, within four deviations. */
  @Test
  void noOrderIsPreferred() {
    var counts = new TreeMap<String, Integer>();
    for (long key = 0; key < 6000; key++) {
      counts.merge(order(3, key).toString(), 1, Integer::sum);
    }
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allMatch(count -> count > 880 && count < 1120);
  }

  /** Of ten places, each is the first row's in about a tenth of all orders. */
  @Test
  void noPlaceIsPreferred() {
    var counts = new int[10];
    for (long key = 0; key < 10_000; key++) {
      counts[(int) Permutation.at(0, 10, key)]++;
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> count > 880 && count < 1120);
  }
}
