package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.PracticeShop;
import dev.squall.stats.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HealthTest {

  @Test
  void whatSetupAndTeardownTakeIsNotLookedAt() {
    try (var shop = PracticeShop.start()) {
      var slow = code("slow", session -> Thread.sleep(500));
      var results =
          run(
              scenario("s", get("/health")).setup(slow).teardown(slow),
              users(1).iterations(1),
              at(shop.url().toString()));

      // Each looks once in 10 ms; what lies between the end and the last look is generous.
      long most = (long) (results.totals().elapsedSeconds() * 100) + 30;
      assertThat(results.generator().schedulerLateness().count()).isLessThan(most);
      assertThat(results.generator().machineLateness().count()).isLessThan(most);
    }
  }

  /** Ten users that are nearly always waiting for an answer. */
  @Test
  void exchangesInFlightAreSeenAsOftenAsTheirTimesSay() {
    try (var shop = PracticeShop.start()) {
      var results =
          run(
              scenario("slow", get("/delay/40")),
              users(10).during(seconds(1)),
              at(shop.url().toString()));

      var generator = results.generator();
      var inFlight = generator.inFlight();
      double elapsed = results.totals().elapsedSeconds();
      assertThat(inFlight.samples()).isPositive().isLessThan((long) (elapsed * 100) + 3);
      assertThat(inFlight.sampled()).isPositive().isLessThanOrEqualTo(10);
      assertThat(inFlight.byLittlesLaw())
          .isEqualTo(results.totals().inFlightSeconds() / elapsed)
          .isPositive()
          .isLessThan(10);
      assertThat(results.totals().inFlightSeconds())
          .isGreaterThanOrEqualTo(0.040 * results.totals().ok());
      assertThat(generator.reasons()).noneMatch(reason -> reason.startsWith("in-flight samples"));
      assertThat(generator.cpuSeconds()).isPositive();
      assertThat(generator.gc().longestMs()).isNotNegative();
      assertThat(generator.schedulerLateness().count()).isPositive();
      assertThat(generator.machineLateness().count()).isPositive();
      assertThat(generator.verdict())
          .isEqualTo(generator.reasons().isEmpty() ? Verdict.TRUSTED : Verdict.SUSPECT);
    }
  }
}
