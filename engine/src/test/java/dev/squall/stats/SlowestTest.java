package dev.squall.stats;

import static dev.squall.stats.Facts.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Sample;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twenty slowest of a step, in whatever order they come. */
class SlowestTest {

  private static long[] kept(IntStream times) {
    var slowest = new Slowest();
    times.forEach(took -> slowest.record(ok(0, 1, 0, took)));
    return slowest.samples().stream().mapToLong(Sample::responseNanos).sorted().toArray();
  }

  private static long[] expected(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToLong(Facts::nanos).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20})
  void allAreKeptUntilThereAreTwenty(int count) {
    assertThat(kept(IntStream.rangeClosed(1, count))).isEqualTo(expected(1, count));
    assertThat(kept(IntStream.rangeClosed(1, count).map(i -> count + 1 - i)))
        .isEqualTo(expected(1, count));
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 40, 100})
  void thenTheSlowestOnes(int count) {
    assertThat(kept(IntStream.rangeClosed(1, count))).isEqualTo(expected(count - 19, count));
    assertThat(kept(IntStream.rangeClosed(1, count).map(i -> count + 1 - i)))
        .isEqualTo(expected(count - 19, count));
    // Every odd one, then every even one.
    var mixed =
        IntStream.concat(
            IntStream.rangeClosed(1, count).filter(i -> i % 2 == 1),
            IntStream.rangeClosed(1, count).filter(i -> i % 2 == 0));
    assertThat(kept(mixed)).isEqualTo(expected(count - 19, count));
  }
}
