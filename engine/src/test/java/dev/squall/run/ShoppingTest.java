package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Load;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShoppingTest {
  private PracticeShop shop;

  @BeforeEach
  void open() {
    shop = PracticeShop.start();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Results shopping(Load load) {
    return Sums.holdIn(run(ShoppingFlow.scenario(), load, at(shop.url().toString())));
  }

  private void everyStepIsGreen(Results results) {
    assertThat(results.errors()).isEmpty();
    assertThat(results.totals().interrupted()).isZero();
    assertThat(results.totals().sent()).isEqualTo(shop.requests());
    assertThat(results.totals().requests()).isEqualTo(10 * results.totals().iterations().started());
    assertThat(results.steps())
        .extracting(StepStats::name)
        .containsExactly(
            "register",
            "list",
            "details",
            "add",
            "view",
            "add another",
            "change",
            "checkout",
            "order");
    assertThat(results.steps())
        .allSatisfy(step ->
            assertThat(step.checks())
                .isNotEmpty()
                .allSatisfy(check -> {
                  assertThat(check.ok()).isEqualTo(step.count());
                  assertThat(check.failed()).isZero();
                }));
  }

  @Test
  void aClosedLoadIsGreenAndTheServerCountsTheSame() {
    var results = shopping(users(5).during(millis(1300)));

    everyStepIsGreen(results);
    assertThat(results.users()).hasSize(5);
    assertThat(results.totals().elapsedSeconds()).isBetween(1.3, 10.0);
    assertThat(results.connections().totals().opened()).isEqualTo(5);
    assertThat(results.connections().totals().reused()).isEqualTo(results.totals().sent() - 5);
    assertThat(results.timeline().getFirst().busyUsers()).isBetween(1, 5);
  }

  @Test
  void dividedIterationsAreGreenAndTheServerCountsTheSame() {
    var results = shopping(users(4).iterations(30));

    everyStepIsGreen(results);
    assertThat(results.totals().iterations().completed()).isEqualTo(30);
    assertThat(shop.requests()).isEqualTo(300);
  }

  @Test
  void anOpenLoadIsGreenAndTheServerCountsTheSame() {
    var results = shopping(perSecond(40).during(seconds(1.5)));

    everyStepIsGreen(results);
    assertThat(results.totals().iterations().scheduled()).isEqualTo(60);
    assertThat(results.totals().iterations().completed()).isEqualTo(60);
    assertThat(results.generator().lateStart().count()).isEqualTo(60);
  }

  @Test
  void aResponseIsNeverQuickerThanItsService() {
    var results = shopping(users(3).iterations(30));

    assertThat(results.steps())
        .allSatisfy(step -> {
          assertThat(step.response().count()).isEqualTo(step.service().count());
          for (var percentile : dev.squall.stats.Latencies.PERCENTILES) {
            assertThat(Estimates.ms(step.response().percentile(percentile)))
                .isGreaterThanOrEqualTo(Estimates.ms(step.service().percentile(percentile)));
          }
        });
    assertThat(Estimates.ms(results.scenarios().getFirst().duration().max()))
        .isGreaterThan(Estimates.ms(results.scenarios().getFirst().active().max()));
  }

  @Test
  void thinkTimeIsInNoStep() {
    var results =
        run(
            scenario("slow reader", get("/health"), pause(millis(300)), get("/status")),
            users(1).iterations(1),
            at(shop.url().toString()));

    // Only against one another: how long a request takes is the machine's affair. 50 ms are what
    // the histograms may have rounded in an iteration of many seconds.
    var scenario = results.scenarios().getFirst();
    var duration = Estimates.ms(scenario.duration().max());
    var active = Estimates.ms(scenario.active().max());
    assertThat(duration - active).isGreaterThan(250);
    assertThat(Estimates.ms(results.response().max())).isLessThan(active + 50);
    assertThat(results.totals().elapsedSeconds()).isGreaterThan(0.299);
  }
}
