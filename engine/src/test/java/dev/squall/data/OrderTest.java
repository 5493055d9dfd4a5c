package dev.squall.data;

import static dev.squall.data.Opened.HERE;
import static dev.squall.data.Opened.dataset;
import static dev.squall.data.Opened.numbers;
import static dev.squall.data.Opened.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Feed;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

  @Test
  void circularBeginsAgainAfterTheLastRow() {
    var circular = dataset(numbers(3));
    assertThat(order(circular, 8, 42)).containsExactly(0L, 1L, 2L, 0L, 1L, 2L, 0L, 1L);
    assertThat(circular.rowFor(3_000_000_000_001L, 5, 1)).isEqualTo(1);
    assertThat(circular.mostIterations()).isEmpty();
    assertThat(circular.mostUsers()).isEmpty();
  }

  @Test
  void sequentialEndsAfterTheLastRow() {
    var sequential = dataset(numbers(3).sequential());
    assertThat(order(sequential, 5, 42)).containsExactly(0L, 1L, 2L, -1L, -1L);
    assertThat(sequential.mostIterations()).isEqualTo(OptionalLong.of(3));
    assertThat(sequential.mostUsers()).isEmpty();
  }

  @Test
  void onceTakesEveryRowOnceInAnOrderOfTheSeed() {
    var once = dataset(numbers(5).once());
    assertThat(order(once, 7, 42)).containsExactly(1L, 4L, 0L, 2L, 3L, -1L, -1L);
    assertThat(order(once, 5, 43)).containsExactly(3L, 0L, 2L, 1L, 4L);
    assertThat(once.mostIterations()).isEqualTo(OptionalLong.of(5));
    assertThat(once.mostUsers()).isEmpty();
  }

  @Test
  void randomDrawsWithReplacement() {
    var random = dataset(numbers(4).random());
    assertThat(order(random, 10, 42)).containsExactly(2L, 0L, 0L, 0L, 2L, 3L, 0L, 2L, 2L, 2L);
    var drawn = new int[4];
    order(random, 4000, 1).forEach(row -> drawn[row.intValue()]++);
    assertThat(drawn[0]).isBetween(900, 1100);
    assertThat(drawn[1]).isBetween(900, 1100);
    assertThat(drawn[2]).isBetween(900, 1100);
    assertThat(drawn[3]).isBetween(900, 1100);
    assertThat(random.mostIterations()).isEmpty();
    assertThat(random.mostUsers()).isEmpty();
  }

  @Test
  void shuffledTakesEveryRowOnceInEachPassAndEachPassInAnOrderOfItsOwn() {
    var shuffled = dataset(numbers(4).shuffled(42));
    assertThat(order(shuffled, 12, 1))
        .containsExactly(1L, 3L, 0L, 2L, 2L, 1L, 3L, 0L, 0L, 1L, 2L, 3L);
    assertThat(shuffled.mostIterations()).isEmpty();
    assertThat(shuffled.mostUsers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 256, 1000})
  void everyPassOfAShuffledFeedIsAPermutation(int size) {
    var shuffled = dataset(numbers(size).shuffled());
    for (long pass = 0; pass < 5; pass++) {
      var taken = new HashSet<Long>();
      for (long i = pass * size; i < (pass + 1) * size; i++) {
        taken.add(shuffled.rowFor(i, 1, 9));
      }
      assertThat(taken).hasSize(size).allMatch(row -> row >= 0 && row < size);
    }
  }

  @Test
  void aSeedOfItsOwnHoldsWhateverTheRunsSeedAndTheFeedsPlace() {
    var feed = numbers(20).shuffled(42);
    var first = Dataset.open(feed, 0, HERE, _ -> {}).orElseThrow();
    var second = Dataset.open(feed, 1, HERE, _ -> {}).orElseThrow();
    assertThat(order(first, 40, 1)).isEqualTo(order(first, 40, 2)).isEqualTo(order(second, 40, 3));
  }

  @Test
  void withoutASeedOfItsOwnTheRunsSeedAndTheFeedsPlaceTell() {
    for (UnaryOperator<Feed> way :
        List.<UnaryOperator<Feed>>of(Feed::random, Feed::shuffled, Feed::once)) {
      var first = Dataset.open(way.apply(numbers(20)), 0, HERE, _ -> {}).orElseThrow();
      var second = Dataset.open(way.apply(numbers(20)), 1, HERE, _ -> {}).orElseThrow();
      assertThat(order(first, 20, 1)).isEqualTo(order(first, 20, 1));
      assertThat(order(first, 20, 1)).isNotEqualTo(order(first, 20, 2));
      assertThat(order(first, 20, 1)).isNotEqualTo(order(second, 20, 1));
    }
  }

  @Test
  void aUserOfAUniqueFeedKeepsItsRow() {
    var unique = dataset(numbers(3).unique());
    assertThat(LongStream.range(0, 4).map(i -> unique.rowFor(i, 2, i))).containsOnly(1L);
    assertThat(unique.rowFor(9, 1, 42)).isEqualTo(0);
    assertThat(unique.rowFor(9, 3, 42)).isEqualTo(2);
    assertThat(unique.rowFor(9, 4, 42)).isEqualTo(-1);
    assertThat(unique.mostUsers()).isEqualTo(OptionalLong.of(3));
    assertThat(unique.mostIterations()).isEmpty();
  }

  @Test
  void workersThatShareTheIterationsTakeTheSameRows() {
    var feed = numbers(10).shuffled();
    var alone = order(dataset(feed), 30, 5);
    var other = dataset(feed);
    assertThat(LongStream.of(29, 3, 17).map(i -> other.rowFor(i, 77, 5)))
        .containsExactly(alone.get(29), alone.get(3), alone.get(17));
  }
}
