package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.squall.stats.Generator.Safepoints;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafepointClockTest {
  private static final Map<String, Long> COUNTERS =
      Map.of(
          "sun.rt.safepoints", 7L,
          "sun.rt.safepointTime", 30_000L,
          "sun.os.hrt.frequency", 2_000_000L);

  @Test
  void ticksAreMilliseconds() {
    assertThat(SafepointClock.read(COUNTERS)).contains(new Safepoints(7, 15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sun.rt.safepoints", "sun.rt.safepointTime", "sun.os.hrt.frequency"})
  void aCounterThatIsMissingLeavesItUnknown(String name) {
    var fewer = new HashMap<>(COUNTERS);
    fewer.remove(name);
    assertThat(SafepointClock.read(fewer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aClockThatStandsStillLeavesItUnknown(long frequency) {
    var wrong = new HashMap<>(COUNTERS);
    wrong.put("sun.os.hrt.frequency", frequency);
    assertThat(SafepointClock.read(wrong)).isEmpty();
  }

  @Test
  void whatCameBetweenIsTheDifference() {
    var from = Optional.of(new Safepoints(7, 15));
    var to = Optional.of(new Safepoints(9, 22.5));
    assertThat(SafepointClock.between(from, to)).contains(new Safepoints(2, 7.5));
    assertThat(SafepointClock.between(Optional.empty(), to)).isEmpty();
    assertThat(SafepointClock.between(from, Optional.empty())).isEmpty();
  }

  @Test
  void thisJvmCountsItsOwnStops() {
    var from = SafepointClock.now();
    assumeTrue(from.isPresent(), "this JVM keeps no performance data");
    System.gc();
    var between = SafepointClock.between(from, SafepointClock.now()).orElseThrow();
    assertThat(between.count()).isPositive();
    assertThat(between.totalMs()).isPositive();
  }
}
