package dev.squall.plan;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Workload;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whether a capture that finds nothing fails its request: only when a later step needs it. */
class LaterUsesTest {
  private static final Request LOGIN = post("/login").extract("t", jsonPath("$.t"));
  private static final Step USE = get("/${t}").named("use");
  private static final Step OTHER = get("/other");

  /** Of each request with captures, by its name: whether what it captures is needed. */
  private static Map<String, Boolean> needed(Workload workload) {
    var needed = new TreeMap<String, Boolean>();
    var plan = Plan.of(workload, users(1).iterations(1), Options.of(at("http://localhost:8089")));
    for (var request : plan.requests()) {
      for (var capture : request.captures()) {
        needed.merge(request.info().name(), capture.needed(), Boolean::logicalOr);
      }
    }
    return needed;
  }

  private static boolean isNeeded(Step... steps) {
    return needed(Plans.scenario(steps)).get("POST /login");
  }

  private static boolean isNeeded(Scenario scenario) {
    return needed(scenario).get("POST /login");
  }

  @Test
  void whatNobodyUsesIsNotNeeded() {
    assertThat(isNeeded(LOGIN)).isFalse();
    assertThat(isNeeded(LOGIN, OTHER)).isFalse();
    assertThat(isNeeded(LOGIN.check(jsonPath("$.t").is("x")), OTHER)).isFalse();
  }

  @Test
  void whatALaterStepOrItsOwnCheckUsesIsNeeded() {
    assertThat(isNeeded(LOGIN, USE)).isTrue();
    assertThat(isNeeded(LOGIN, OTHER, post("/x").text("$t"))).isTrue();
    assertThat(isNeeded(LOGIN, curl("curl -d a=$t /x"))).isTrue();
    assertThat(isNeeded(LOGIN, curl("curl -d 'a=\\$t' /x"))).isTrue();
    assertThat(isNeeded(LOGIN, curl("curl -d a=\\$t /x"))).isFalse();
    assertThat(isNeeded(LOGIN, get("/x").check(body().is("${t}")))).isTrue();
    assertThat(isNeeded(LOGIN.check(header("X").is("${t}")))).isTrue();
    assertThat(isNeeded(Plans.scenario(LOGIN, OTHER).header("X", "plain"))).isFalse();
  }

  @Test
  void whateverAStepStandsInItIsLookedAt() {
    assertThat(isNeeded(LOGIN, group("g", USE))).isTrue();
    assertThat(isNeeded(LOGIN, repeat(1, USE))).isTrue();
    assertThat(isNeeded(LOGIN, optional(USE))).isTrue();
    assertThat(isNeeded(LOGIN, parallel(OTHER, USE))).isTrue();
    assertThat(isNeeded(LOGIN, choose(weight(1, OTHER), weight(1, USE)))).isTrue();
    assertThat(isNeeded(LOGIN, when(variable("VU").is(1), USE))).isTrue();
    assertThat(isNeeded(LOGIN, when(variable("VU").is(1), OTHER).otherwise(USE))).isTrue();
  }

  @Test
  void aListIsNeededByItsLoop() {
    assertThat(isNeeded(LOGIN, forEach("it", "t", OTHER))).isTrue();
    assertThat(isNeeded(LOGIN, forEach("it", "t", get("/${it.t}")))).isTrue();
  }

  @Test
  void aListThatAnItemBringsIsNoVariableOfThatName() {
    assertThat(isNeeded(get("/l").extract("l", body()), LOGIN, forEach("it", "l", get("/${it.t}"))))
        .isFalse();
  }

  @Test
  void whoAsksFirstCanDoWithoutAValue() {
    assertThat(isNeeded(LOGIN, when(variable("t").exists(), USE))).isFalse();
    assertThat(isNeeded(LOGIN, when(variable("t").isNot("none"), group("g", USE)))).isFalse();
    assertThat(isNeeded(LOGIN, when(variable("VU").is(1).and(variable("t").exists()), USE)))
        .isFalse();
    assertThat(isNeeded(LOGIN, when(variable("t").exists(), forEach("it", "t", OTHER)))).isFalse();
    assertThat(
            isNeeded(
                LOGIN, when(variable("t").exists(), when(variable("VU").is(1), repeat(2, USE)))))
        .isFalse();
  }

  @Test
  void whoAsksOnlySometimesCannot() {
    assertThat(isNeeded(LOGIN, when(variable("t").exists(), OTHER), USE)).isTrue();
    assertThat(isNeeded(LOGIN, USE, when(variable("t").exists(), OTHER))).isTrue();
    assertThat(isNeeded(LOGIN, when(variable("VU").exists(), USE))).isTrue();
    assertThat(isNeeded(LOGIN, when(variable("VU").is(1).or(variable("t").exists()), USE)))
        .isTrue();
    assertThat(isNeeded(LOGIN, when(variable("t").exists(), OTHER).otherwise(USE))).isTrue();
  }

  @Test
  void theNextRoundOfALoopIsLater() {
    var before = code("begin", session -> session.set("t", 1)).sets("t");

    assertThat(isNeeded(before, repeat(2, USE, LOGIN))).isTrue();
    assertThat(isNeeded(before, repeat(1, USE, LOGIN))).isFalse();
    assertThat(isNeeded(before, USE, repeat(2, LOGIN))).isFalse();
    assertThat(isNeeded(before, repeat(2, USE), repeat(2, LOGIN))).isFalse();
    assertThat(isNeeded(before, repeat(2, repeat(1, USE), OTHER, group("g", LOGIN)))).isTrue();
    assertThat(isNeeded(get("/l").extract("l", body()), before, forEach("it", "l", USE, LOGIN)))
        .isTrue();
  }

  @Test
  void whatASetupBringsIsNeededByIterationsAndTheTeardown() {
    assertThat(isNeeded(Plans.scenario(OTHER).setup(LOGIN))).isFalse();
    assertThat(isNeeded(Plans.scenario(USE).setup(LOGIN))).isTrue();
    assertThat(isNeeded(Plans.scenario(OTHER).setup(LOGIN, USE))).isTrue();
    assertThat(isNeeded(Plans.scenario(OTHER).setup(LOGIN).teardown(USE))).isTrue();
    assertThat(isNeeded(Plans.scenario(OTHER).setup(USE_BUILT_IN).teardown(LOGIN))).isFalse();
  }

  private static final Step USE_BUILT_IN = get("/${VU}");

  @Test
  void whatAMixBringsIsNeededByAnyOfItsScenarios() {
    var a = share(1, scenario("a", OTHER));
    var b = share(1, scenario("b", USE));

    assertThat(needed(mix("m", a).setup(LOGIN))).containsEntry("POST /login", false);
    assertThat(needed(mix("m", a, b).setup(LOGIN))).containsEntry("POST /login", true);
    assertThat(needed(mix("m", a).setup(LOGIN).teardown(USE))).containsEntry("POST /login", true);
    assertThat(needed(mix("m", a).setup(LOGIN, USE))).containsEntry("POST /login", true);
    assertThat(needed(mix("m", a).setup(OTHER).teardown(LOGIN)))
        .containsEntry("POST /login", false);
    assertThat(needed(mix("m", share(1, scenario("a", OTHER).header("X", "${t}"))).setup(LOGIN)))
        .containsEntry("POST /login", true);
  }

  @Test
  void aScenarioThatExtractsTheNameItselfDoesNotNeedTheMixs() {
    var own = get("/own").extract("t", jsonPath("$.t"));

    assertThat(needed(mix("m", share(1, scenario("a", own, USE))).setup(LOGIN)))
        .containsEntry("POST /login", false)
        .containsEntry("GET /own", true);
    assertThat(needed(mix("m", share(1, scenario("a", own, OTHER))).setup(LOGIN).teardown(USE)))
        .containsEntry("POST /login", true)
        .containsEntry("GET /own", false);
  }

  @Test
  void aTeardownsOwnCapturesFollowThoseOfTheScenarios() {
    var last = get("/last").extract("z", body());

    assertThat(
            needed(
                mix("m", share(1, scenario("a", OTHER, get("/more"))))
                    .setup(LOGIN)
                    .teardown(last, delete("/${z}"))))
        .containsEntry("GET /last", true)
        .containsEntry("POST /login", false);
  }
}
