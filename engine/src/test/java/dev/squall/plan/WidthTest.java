package dev.squall.plan;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Step;
import dev.squall.scenario.Workload;
import org.junit.jupiter.api.Test;

class WidthTest {
  private static final Step A = get("/a");

  private static int width(Step... steps) {
    return width(scenario("s", steps));
  }

  private static int width(Workload workload) {
    var options = Options.of(at("http://127.0.0.1"));
    return Plan.of(workload, users(1).iterations(1), options).width();
  }

  @Test
  void oneAfterTheOtherIsOne() {
    assertThat(width(A, pause(millis(1)), group("g", A, A), repeat(2, A), leave(0.1))).isEqualTo(1);
  }

  @Test
  void branchesAddUpAndStepsDoNot() {
    assertThat(width(A, parallel(A, A, A), parallel(A, A))).isEqualTo(3);
    assertThat(width(parallel(parallel(A, A), group("g", A, parallel(A, A, A)), A))).isEqualTo(6);
  }

  @Test
  void theWidestWayCounts() {
    assertThat(width(choose(weight(1, A), weight(1, parallel(A, A))))).isEqualTo(2);
    assertThat(width(A, when(variable("VU").is(1), A).otherwise(optional(parallel(A, A, A)))))
        .isEqualTo(3);
    assertThat(width(get("/l").extract("l", jsonPath("$")), forEach("i", "l", parallel(A, A))))
        .isEqualTo(2);
    assertThat(width(mix("m", share(1, scenario("a", A)), share(1, scenario("b", parallel(A, A))))))
        .isEqualTo(2);
  }
}
