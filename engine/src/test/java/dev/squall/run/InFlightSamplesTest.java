package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.run.InFlightSamples.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightSamplesTest {

  private static InFlightSamples looks(Integer... values) {
    var left = List.of(values).iterator();
    var samples = new InFlightSamples(left::next);
    for (int i = 0; i < values.length; i++) {
      samples.look();
    }
    return samples;
  }

  @Test
  void nobodyLookedOrOnlyOnce() {
    assertThat(looks().seen()).isEqualTo(new Seen(0, 0, 0));
    assertThat(looks(7).seen()).isEqualTo(new Seen(1, 7, 0));
  }

  /** Squares of the distances from 5: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, of 8 values. */
  @Test
  void meanAndVarianceAreThoseOfTheValues() {
    var seen = looks(2, 4, 4, 4, 5, 5, 7, 9).seen();
    assertThat(seen.count()).isEqualTo(8);
    assertThat(seen.mean()).isCloseTo(5, within(1e-12));
    assertThat(seen.variance()).isCloseTo(32.0 / 7, within(1e-12));
  }

  @Test
  void afterTheEndNobodyLooks() {
    var samples = new InFlightSamples(() -> 3);
    samples.look();
    samples.end();
    samples.look();
    assertThat(samples.seen()).isEqualTo(new Seen(1, 3, 0));
  }
}
