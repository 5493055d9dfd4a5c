package dev.squall.analysis;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seed;
import static dev.squall.Squall.users;
import static dev.squall.analysis.ExperimentWords.interleave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.goal.Metric;
import dev.squall.problem.ProblemException;
import org.junit.jupiter.api.Test;

class InterleaveTest {

  @Test
  void runsInTurnSayWhichSideIsSlower() {
    try (var quick = new SlowServer(10, 2);
        var slow = new SlowServer(10, 8)) {
      var comparison =
          interleave(
              scenario("quick", get("/").named("ask")).at(quick.url()),
              scenario("slow", get("/").named("ask")).at(slow.url()),
              users(2).iterations(40),
              3,
              seed(7));
      assertThat(comparison.design()).isEqualTo(Design.INTERLEAVED);
      assertThat(comparison.first()).hasSize(3);
      assertThat(comparison.second()).extracting(run -> run.info().scenario()).containsOnly("slow");
      assertThat(comparison.first())
          .extracting(run -> run.info().seed())
          .containsExactly(8L, 9L, 10L);
      assertThat(comparison.total().change(Metric.P50).ratio().orElseThrow().estimate())
          .isGreaterThan(1.5);
      assertThat(comparison.row("ask").changes()).hasSize(5);
      assertThat(comparison.toString())
          .contains("3 runs")
          .doesNotContain("NaN")
          .doesNotContain("Within these two runs");
    }
  }

  @Test
  void onePairSaysNothing() {
    var scenario = scenario("a", get("/")).at("http://127.0.0.1:1");
    assertThatThrownBy(() -> interleave(scenario, scenario, users(1).iterations(1), 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("two at least");
  }

  @Test
  void bothSidesAreCheckedBeforeAnythingIsSent() {
    var fine = scenario("fine", get("/"));
    var wrong = scenario("wrong", get("/${nobody}"));
    assertThatThrownBy(
            () -> interleave(fine, wrong, users(1).iterations(1), at("http://127.0.0.1:1")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nobody");
  }

  @Test
  void anInterruptBeforeTwoPairsLeavesNothingToCompare() {
    try (var server = new SlowServer(1, 1)) {
      var scenario = scenario("a", get("/")).at(server.url());
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> interleave(scenario, scenario, users(1).iterations(1000)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("interrupted before two pairs");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
