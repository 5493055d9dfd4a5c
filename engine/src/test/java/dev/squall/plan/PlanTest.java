package dev.squall.plan;

import static dev.squall.plan.Plans.plan;
import static dev.squall.plan.Plans.planned;
import static dev.squall.plan.Plans.scenario;
import static dev.squall.plan.Plans.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.load.Users;
import dev.squall.scenario.Check;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.ThinkTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan knows of its steps. */
class PlanTest {
  private static final Extractor.Status STATUS = new Extractor.Status();
  private static final Extractor.JsonPath ID = new Extractor.JsonPath("$.id");
  private static final Request GET = Request.of("GET", "/a");

  private static boolean isNeeded(int request, Step... steps) {
    return plan(steps).requests().get(request).captures().getFirst().needed();
  }

  @Test
  void theTreeOfStepsStaysATree() {
    var plan =
        plan(
            GET.named("one"),
            new Step.Group("g", List.of(new Step.Repeat(3, List.of(GET.named("two"))))),
            new Step.Pause(Duration.ofMillis(1), Duration.ofMillis(2)));
    assertThat(plan.scenarios().getFirst().steps()).hasSize(3);
    assertThat(plan.scenarios().getFirst().steps().get(0)).isSameAs(plan.requests().get(0));
    assertThat(plan.scenarios().getFirst().steps().get(1))
        .isEqualTo(
            new Planned.Group(
                "g", List.of(new Planned.Repeat(3, List.of(plan.requests().get(1))))));
    assertThat(plan.scenarios().getFirst().steps().get(2))
        .isEqualTo(
            new Planned.Pause(
                new ThinkTime.Uniform(Duration.ofMillis(1), Duration.ofMillis(2)), 0));
    assertThat(plan.requests()).extracting(PlannedRequest::index).containsExactly(0, 1);
    assertThat(plan.workload().name()).isEqualTo("shop");
    assertThat(plan.load()).isEqualTo(new Users(1).iterations(1));
    assertThat(plan.options()).isEqualTo(Options.DEFAULT);
  }

  @Test
  void aRequestKnowsItsNames() {
    var info = planned(Request.of("GET", "/a/${VU}?b=1").named("x").check(STATUS.is(200))).info();
    assertThat(info.scenario()).isEqualTo("shop");
    assertThat(info.name()).isEqualTo("x");
    assertThat(info.endpoint()).isEqualTo("GET /a/${VU}");
    assertThat(info.checks()).containsExactly("status is 200");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,true,false",
    "HEAD,true,true",
    "OPTIONS,true,false",
    "PUT,true,false",
    "DELETE,true,false",
    "TRACE,true,false",
    "POST,false,false",
    "PATCH,false,false"
  })
  void methodsThatMayBeSentTwice(String method, boolean idempotent, boolean head) {
    assertThat(planned(Request.of(method, "/")).isIdempotent()).isEqualTo(idempotent);
    assertThat(planned(Request.of(method, "/")).isHead()).isEqualTo(head);
    assertThat(planned(Request.of(method, "/")).method()).isEqualTo(method);
  }

  @Test
  void aTimeOutOfItsOwnComesBeforeTheRuns() {
    assertThat(planned(GET).timeoutNanos()).isEqualTo(30_000_000_000L);
    assertThat(planned(GET.timeout(Duration.ofMillis(7))).timeoutNanos()).isEqualTo(7_000_000);
    var plan =
        plan(
            scenario(GET),
            options -> options.limits(limits -> limits.withTimeout(Duration.ofSeconds(1))));
    assertThat(plan.requests().getFirst().timeoutNanos()).isEqualTo(1_000_000_000);
  }

  @Test
  void variablesHaveSlotsInTheOrderOfTheirFirstExtraction() {
    var plan =
        plan(
            GET.extract("b", ID).extract("a", ID),
            new Step.Group("g", List.of(GET.extract("c", ID).extract("b", ID))),
            new Step.Repeat(2, List.of(GET.extract("d", ID))));
    assertThat(plan.variables()).containsExactly("b", "a", "c", "d");
    assertThat(plan.requests().get(1).captures())
        .extracting(PlannedCapture::slot, PlannedCapture::variable)
        .containsExactly(tuple(2, "c"), tuple(0, "b"));
    var hole =
        plan(GET.extract("b", ID).extract("a", ID), Request.of("GET", "/${a}"))
            .requests()
            .get(1)
            .head()
            .at(1);
    assertThat(hole).isEqualTo(new Segment.Variable(1, "a", Segment.Escape.TARGET));
  }

  @Test
  void aVariableIsNeededWhereALaterRequestSendsIt() {
    var extract = GET.extract("id", ID);
    assertThat(isNeeded(0, extract)).isFalse();
    assertThat(isNeeded(0, extract, GET)).isFalse();
    assertThat(isNeeded(0, extract, Request.of("GET", "/${id}"))).isTrue();
    assertThat(isNeeded(0, extract, Request.of("GET", "/$id"))).isTrue();
    assertThat(isNeeded(0, extract, GET.header("X", "${id}"))).isTrue();
    assertThat(isNeeded(0, extract, GET.text("${id}"))).isTrue();
    assertThat(isNeeded(0, extract, GET.json("[${id}]"))).isTrue();
    assertThat(isNeeded(0, extract, GET.field("a", "b").field("c", "${id}"))).isTrue();
    assertThat(isNeeded(0, extract, new Step.Group("g", List.of(GET.text("${id}"))))).isTrue();
    assertThat(isNeeded(0, extract, GET.text("$${id} $$id $idx"))).isFalse();
  }

  @Test
  void aVariableIsNeededWhereACheckExpectsIt() {
    var extract = GET.extract("id", ID);
    for (Check check :
        List.of(ID.is("${id}"), ID.isNot("${id}"), ID.contains("${id}"), ID.in("a", "${id}"))) {
      assertThat(isNeeded(0, extract, GET.check(check))).isTrue();
      assertThat(isNeeded(0, extract.check(check))).isTrue();
      assertThat(isNeeded(1, extract.check(check), extract)).isFalse();
    }
    for (Check check :
        List.of(ID.matches("id"), ID.exists(), ID.isBelow(1), ID.isAbove(1), ID.isBetween(1, 2))) {
      assertThat(isNeeded(0, extract, GET.check(check))).isFalse();
    }
  }

  @Test
  void anEarlierUseNeedsNothing() {
    assertThat(
            isNeeded(2, GET.extract("id", ID), Request.of("GET", "/${id}"), GET.extract("id", ID)))
        .isFalse();
  }

  @Test
  void theNextRoundOfALoopIsLater() {
    Step[] inner = {Request.of("GET", "/b/${id}"), GET.extract("id", ID)};
    assertThat(isNeeded(2, GET.extract("id", ID), new Step.Repeat(2, List.of(inner)))).isTrue();
    assertThat(isNeeded(2, GET.extract("id", ID), new Step.Repeat(1, List.of(inner)))).isFalse();
    assertThat(
            isNeeded(
                1,
                GET.extract("id", ID),
                new Step.Repeat(2, List.of(Request.of("GET", "/${id}").extract("id", ID)))))
        .isTrue();
  }

  @Test
  void aLoopReachesNeitherWhatIsBeforeNorWhatIsBehindIt() {
    var plan =
        plan(
            GET.extract("id", ID),
            GET.text("${id}"),
            new Step.Repeat(2, List.of(GET.extract("id", ID), GET)),
            GET.extract("id", ID));
    assertThat(plan.requests().get(0).captures().getFirst().needed()).isTrue();
    assertThat(plan.requests().get(2).captures().getFirst().needed()).isFalse();
    assertThat(plan.requests().get(4).captures().getFirst().needed()).isFalse();
  }

  @Test
  void anInnerLoopIsPartOfTheOuterOne() {
    var outer =
        new Step.Repeat(
            2,
            List.of(
                Request.of("GET", "/${id}"), new Step.Repeat(3, List.of(GET.extract("id", ID)))));
    assertThat(isNeeded(2, GET.extract("id", ID), outer)).isTrue();
  }

  @Test
  void lookupsShareHeadersAndKeepTheirPaths() {
    var request =
        planned(
            GET.extract("a", new Extractor.Header("ETag"))
                .extract("b", ID)
                .check(
                    new Extractor.Header("etag").exists(),
                    new Extractor.Header("Date").exists(),
                    new Extractor.JsonPath("$.x").exists()));
    assertThat(request.wantedHeaders()).containsExactly("etag", "date");
    assertThat(request.queries()).hasSize(2);
    assertThat(request.captures())
        .extracting(PlannedCapture::lookup)
        .containsExactly(new Lookup.Header(0), new Lookup.Json(0));
    assertThat(request.checks())
        .extracting(PlannedCheck::lookup)
        .containsExactly(new Lookup.Header(0), new Lookup.Header(1), new Lookup.Json(1));
  }

  @Test
  void aBodyIsReadOnlyWhereALookupLooksIntoIt() {
    assertThat(planned(GET).readsBody()).isFalse();
    var elapsed = new Extractor.Elapsed().isBelow(Duration.ofSeconds(1));
    assertThat(planned(GET.check(STATUS.is(200), elapsed)).readsBody()).isFalse();
    assertThat(planned(GET.extract("a", new Extractor.Header("X"))).readsBody()).isFalse();
    assertThat(planned(GET.extract("a", ID)).readsBody()).isTrue();
    assertThat(planned(GET.extract("a", new Extractor.Regex("x", 0))).readsBody()).isTrue();
    assertThat(planned(GET.check(new Extractor.BodyText().contains("x"))).readsBody()).isTrue();
  }

  @Test
  void aCheckOfTheStatusIsNoticed() {
    assertThat(planned(GET.check(ID.exists(), STATUS.is(404))).checksStatus()).isTrue();
    assertThat(planned(GET.check(ID.exists()).extract("s", STATUS)).checksStatus()).isFalse();
  }

  @Test
  void everyExpectationHasItsCondition() {
    var request =
        planned(
            GET.check(
                ID.is(1),
                ID.isNot("b"),
                ID.contains("c"),
                ID.exists(),
                ID.isBelow(2),
                ID.isAbove(3),
                ID.isBetween(4, 5),
                ID.in("x", 6),
                ID.matches("^z")));
    assertThat(request.checks().stream().limit(8))
        .extracting(PlannedCheck::condition)
        .containsExactly(
            new Criterion.Is(number("1")),
            new Criterion.IsNot(word("b")),
            new Criterion.Contains(word("c")),
            new Criterion.Exists(),
            new Criterion.Below(2),
            new Criterion.Above(3),
            new Criterion.Between(4, 5),
            new Criterion.In(List.of(word("x"), number("6"))));
    assertThat(((Criterion.Matches) request.checks().get(8).condition()).pattern().pattern())
        .isEqualTo("^z");
    assertThat(request.checks().getFirst().text()).isEqualTo("jsonPath $.id is 1");
  }

  private static Operand number(String text) {
    return new Operand.Constant(text, Optional.of(new BigDecimal(text)));
  }

  private static Operand word(String text) {
    return new Operand.Constant(text, Optional.empty());
  }

  @Test
  void anExpectedValueMayHoldVariablesAndEscapes() {
    var plan = plan(GET.extract("id", ID), GET.check(ID.is("a${id}"), ID.is(""), ID.is("$$id é")));
    var checks = plan.requests().get(1).checks();
    var computed = (Operand.Computed) ((Criterion.Is) checks.get(0).condition()).expected();
    assertThat(text(computed.segments())).isEqualTo("a«id:NONE»");
    assertThat(checks.get(1).condition()).isEqualTo(new Criterion.Is(word("")));
    assertThat(checks.get(2).condition()).isEqualTo(new Criterion.Is(word("$id é")));
  }

  @Test
  void sixtyFourChecksFit() {
    var checks =
        IntStream.range(0, 64).mapToObj(i -> ID.is(String.valueOf(i))).toArray(Check[]::new);
    assertThat(planned(GET.check(checks)).checks()).hasSize(64);
  }

  @Test
  void everyPauseHasAPlaceOfItsOwn() {
    var second = new Step.Pause(Duration.ofSeconds(1), Duration.ofSeconds(1));
    var plan = plan(second, GET, second);
    assertThat(plan.scenarios().getFirst().steps().get(0))
        .isEqualTo(new Planned.Pause(new ThinkTime.Fixed(Duration.ofSeconds(1)), 0));
    assertThat(plan.scenarios().getFirst().steps().get(2))
        .isEqualTo(new Planned.Pause(new ThinkTime.Fixed(Duration.ofSeconds(1)), 1));
    assertThat(plan.places()).isEqualTo(2);
  }

  @Test
  void ofTwoOptionsOfAKindTheLastCounts() {
    var options =
        Options.of(
            given -> given.withBase("http://a"),
            given -> given.withSeed(1),
            given -> given.limits(limits -> limits.withTimeout(Duration.ofSeconds(2))),
            given -> given.limits(limits -> limits.withConnectTimeout(Duration.ofSeconds(3))),
            given -> given.limits(limits -> limits.withIdleTimeout(Duration.ofSeconds(4))),
            given -> given.withGrace(Duration.ofSeconds(5)),
            given -> given.connections(all -> all.withReuse(Connections.Reuse.FRESH)),
            given -> given.withBase("http://b"));
    assertThat(options)
        .isEqualTo(
            new Options(
                Optional.of("http://b"),
                1,
                Duration.ofSeconds(5),
                new Limits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(4),
                    10,
                    16 << 20),
                Connections.DEFAULT.withReuse(Connections.Reuse.FRESH),
                Options.Cookies.USER,
                Tls.DEFAULT,
                Routes.DIRECT,
                Options.Part.WHOLE,
                1));
    assertThat(Options.of()).isSameAs(Options.DEFAULT);
  }
}
