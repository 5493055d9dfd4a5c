package dev.squall.httpx;

import static dev.squall.httpx.Texted.anywhere;
import static dev.squall.httpx.Texted.inScenario;
import static dev.squall.httpx.Texted.item;
import static dev.squall.httpx.Texted.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.httpx.Condition.All;
import dev.squall.httpx.Condition.Clause;
import dev.squall.httpx.Relation.Compare;
import dev.squall.httpx.Relation.Exists;
import dev.squall.httpx.Relation.Operator;
import dev.squall.httpx.Value.Bare;
import dev.squall.httpx.Value.Quoted;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What texts mean, beyond how they are printed. */
class NodesTest {

  @Test
  void aQuotedTextThatLooksLikeTheEnvironmentIsAText() {
    assertThat(item("var a = env.KEY"))
        .isEqualTo(new Var("a", new Var.Origin.Env("KEY"), anywhere()));
    assertThat(item("var a = 'env.KEY'"))
        .isEqualTo(new Var("a", new Var.Origin.Text("env.KEY"), anywhere()));
  }

  @Test
  void andBindsBeforeOr() {
    var when = (StepNode.When) inScenario("if a == 1 and b exists or \"c\" != ${d} { run x }");
    assertThat(when.branches().getFirst().condition())
        .isEqualTo(
            new Condition(
                List.of(
                    new All(
                        List.of(
                            new Clause(
                                new Bare("a"),
                                new Compare(Operator.EQUAL, new Bare("1")),
                                anywhere()),
                            new Clause(new Bare("b"), new Exists(), anywhere()))),
                    new All(
                        List.of(
                            new Clause(
                                new Quoted("c"),
                                new Compare(Operator.UNEQUAL, new Bare("${d}")),
                                anywhere()))))));
  }

  @Test
  void aGoalIsInTheUnitOfItsMetric() {
    var expect = (Expect) inScenario("expect { p99.9 of buy <= 1.5s, errors < 1%, rps >= 20 }");
    assertThat(expect.goals().items().stream().map(GoalNode::goal))
        .containsExactly(
            new Goal(Metric.P999, Optional.of("buy"), Comparison.AT_MOST, 1500),
            new Goal(Metric.ERROR_RATE, Optional.empty(), Comparison.BELOW, .01),
            new Goal(Metric.REQUEST_RATE, Optional.empty(), Comparison.AT_LEAST, 20));
  }

  @Test
  void moreOrLessIsEvenlyDistributed() {
    assertThat(inScenario("think 2s ± 500ms"))
        .isEqualTo(
            new Think(
                new ThinkTime.Uniform(Duration.ofMillis(1500), Duration.ofMillis(2500)),
                anywhere()));
  }

  @Test
  void theWordsOfACurlAreThoseOfAShell() {
    var request = (RequestBlock) item("request r {\ncurl -d 'a b' \\\n http://a # c\n}");
    assertThat(request.parts().items())
        .containsExactly(new RequestPart.CurlText(List.of("-d", "a b", "http://a"), anywhere()));
  }

  @Test
  void lengthIsNoPartOfThePath() {
    assertThat(part("assert body.items[0].length > 1"))
        .isEqualTo(
            new RequestPart.Asserts(
                Block.of(
                    List.of(
                        new Assertion(
                            new Assertion.Field.Body(".items[0]", true),
                            new Compare(Operator.ABOVE, new Bare("1")),
                            anywhere()))),
                anywhere()));
  }

  @Test
  void theShortFormOfARequestIsTheSameRequest() {
    assertThat(item("req r: curl http://a | extract t = $.t | assert status == 200, body exists"))
        .isEqualTo(
            item(
                """
                request r {
                  curl http://a
                  extract { t = $.t }
                  assert {
                    status == 200
                    body exists
                  }
                }
                """));
  }

  @Test
  void keywordsAreNamesWhereANameIsExpected() {
    var run = (StepNode.Chain) inScenario("run run -> end optional -> optional optional");
    assertThat(run.targets())
        .containsExactly(
            new Target.Named("run", false, Optional.empty(), anywhere()),
            new Target.Named("end", true, Optional.empty(), anywhere()),
            new Target.Named("optional", true, Optional.empty(), anywhere()));
  }

  @Test
  void spansSayWhereANodeStands() {
    var text = "# c\nrequest r { curl http://a }\nvar x = \"1\"  # d";
    var spans = Texted.good(text).items().stream().map(Item::at).toList();
    assertThat(spans.stream().map(span -> text.substring(span.from(), span.to())))
        .containsExactly("request r { curl http://a }", "var x = \"1\"");
  }

  @Test
  void everySpanEqualsEveryOther() {
    assertThat(new Span(1, 2)).isEqualTo(new Span(3, 4)).hasSameHashCodeAs(new Span(3, 4));
    assertThat(new Span(1, 2)).isNotEqualTo("1..2");
  }

  @Test
  void whatIsUnderstoodOfABadTextIsKept() {
    var bad = (Parsed.Bad) Httpx.parse("t", "var a = 1\nwhat is this\nvar b = 2");
    assertThat(bad.problems()).hasSize(1);
    assertThat(bad.understood()).isEqualTo(Texted.good("var a = 1\nvar b = 2"));
  }
}
