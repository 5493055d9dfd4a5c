package dev.squall.scenario;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps, scenarios and mixes as data. */
class StepsTest {
  private static final Request A = get("/a");
  private static final Request B = get("/b");

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(pause(seconds(90)), "pause 1m30s"),
        Arguments.of(pause(seconds(1), seconds(1)), "pause 1s"),
        Arguments.of(pause(millis(500), seconds(2)), "pause 0.5s .. 2s"),
        Arguments.of(normalPause(seconds(2), millis(100)), "pause normal(2s, 0.1s)"),
        Arguments.of(exponentialPause(seconds(2)), "pause exponential(2s)"),
        Arguments.of(forEach("post", "posts", A), "for each post in posts (1 step)"),
        Arguments.of(when(variable("x").exists(), A), "when ${x} exists (1 step)"),
        Arguments.of(
            when(variable("x").is(1).and(variable("y").isAbove(2)), A, B).otherwise(B),
            "when ${x} is 1 and ${y} above 2 (2 steps; otherwise 1 step)"),
        Arguments.of(
            when(variable("x").is(1).or(variable("y").is(2).and(variable("z").is(3)))),
            "when ${x} is 1 or (${y} is 2 and ${z} is 3) (0 steps)"),
        Arguments.of(choose(weight(1, A), weight(2.5, A, B)), "choose one of 2"),
        Arguments.of(weight(2.5, A, B).toString(), "weight 2.5 (2 steps)"),
        Arguments.of(parallel(A, B), "parallel (2 steps)"),
        Arguments.of(optional(A), "optional (1 step)"),
        Arguments.of(leave(0.3), "leave with probability 0.3"),
        Arguments.of(code("total", _ -> {}), "code total"),
        Arguments.of(
            mix("day", share(1, scenario("a")), share(2, scenario("b"))), "mix day [a, b]"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void eachPrintsInOneLine(Object step, String text) {
    assertThat(step).hasToString(text);
  }

  @Test
  void aPauseBetweenEqualEndsIsFixed() {
    assertThat(pause(seconds(1), seconds(1)))
        .isEqualTo(new Step.Pause(new ThinkTime.Fixed(Duration.ofSeconds(1))));
    assertThat(pause(seconds(1), seconds(2)).time())
        .isEqualTo(new ThinkTime.Uniform(Duration.ofSeconds(1), Duration.ofSeconds(2)));
  }

  @Test
  void otherwiseAndSetsGather() {
    var condition = variable("x").exists();
    assertThat(when(condition, A).otherwise(A).otherwise(B))
        .isEqualTo(new Step.When(condition, List.of(A), List.of(A, B)));
    UserCode nothing = _ -> {};
    assertThat(code("c", nothing).sets("a").sets("b", "c"))
        .isEqualTo(new Step.Code("c", List.of("a", "b", "c"), nothing));
  }

  @Test
  void aRetryIsPartOfHowARequestIsExchanged() {
    assertThat(A.timeout(seconds(1)).redirects(2).expectContinue().retry(attempts(3)).handling())
        .isEqualTo(
            new Handling(
                Optional.of(Duration.ofSeconds(1)),
                Optional.of(2),
                true,
                Optional.of(new Retry(3))))
        .isEqualTo(
            A.retry(attempts(3)).expectContinue().redirects(2).timeout(seconds(1)).handling());
  }

  @Test
  void aScenarioGathersWhatIsSaidOfIt() {
    var said =
        scenario("s", A)
            .setup(A)
            .header("X", "1")
            .teardown(B)
            .pacing(seconds(2))
            .setup(B)
            .at("http://a")
            .teardown(A)
            .header("Y", "${v}")
            .variable("w", "2");

    assertThat(said)
        .isEqualTo(
            new Scenario(
                "s",
                List.of(A),
                Optional.of("http://a"),
                List.of(new Header("X", new Template("1")), new Header("Y", new Template("${v}"))),
                List.of(A, B),
                List.of(B, A),
                List.of(),
                Optional.of(Duration.ofSeconds(2)),
                List.of(new Given("w", new Template("2")))));
  }

  @Test
  void aMixGathersTooAndMovesItsScenarios() {
    var said =
        mix("m", share(1, scenario("a", A).at("http://a")), share(2, scenario("b", B)))
            .setup(A)
            .teardown(A)
            .setup(B)
            .teardown(B)
            .variable("w", "2")
            .at("http://c");

    assertThat(said)
        .isEqualTo(
            new Mix(
                "m",
                List.of(
                    new Mix.Share(1, scenario("a", A).at("http://c")),
                    new Mix.Share(2, scenario("b", B).at("http://c"))),
                List.of(A, B),
                List.of(A, B),
                List.of(new Given("w", new Template("2")))));
  }

  @Test
  void whatIsGivenIsCopied() {
    var steps = new ArrayList<Step>(List.of(A));
    var given =
        List.of(
            new Step.ForEach("a", "b", steps).steps(),
            new Step.When(variable("x").exists(), steps, List.of()).steps(),
            new Step.When(variable("x").exists(), List.of(), steps).otherwise(),
            new Step.Way(1, steps).steps(),
            new Step.Parallel(steps).branches(),
            new Step.Optionally(steps).steps(),
            new Mix("m", List.of(), steps, List.of(), List.of()).setup(),
            new Mix("m", List.of(), List.of(), steps, List.of()).teardown());
    var premises = new ArrayList<>(List.of(variable("x").exists()));
    var all = new Premise.All(premises);
    var any = new Premise.Any(premises);
    steps.clear();
    premises.clear();

    assertThat(given).allSatisfy(copy -> assertThat(copy).containsExactly(A));
    assertThat(all.conditions()).hasSize(1);
    assertThat(any.conditions()).hasSize(1);
  }
}
