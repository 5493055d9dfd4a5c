package dev.squall.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void everyKeyIsCountedHoweverManyThereAre() {
    var tally = new Tally();
    var expected = new TreeMap<Integer, Long>();
    var random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      int key = random.nextInt(3_000);
      tally.count(key);
      expected.merge(key, 1L, Long::sum);
    }
    var counts = tally.counts();
    assertThat(counts.size()).isEqualTo(expected.size());
    assertThat(counts.total()).isEqualTo(20_000);
    int i = 0;
    for (var entry : expected.entrySet()) {
      assertThat(counts.key(i)).isEqualTo(entry.getKey());
      assertThat(counts.count(i++)).isEqualTo(entry.getValue());
    }
  }

  @Test
  void theLargestValueIsKeptExactly() {
    var tally = new Tally();
    tally.time(5_000_123);
    tally.time(17);
    assertThat(tally.counts().max()).isEqualTo(5_000_123);
  }

  @Test
  void clearedItCountsFromNothing() {
    var tally = new Tally();
    tally.count(9);
    tally.clear();
    assertThat(tally.isEmpty()).isTrue();
    assertThat(tally.counts()).isEqualTo(Counts.NONE);
    tally.count(4);
    assertThat(tally.isEmpty()).isFalse();
    assertThat(tally.counts()).isEqualTo(new Counts(new int[] {4}, new long[] {1}, 4));
  }

  @Test
  void sumsOfTalliesAndOfCountsAreTheSame() {
    var a = new Tally();
    var b = new Tally();
    for (int key = 0; key < 50; key++) {
      a.count(key);
      b.add(2 * key, 3, 2L * key);
    }
    var sum = a.counts().plus(b.counts());
    a.add(b);
    assertThat(a.counts()).isEqualTo(sum).hasSameHashCodeAs(sum);
    assertThat(sum.total()).isEqualTo(200);
    assertThat(sum.max()).isEqualTo(98);
    assertThat(sum.plus(Counts.NONE)).isSameAs(sum);
    assertThat(Counts.NONE.plus(sum)).isSameAs(sum);
  }

  @Test
  void countsDifferInKeysNumbersOrTheLargestValue() {
    var counts = new Counts(new int[] {4}, new long[] {1}, 4);
    assertThat(counts)
        .isNotEqualTo(new Counts(new int[] {5}, new long[] {1}, 4))
        .isNotEqualTo(new Counts(new int[] {4}, new long[] {2}, 4))
        .isNotEqualTo(new Counts(new int[] {4}, new long[] {1}, 5));
    assertThat(counts.hashCode())
        .isNotEqualTo(new Counts(new int[] {5}, new long[] {1}, 4).hashCode());
  }
}
