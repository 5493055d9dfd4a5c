package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.ProblemException;
import dev.squall.run.RecordingServer.Received;
import dev.squall.sample.Outcome;
import dev.squall.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An iteration a request at a time, judged by the bytes that the server saw. */
@Timeout(30)
class StepperTest extends NumberingServer {
  /** A bit of everything that is drawn or decided on the way. */
  private static Scenario everything() {
    return scenario(
            "s",
            get("/list?of=${random(1,1000)}")
                .named("list")
                .extract("n", jsonPath("$.n"))
                .extract("list", jsonPath("$.list")),
            pause(hours(1), hours(2)),
            forEach("each", "list", get("/item/${each.id}/${UUID}").named("item")),
            repeat(2, choose(weight(1, put("/left/${UUID}")), weight(2, put("/right/${UUID}")))),
            optional(get("/fail").retry(attempts(2).fixed(millis(1)).jitter(1)), get("/never")),
            code("draw", session -> session.set("x", session.random())).sets("x"),
            when(variable("given").is("yes"), get("/yes/${x}/${given}").named("yes")),
            parallel(
                group("one", get("/p1/${random(1,1000)}"), get("/p2/${n}")),
                get("/p3/${random(1,1000)}").extract("p", jsonPath("$.n"))),
            post("/end").named("end").json("{\"p\": ${p}, \"key\": \"${UUID}\"}"))
        .variable("given", "yes")
        .setup(get("/setup").extract("s", jsonPath("$.n")))
        .teardown(delete("/teardown/${s}"));
  }

  @Test
  void oneAfterTheOtherIsWhatLoadPerforms() {
    try (var stepper = stepper(everything())) {
      var upcoming = new ArrayList<String>();
      while (!stepper.isDone()) {
        upcoming.add(stepper.upcoming().orElseThrow());
        stepper.next();
      }
      stepper.finish();
      var stepped = targets().stream().map(StepperTest::withoutNumbers).toList();
      int before = server.received().size();
      var trace = once(everything(), at(server.url()), thinkScale(0));

      assertThat(trace.success()).isTrue();
      assertThat(upcoming).isEqualTo(names(stepper.performed())).contains("draw", "GET /fail");
      var atOnce = targets().subList(before, server.received().size());
      assertThat(stepped)
          .containsExactlyInAnyOrderElementsOf(
              atOnce.stream().map(StepperTest::withoutNumbers).toList());
      assertThat(stepper.failedAt()).isEmpty();
      assertThat(stepper.variables()).containsOnlyKeys("n", "list", "x", "p", "s");
      assertThat(stepper.around()).extracting("status").containsExactly(200, 200);
    }
  }

  /** What the server counts differs; what is drawn does not. */
  private static String withoutNumbers(String target) {
    return target.replaceAll("(p2|teardown)/.*", "$1");
  }

  @Test
  void backAndForthOverAllOfItSendsTheSameAgain() {
    try (var stepper = stepper(everything())) {
      while (!stepper.isDone()) {
        var upcoming = stepper.upcoming();
        var variables = stepper.variables();
        var cookies = stepper.cookies();
        int before = server.received().size();
        stepper.next();
        var sent = server.received().subList(before, server.received().size());
        stepper.back();

        assertThat(stepper.upcoming()).isEqualTo(upcoming);
        assertThat(stepper.variables()).isEqualTo(variables);
        assertThat(stepper.cookies()).isEqualTo(cookies);
        before = server.received().size();
        stepper.next();
        assertThat(server.received().subList(before, server.received().size()))
            .extracting(Received::line, Received::body)
            .isEqualTo(sent.stream().map(one -> tuple(one.line(), one.body())).toList());
      }
      int all = stepper.performed().size();
      int sent = server.received().size();
      for (int i = 0; i < all; i++) {
        stepper.back();
      }
      assertThat(stepper.performed()).isEmpty();
      assertThat(stepper.variables()).containsOnlyKeys("s");
      assertThat(stepper.cookies()).isEmpty();
      assertThat(server.received()).hasSize(sent);
      assertThat(stepper.finish()).hasSize(all);
    }
  }

  @Test
  void goingBackNeverSendsAndBringsTheCookieBack() {
    try (var stepper = stepper(get("/1"), get("/2"), get("/3"))) {
      stepper.finish();
      stepper.back();
      stepper.back();

      assertThat(targets()).containsExactly("/1", "/2", "/3");
      assertThat(stepper.cookies()).singleElement().extracting("value").isEqualTo("1");
      stepper.next();
      assertThat(server.received().getLast().cookies()).isEqualTo("n=1");
      assertThat(stepper.performed().getLast().step().reused()).isTrue();
    }
  }

  @Test
  void untilStopsBeforeTheNextOfAName() {
    try (var stepper =
        stepper(repeat(2, group("round", get("/1").named("one"), get("/2").named("two"))))) {
      assertThat(names(stepper.until("two"))).containsExactly("one");
      assertThat(stepper.until("two")).isEmpty();
      stepper.next();
      assertThat(names(stepper.until("two"))).containsExactly("one");
      stepper.next();
      assertThat(stepper.isDone()).isTrue();
    }
  }

  @Test
  void untilAStepThatNeverComesIsAllThatIsLeft() {
    try (var stepper =
        stepper(get("/1"), get("/2"), when(variable("VU").is("9"), get("/9").named("nine")))) {
      assertThat(stepper.until("nine")).hasSize(2);
      assertThat(stepper.isDone()).isTrue();
    }
  }

  @Test
  void aFailureEndsItAndMayBeTriedAgain() {
    try (var stepper = stepper(get("/1"), get("/fail").named("bad"), get("/3"))) {
      assertThat(names(stepper.finish())).containsExactly("GET /1", "bad");
      assertThat(stepper.failedAt()).contains("bad");
      assertThat(stepper.isDone()).isTrue();
      assertThatThrownBy(stepper::next)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("it ended at bad")
          .hasMessageContaining("back()");
      stepper.back();
      assertThat(stepper.failedAt()).isEmpty();
      stepper.skip();
      stepper.next();
      assertThat(targets()).containsExactly("/1", "/fail", "/3");
      assertThat(stepper.failedAt()).isEmpty();
    }
  }

  @Test
  void aFailureInAnOptionalPartGoesOnBehindIt() {
    try (var stepper = stepper(optional(get("/fail"), get("/2")), get("/3"))) {
      assertThat(stepper.next().step().status()).isEqualTo(503);
      assertThat(stepper.upcoming()).contains("GET /3");
      stepper.finish();
      assertThat(stepper.failedAt()).isEmpty();
    }
  }

  @Test
  void codeIsAStepAndIsNotRunAgain() {
    var runs = new AtomicInteger();
    try (var stepper =
        stepper(
            code("count", session -> session.set("c", runs.incrementAndGet())).sets("c"),
            get("/${c}"),
            code(
                "break",
                _ -> {
                  throw new IllegalStateException("broken");
                }))) {
      assertThat(stepper.upcoming()).contains("count");
      var counted = stepper.next();
      assertThat(counted.changes())
          .containsExactly(new VariableChange("c", Optional.empty(), Optional.of("1")));
      stepper.next();
      assertThat(runs).hasValue(1);
      assertThat(stepper.next().step().error()).contains("broken");
      assertThat(stepper.failedAt()).contains("break");
    }
  }

  @Test
  void aListThatIsNoneIsAStepThatFails() {
    try (var stepper =
        stepper(
            get("/1").extract("l", jsonPath("$.n")), forEach("e", "l", get("/${e}")), get("/2"))) {
      stepper.next();
      assertThat(stepper.isDone()).isFalse();
      assertThat(stepper.next().step().error()).contains("${l} is no list");
      assertThat(stepper.isDone()).isTrue();
      stepper.back();
      stepper.set("l", "[5, 6]");
      assertThat(names(stepper.finish())).containsExactly("GET /${e}", "GET /${e}", "GET /2");
    }
  }

  @Test
  void aClockThatDecidesOtherwiseIsFollowed() {
    try (var stepper =
        stepper(
            get("/1"),
            choose(
                weight(1, when(variable("timestamp").matches("[02468]$"), get("/even"))),
                weight(0.0001, get("/rare"))),
            get("/2"),
            get("/3"))) {
      for (int i = 0; i < 12; i++) {
        assertThat(names(stepper.finish())).isNotEmpty().endsWith("GET /3");
        stepper.back();
      }
    }
  }

  @Test
  void pausesAreWaitedForOnDemand() {
    try (var stepper = stepper(get("/1"), pause(millis(80)), get("/2"), pause(hours(1)))) {
      stepper.waitForPauses(true);
      stepper.next();
      long began = System.nanoTime();
      stepper.next();

      assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(79_000_000);
      assertThat(stepper.isDone()).isTrue();
    }
  }

  @Test
  void anInterruptEndsTheRequestUnderWay() throws Exception {
    try (var stepper = stepper(get("/hang"), get("/2"))) {
      var hanging = new FutureTask<>(stepper::next);
      var thread = Thread.ofPlatform().start(hanging);
      arrived.await();
      assertThat(stepper.upcoming()).contains("GET /hang");
      thread.interrupt();

      assertThat(hanging.get().step().outcome()).isEqualTo(Outcome.INTERRUPTED);
      assertThat(stepper.failedAt()).contains("GET /hang");
      stepper.back();
      stepper.skip();
      assertThat(stepper.next().step().status()).isEqualTo(200);
    }
  }

  @Test
  void anInterruptInAPauseLosesNothing() throws Exception {
    try (var stepper = stepper(get("/1"), pause(hours(1)), get("/2"))) {
      stepper.next();
      stepper.waitForPauses(true);
      var waiting = new FutureTask<>(() -> stepper.until("GET /2"));
      var thread = Thread.ofPlatform().start(waiting);
      thread.interrupt();

      assertThat(waiting.get()).isEmpty();
      assertThat(stepper.upcoming()).contains("GET /2");
      stepper.waitForPauses(false);
      stepper.next();
      assertThat(targets()).containsExactly("/1", "/2");
    }
  }

  @Test
  void theTeardownIsPerformedOnce() {
    var scenario = scenario("s", get("/1")).teardown(get("/teardown"));
    try (var stepper = stepper(scenario)) {
      stepper.finish();
      stepper.back();
      stepper.finish();
    }
    assertThat(targets()).containsExactly("/1", "/teardown", "/1");
    try (var stepper = stepper(scenario)) {
      assertThat(stepper.upcoming()).isPresent();
    }
    assertThat(targets()).endsWith("/1", "/teardown");
  }

  @Test
  void aSetupThatFailsIsTheEnd() {
    try (var stepper =
        stepper(
            scenario("s", get("/1")).setup(get("/fail").named("prepare")).teardown(get("/t")))) {
      assertThat(stepper.isDone()).isTrue();
      assertThat(stepper.failedAt()).contains("prepare");
      assertThat(stepper.around()).singleElement().extracting("status").isEqualTo(503);
      assertThatThrownBy(stepper::next).hasMessageContaining("it ended at prepare");
      assertThatThrownBy(stepper::back).isInstanceOf(ProblemException.class);
    }
    assertThat(targets()).containsExactly("/fail");
  }

  @Test
  void misuseIsAProblemWithAHint() {
    try (var stepper =
        stepper(
            scenario("s", get("/1").named("login").extract("token", jsonPath("$.n")))
                .variable("who", "me"))) {
      assertThatThrownBy(() -> stepper.until("logn"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("did you mean login?");
      assertThatThrownBy(() -> stepper.set("tokn", "x"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("did you mean token?");
      assertThatThrownBy(() -> stepper.set("zzzzzz", "x"))
          .hasMessageContaining("it has token, who");
      assertThatThrownBy(stepper::back)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("next()");
      stepper.next();
      assertThatThrownBy(stepper::next).hasMessageContaining("it is over");
      assertThatThrownBy(stepper::skip).hasMessageContaining("it is over");
      assertThat(stepper.finish()).isEmpty();
    }
  }

  @Test
  void aFinishedRunsArrivalIsPerformedAgain() {
    var scenario =
        scenario("s", get("/a/${UUID}"), get("/b/${COUNTER}/${VU}/${ITER}").named("b"))
            .header("X-Iteration", "${COUNTER}");
    var results = run(scenario, users(3).iterations(9), at(server.url()), seed(7));
    var slowest =
        results.steps().stream()
            .filter(step -> step.name().equals("b"))
            .findFirst()
            .orElseThrow()
            .slowest()
            .getFirst();
    var wanted =
        server.received().stream()
            .filter(one ->
                one.headers("X-Iteration").equals(List.of(Long.toString(slowest.iteration()))))
            .map(Received::target)
            .toList();
    int before = server.received().size();
    var plan = Plan.of(scenario, users(1).iterations(1), Options.of(at(server.url()), seed(7)));
    try (var stepper = Stepper.of(plan, slowest)) {
      stepper.finish();
    }
    assertThat(targets().subList(before, server.received().size())).isEqualTo(wanted);
  }
}
