package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.ArrivalRate;
import dev.squall.load.Pacer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten arrivals a second: one each hundred million nanoseconds. */
class BatchTest {
  private static final Pacer TENTHS = new ArrivalRate(10).during(Duration.ofSeconds(10)).pacer(1);

  @Test
  void aBatchSaysNumberAndTimeOfEach() {
    var batch = new Batch(TENTHS, 50, 7, 3, 4);

    assertThat(batch.arrival(0)).isEqualTo(new Arrival(53, 300_000_007L));
    assertThat(batch.arrival(3)).isEqualTo(new Arrival(56, 600_000_007L));
  }

  @Test
  void aWorkersNumbersAreItsOwn() {
    assertThat(new Batch(TENTHS.part(1, 4), 0, 0, 2, 1).arrival(0))
        .isEqualTo(new Arrival(9, 900_000_000L));
  }

  @Test
  void aBatchIsCutToItsFirst() {
    var batch = new Batch(TENTHS, 50, 7, 3, 4);

    assertThat(batch.first(2)).isEqualTo(new Batch(TENTHS, 50, 7, 3, 2));
    assertThat(batch.first(9)).isEqualTo(batch);
  }
}
