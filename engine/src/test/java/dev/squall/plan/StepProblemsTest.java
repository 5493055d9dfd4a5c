package dev.squall.plan;

import static dev.squall.Squall.*;
import static dev.squall.plan.Plans.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import dev.squall.scenario.Step;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with steps, where it says it is and what it says would be right. */
class StepProblemsTest {
  private static final String SHOP = "scenario shop";
  private static final Request GET = get("/a").named("get");
  private static final Step LIST = get("/l").extract("posts", jsonPath("$.posts"));
  private static final String NAMED = "give it one that a table can show";

  private static Problem in(String path, String what, String hint) {
    return new Problem(Position.in(path), what, hint);
  }

  @Test
  void aScenarioThatSendsNothingIsNone() {
    var nothing = in(SHOP, "it sends nothing", "add a request, for example get(\"/health\")");

    assertThat(problems()).containsExactly(nothing);
    assertThat(problems(pause(seconds(1)), group("g", repeat(2, leave(0.5)))))
        .containsExactly(nothing);
    assertThat(problems(Plans.scenario().setup(GET).teardown(GET))).containsExactly(nothing);
    assertThat(problems(optional(parallel(choose(weight(1, when(variable("VU").is(1), GET)))))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, 30, Double.NaN, Double.POSITIVE_INFINITY})
  void aProbabilityLiesBetweenZeroAndOne(double probability) {
    assertThat(problems(GET, leave(probability)))
        .containsExactly(
            in(
                SHOP,
                "nobody leaves with a probability of " + probability,
                "leave(percent(30)), from 0 to 1"));
  }

  @Test
  void everybodyAndNobodyMayLeave() {
    assertThat(problems(GET, leave(0), leave(1))).isEmpty();
  }

  static Stream<Step.Choose> wrongChoices() {
    return Stream.of(
        choose(),
        choose(weight(0, GET)),
        choose(weight(1, GET), weight(0, GET)),
        choose(weight(2, GET), weight(-1, GET)),
        choose(weight(Double.NaN, GET)),
        choose(weight(Double.POSITIVE_INFINITY, GET)),
        choose(weight(Double.MAX_VALUE, GET), weight(Double.MAX_VALUE, GET)));
  }

  @ParameterizedTest
  @MethodSource("wrongChoices")
  void aChoiceNeedsWeights(Step.Choose choice) {
    assertThat(problems(GET, choice))
        .containsExactly(
            in(
                SHOP,
                "a choice needs ways with weights above zero",
                "choose(weight(70, get(\"/a\")), weight(30, get(\"/b\")))"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void aRepeatHappens(int times) {
    assertThat(problems(repeat(times, GET)))
        .containsExactly(in(SHOP, "repeat " + times + " never happens", "repeat at least once"));
  }

  @Test
  void parallelHasBranches() {
    assertThat(problems(GET, parallel()))
        .containsExactly(
            in(SHOP, "parallel has nothing to do", "parallel(get(\"/a\"), get(\"/b\"))"));
  }

  @Test
  void whatHasARowOrAnErrorHasAName() {
    assertThat(problems(GET, group(" ", GET), code("", _ -> {}), get("/a").named(" ")))
        .containsExactly(
            in(SHOP, "a group has no name", NAMED),
            in(SHOP, "a code step has no name", NAMED),
            in(SHOP, "a step has no name", NAMED));
  }

  static Stream<ThinkTime> wrongPauses() {
    var second = Duration.ofSeconds(1);
    var century = Duration.ofDays(36_500);
    var before = second.negated();
    return Stream.of(
        new ThinkTime.Fixed(before),
        new ThinkTime.Fixed(century),
        new ThinkTime.Uniform(before, second),
        new ThinkTime.Uniform(second, century),
        new ThinkTime.Uniform(Duration.ofSeconds(3), second),
        new ThinkTime.Normal(before, second),
        new ThinkTime.Normal(second, before),
        new ThinkTime.Normal(century, second),
        new ThinkTime.Exponential(before),
        new ThinkTime.Exponential(century));
  }

  @ParameterizedTest
  @MethodSource("wrongPauses")
  void aPauseCanBeKept(ThinkTime time) {
    assertThat(problems(GET, new Step.Pause(time)))
        .containsExactly(
            in(
                SHOP,
                "a pause of " + time + " cannot be kept",
                "pause(seconds(1), seconds(3)), at most a year"));
  }

  @Test
  void pausesOfEveryKindCanBeKept() {
    var year = Duration.ofDays(365);
    assertThat(
            problems(
                GET,
                pause(Duration.ZERO),
                pause(Duration.ZERO, year),
                normalPause(year, Duration.ZERO),
                exponentialPause(year)))
        .isEmpty();
  }

  static Stream<Arguments> wrongRetries() {
    var wait = "a wait before another attempt is neither negative nor longer than a year";
    var waits = "exponential(millis(100)).atMost(seconds(5))";
    var century = Duration.ofDays(36_500 * 4);
    return Stream.of(
            List.of(attempts(0), "0 attempts send nothing", "attempts(3) is one and two more"),
            List.of(attempts(-1), "-1 attempts send nothing", "attempts(3) is one and two more"),
            List.of(attempts(2).fixed(millis(-1)), wait, waits),
            List.of(attempts(2).linear(century), wait, waits),
            List.of(attempts(2).atMost(millis(-1)), wait, waits),
            List.of(attempts(2).atMost(century), wait, waits),
            List.of(
                attempts(2).jitter(1.5), "a jitter of 1.5 is no share", "from 0 to 1: jitter(0.2)"),
            List.of(
                attempts(2).jitter(-1), "a jitter of -1.0 is no share", "from 0 to 1: jitter(0.2)"),
            List.of(
                attempts(2).jitter(Double.NaN),
                "a jitter of NaN is no share",
                "from 0 to 1: jitter(0.2)"))
        .map(row -> Arguments.of(row.toArray()));
  }

  @ParameterizedTest
  @MethodSource("wrongRetries")
  void aRetryCanBePerformed(Retry retry, String what, String hint) {
    assertThat(problems(GET.retry(retry))).containsExactly(in(SHOP + ", step get", what, hint));
  }

  @Test
  void retriesOfEveryKindCanBePerformed() {
    assertThat(
            problems(
                GET.retry(attempts(1)),
                get("/b").retry(attempts(9).linear(millis(0)).atMost(seconds(0)).jitter(1)),
                get("/c").retry(attempts(9).exponential(Duration.ofDays(365)).jitter(0))))
        .isEmpty();
  }

  @Test
  void aLoopNeedsAListThatIsKnown() {
    assertThat(problems(LIST, forEach("post", "post5", GET)))
        .containsExactly(
            in(
                SHOP + ", for each post",
                "no step extracts a variable post5",
                "did you mean ${posts}?"));
    assertThat(problems(forEach("post", "posts", GET), LIST))
        .containsExactly(
            in(
                SHOP + ", for each post",
                "the variable posts is used before any step extracts it",
                "variables start fresh with each iteration: extract it in an earlier step"));
    assertThat(problems(forEach("one", "VU", GET)))
        .containsExactly(
            in(SHOP, "VU is no list: it is built in", "extract one: jsonPath(\"$.posts[*]\")"));
    assertThat(problems(forEach("one", "random(1,2)", GET)))
        .extracting(Problem::what)
        .containsExactly("random(1,2) is no list: it is built in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1st   | not a name for a variable: "1st" | a letter or _, then letters, digits, _ and -
          a.b   | not a name for a variable: "a.b" | a letter or _, then letters, digits, _ and -
          UUID  | the variable UUID is built in | extract into another name
          env   | an item cannot be called env: ${env.NAME} asks the environment | call the item otherwise
          posts | the item is called like its list: it would take its place | call the item otherwise
          """)
  void anItemHasANameOfItsOwn(String item, String what, String hint) {
    assertThat(problems(LIST, forEach(item, "posts", GET)))
        .containsExactly(in(SHOP + ", for each " + item, what, hint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"post", "post.id", "post.author.name"})
  void anItemIsUsedInItsLoop(String name) {
    assertThat(
            problems(
                LIST, forEach("post", "posts", GET), post("/x").named("x").text("${" + name + "}")))
        .containsExactly(
            new Problem(
                Position.at(SHOP + ", step x, body", "${" + name + "}", 0),
                "post is the item of a loop and is used outside of it",
                "use it in the steps of forEach(\"post\", …)"));
    assertThat(problems(LIST, forEach("post", "posts", get("/${" + name + "}")))).isEmpty();
  }

  @Test
  void aFieldOfAVariableThatIsNoItemIsUnknown() {
    assertThat(problems(LIST, get("/${posts.id}")))
        .extracting(Problem::what)
        .containsExactly("no step extracts a variable posts.id");
  }

  @Test
  void loopsAreNestedOverFields() {
    assertThat(
            problems(
                LIST,
                forEach(
                    "post",
                    "posts",
                    forEach("c", "post.comments", get("/${post.id}/${c.id}")),
                    get("/${post.title}"))))
        .isEmpty();
    assertThat(problems(LIST, forEach("c", "post.comments", GET)))
        .extracting(Problem::what)
        .containsExactly("no step extracts a variable post.comments");
  }

  @Test
  void aBranchDoesNotKnowWhatItsSiblingsExtract() {
    var early =
        new Problem(
            Position.at(SHOP + ", step use, path", "/${posts}", 1),
            "the variable posts is used before any step extracts it",
            "variables start fresh with each iteration: extract it in an earlier step");
    var use = get("/${posts}").named("use");

    assertThat(problems(parallel(LIST, use))).containsExactly(early);
    assertThat(problems(parallel(LIST, group("g", use)))).containsExactly(early);
    assertThat(problems(parallel(GET, LIST), use)).isEmpty();
    assertThat(problems(parallel(group("g", LIST, use), GET))).isEmpty();
    assertThat(problems(LIST, parallel(use, GET))).isEmpty();
  }

  @Test
  void whatAnIterationExtractsIsGoneInTheTeardown() {
    var use = delete("/${posts}").named("use");
    assertThat(problems(Plans.scenario(LIST).teardown(use)))
        .containsExactly(
            new Problem(
                Position.at(SHOP + ", teardown, step use, path", "/${posts}", 1),
                "the variable posts is used before any step extracts it",
                "variables start fresh with each iteration: extract it in an earlier step"));
    assertThat(problems(Plans.scenario(use).setup(LIST).teardown(use))).isEmpty();
    assertThat(problems(Plans.scenario(GET).setup(use, LIST)))
        .extracting(Problem::position)
        .containsExactly(Position.at(SHOP + ", setup, step use, path", "/${posts}", 1));
  }

  @Test
  void codeSetsVariablesThatHaveNames() {
    assertThat(problems(GET, code("work", _ -> {}).sets("ok", "not ok", "VU")))
        .containsExactly(
            in(
                SHOP + ", step work",
                "not a name for a variable: \"not ok\"",
                "a letter or _, then letters, digits, _ and -"),
            in(SHOP + ", step work", "the variable VU is built in", "extract into another name"));
    assertThat(problems(code("work", _ -> {}).sets("x"), get("/${x}"))).isEmpty();
    assertThat(problems(get("/${x}"), code("work", _ -> {}).sets("x"))).hasSize(1);
  }

  @Test
  void conditionsAreLookedAt() {
    Premise wrong =
        variable("VU").is("${nope}").and(variable("nix").exists().or(variable("VU").matches("(")));

    assertThat(problems(when(wrong, GET).otherwise(get("/b"), leave(2))))
        .extracting(Problem::toString)
        .containsExactly(
            """
            scenario shop, condition ${VU} is ${nope}:1:1: no step extracts a variable nope
                ${nope}
                ^
                extract it in an earlier step, or write $${nope} for the text itself\
            """,
            """
            scenario shop, condition ${nix} exists:1:1: no step extracts a variable nix
                ${nix}
                ^
                extract it in an earlier step, or write $${nix} for the text itself\
            """,
            """
            scenario shop:1:2: not a regular expression: Unclosed group
                (
                 ^
                a \\ before ( [ { . * + ? takes it literally\
            """,
            """
            scenario shop: nobody leaves with a probability of 2.0
                leave(percent(30)), from 0 to 1\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          random(1)       | random(1) does not say from where to where | ${random(1, 100)}
          random()        | random() does not say from where to where | ${random(1, 100)}
          random(a,b)     | random(a,b) does not say from where to where | ${random(1, 100)}
          random(1,2,3)   | random(1,2,3) does not say from where to where | ${random(1, 100)}
          random(1,x,3)   | random(1,x,3) does not say from where to where | ${random(1, 100)}
          random(2,1)     | random(2,1) ends before it begins | the smaller number comes first
          random(0.5,-1)  | random(0.5,-1) ends before it begins | the smaller number comes first
          random(0,0.1234567891) | random(0,0.1234567891) asks for more digits than can be drawn | ${random(1, 1000000)}
          random(0,1234567890123456789) | random(0,1234567890123456789) asks for more digits than can be drawn | ${random(1, 1000000)}
          pick()          | pick() has nothing to pick from | ${pick(red, green, blue)}
          pick( )         | pick() has nothing to pick from | ${pick(red, green, blue)}
          env.NO_SUCH_1   | the environment has no NO_SUCH_1 | before it starts, say: export NO_SUCH_1=…
          __env.NO_SUCH_1 | the environment has no NO_SUCH_1 | before it starts, say: export NO_SUCH_1=…
          env.            | the environment has no variable without a name | before it starts, say: export NAME=…
          """)
  void aFunctionIsCalledAsItCanBe(String call, String what, String hint) {
    assertThat(problems(GET.text("x ${" + call + "}")))
        .containsExactly(
            new Problem(
                Position.at(SHOP + ", step get, body", "x ${" + call + "}", 2), what, hint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random(1,1)",
        "random( -5 , 5 )",
        "random(0.123456789,1)",
        "random(0,123456789012345678)",
        "__random(1,2)",
        "pick(a)",
        "pick(a,,b)",
        "__pick(a)",
        "env.PATH",
        "__env.PATH"
      })
  void theseCanBeCalled(String call) {
    assertThat(problems(GET.text("${" + call + "}"))).isEmpty();
  }
}
