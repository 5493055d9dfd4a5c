package dev.squall.plan;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.draw.Draws;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which scenario an iteration performs, and what comes before and after a load. */
class MixPlanTest {
  private static final String BASE = "http://localhost:8089";

  private static Scenario only(String name) {
    return new Scenario(name, List.of(get("/" + name)), Optional.of(BASE));
  }

  private static Plan plan(Workload workload) {
    return Plan.of(workload, users(1).iterations(1), Options.of(seed(7)));
  }

  private static Mix mix() {
    return new Mix(
        "day",
        List.of(
            new Mix.Share(3, only("a")), new Mix.Share(1, only("b")), new Mix.Share(4, only("c"))));
  }

  @Test
  void theScenarioIsWhereTheDrawFallsAmongTheShares() {
    var plan = plan(mix());

    assertThat(plan.scenarios()).extracting(PlannedScenario::upTo).containsExactly(.375, .5, 1.0);
    assertThat(LongStream.range(0, 200).mapToObj(plan::scenarioOf))
        .containsExactlyElementsOf(
            LongStream.range(0, 200)
                .mapToObj(i -> {
                  double draw = Draws.share(Draws.bits(7, i, Draws.MIX, 0));
                  return draw < .375 ? 0 : draw < .5 ? 1 : 2;
                })
                .toList())
        .contains(0, 1, 2);
  }

  @Test
  void aScenarioAloneIsAlwaysTheFirst() {
    assertThat(LongStream.range(0, 50).mapToObj(plan(only("a"))::scenarioOf)).containsOnly(0);
  }

  @Test
  void whatComesBeforeAndAfterIsTheMixesOrAScenarios() {
    var withSetup = only("a").setup(get("/before").named("before"));
    var withTeardown = only("a").teardown(get("/after").named("after"));

    assertThat(plan(mix()).hasSetup()).isFalse();
    assertThat(plan(mix()).hasTeardown()).isFalse();
    assertThat(plan(withSetup).hasSetup()).isTrue();
    assertThat(plan(withSetup).hasTeardown()).isFalse();
    assertThat(plan(withTeardown).hasSetup()).isFalse();
    assertThat(plan(withTeardown).hasTeardown()).isTrue();
    assertThat(plan(mix().setup(get("/before").named("before"))).hasSetup()).isTrue();
    assertThat(plan(mix().teardown(get("/after").named("after"))).hasTeardown()).isTrue();
  }
}
