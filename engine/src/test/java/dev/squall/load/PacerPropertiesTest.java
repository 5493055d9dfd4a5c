package dev.squall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every pacer, for loads of every shape. */
class PacerPropertiesTest {
  private static final int MOST = 20_000;

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  private static OpenLoad load(int seed) {
    var random = new Random(seed);
    var load = new ArrivalRate(level(random)).during(time(random));
    for (int stages = random.nextInt(6); stages > 0; stages--) {
      load =
          switch (random.nextInt(5)) {
            case 0 -> load.hold(time(random));
            case 1 -> load.jumpTo(level(random), time(random));
            case 2 -> load.wave(level(random), time(random), time(random));
            case 3 -> load.rampTo(0, time(random));
            default -> load.rampTo(level(random), time(random));
          };
    }
    if (random.nextBoolean()) {
      load = load.spike(level(random), time(random), time(random));
    }
    return random.nextBoolean() ? load : load.poisson();
  }

  private static double level(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(300);
      case 2 -> random.nextInt(300) / 10.0;
      default -> random.nextDouble() * 300;
    };
  }

  private static Duration time(Random random) {
    return random.nextBoolean()
        ? Duration.ofSeconds(1 + random.nextInt(20))
        : Duration.ofNanos(1 + random.nextLong(5_000_000_000L));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsDueIsWhatIsIntendedAtOrBefore(int seed) {
    var load = load(seed);
    var pacer = load.pacer(seed);
    long arrivals = pacer.dueBy(Long.MAX_VALUE);

    assertThat(pacer.dueBy(-1)).isZero();
    assertThat(pacer.dueBy(load.curve().endNanos() - 1)).isEqualTo(arrivals).isLessThan(MOST);
    assertThat(pacer.intendedNanos(arrivals)).isEqualTo(Pacer.NEVER);
    assertThat(pacer.intendedNanos(arrivals + 100_000)).isEqualTo(Pacer.NEVER);
    long before = 0;
    for (long i = 0; i < arrivals; i++) {
      long intended = pacer.intendedNanos(i);
      assertThat(intended).isBetween(before, load.curve().endNanos() - 1);
      assertThat(pacer.dueBy(intended - 1)).isLessThanOrEqualTo(i);
      assertThat(pacer.dueBy(intended)).isGreaterThan(i);
      if (intended > before) {
        assertThat(pacer.dueBy(intended - 1)).isEqualTo(i);
        assertThat(pacer.dueBy(before)).isEqualTo(i);
      }
      before = intended;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnionOfTheWorkersIsTheWhole(int seed) {
    var whole = load(seed).pacer(seed);
    long arrivals = whole.dueBy(Long.MAX_VALUE);
    for (int workers : new int[] {1, 2, 4}) {
      var times = new long[(int) arrivals];
      for (int worker = 0; worker < workers; worker++) {
        var part = whole.part(worker, workers);
        for (long j = 0; j < part.dueBy(Long.MAX_VALUE); j++) {
          assertThat(part.index(j)).isEqualTo(j * workers + worker);
          times[(int) part.index(j)] = part.intendedNanos(j) + 1;
          assertThat(part.dueBy(part.intendedNanos(j))).isGreaterThan(j);
          assertThat(part.dueBy(part.intendedNanos(j) - 1)).isLessThanOrEqualTo(j);
        }
        assertThat(part.intendedNanos(part.dueBy(Long.MAX_VALUE))).isEqualTo(Pacer.NEVER);
      }
      assertThat(times)
          .isEqualTo(LongStream.range(0, arrivals).map(i -> whole.intendedNanos(i) + 1).toArray());
    }
  }

  @Test
  void aWorkerBeyondTheArrivalsHasNone() {
    var part = new ArrivalRate(1).during(Duration.ofSeconds(3)).pacer(1).part(3, 4);

    assertThat(part.dueBy(Long.MAX_VALUE)).isZero();
    assertThat(part.intendedNanos(0)).isEqualTo(Pacer.NEVER);
    assertThat(part.intendedNanos(Long.MAX_VALUE / 2)).isEqualTo(Pacer.NEVER);
  }

  @Test
  void gapsOfAPoissonProcessHaveTheMeanAndTheVarianceOfTheExponentialDistribution() {
    int count = 200_000;
    var pacer = new ArrivalRate(1000).during(Duration.ofHours(1)).poisson().pacer(42);
    var gaps =
        LongStream.range(1, count)
            .mapToDouble(i -> (pacer.intendedNanos(i) - pacer.intendedNanos(i - 1)) / 1e6)
            .toArray();
    double mean = IntStream.range(0, gaps.length).mapToDouble(i -> gaps[i]).average().orElse(0);
    double variance =
        IntStream.range(0, gaps.length)
            .mapToDouble(i -> (gaps[i] - mean) * (gaps[i] - mean))
            .average()
            .orElse(0);
    // Four standard errors: 1/√n of the mean, √8/√n of the variance.
    assertThat(mean).isCloseTo(1, within(4 / Math.sqrt(count)));
    assertThat(variance).isCloseTo(1, within(4 * Math.sqrt(8.0 / count)));
  }

  @Test
  void theSameSeedHasTheSameTimesInWhateverOrderTheyAreAskedFor() {
    var load = new ArrivalRate(200).rampTo(20, Duration.ofMinutes(10)).poisson();
    var forward = load.pacer(5);
    var backward = load.pacer(5);
    var other = load.pacer(6);
    var times = LongStream.range(0, 60_000).map(forward::intendedNanos).toArray();

    assertThat(LongStream.range(0, 60_000).map(i -> backward.intendedNanos(59_999 - i)))
        .containsExactlyElementsOf(
            LongStream.range(0, 60_000).mapToObj(i -> times[59_999 - (int) i]).toList());
    assertThat(LongStream.range(0, 60_000).filter(i -> other.intendedNanos(i) == times[(int) i]))
        .hasSizeLessThan(10);
  }

  @Test
  void manyThreadsAreToldTheSame() throws InterruptedException {
    var load = new ArrivalRate(500).during(Duration.ofHours(1)).poisson();
    var expected = load.pacer(9);
    var shared = load.pacer(9);
    var wrong = new LongAdder();
    var threads =
        IntStream.range(0, 4)
            .mapToObj(k ->
                Thread.ofPlatform()
                    .start(() -> {
                      for (long i = k * 37L; i < 50_000; i += 61) {
                        if (shared.intendedNanos(i) != expected.intendedNanos(i)) {
                          wrong.increment();
                        }
                      }
                    }))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(wrong.sum()).isZero();
  }
}
