package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Category;
import dev.squall.sample.Event;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.scenario.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sample that a request becomes. */
@Timeout(30)
class RequestPerformerTest {
  private static final long LATE = 3_600_000_000_000L;

  private final AtomicInteger asked = new AtomicInteger();
  private RecordingServer server;

  /** The first two answers are failures, all others are not. */
  @BeforeEach
  void open() throws IOException {
    server =
        new RecordingServer((_, socket) ->
            RecordingServer.say(
                socket, asked.getAndIncrement() < 2 ? 503 : 200, "{\"name\": \"Ann\"}"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private OneUser user(Request request) {
    return new OneUser(scenario("s", request), at(server.url()));
  }

  private static Sample perform(OneUser user, long intendedNanos) {
    user.session.begin(7, 1, user.context.initialValues());
    return user.requests.perform((PlannedRequest) user.steps().getFirst(), intendedNanos, 0);
  }

  private static void isInOrder(Sample sample, RunContext context) {
    assertThat(
            List.of(
                0L,
                sample.startedNanos(),
                sample.firstByteNanos(),
                sample.endedNanos(),
                context.now()))
        .isSorted();
    assertThat(sample.startedNanos()).isPositive();
  }

  @Test
  void anAnsweredRequestHasAllItsTimesAndBytes() {
    asked.set(2);
    var checked = get("/a").check(status().is(200), jsonPath("$.name").is("Bob"), body().is("x"));
    try (var user = user(checked)) {
      var sample = perform(user, 5);

      isInOrder(sample, user.context);
      assertThat(sample.kind()).isEqualTo(Sample.Kind.REQUEST);
      assertThat(sample.user()).isEqualTo(1);
      assertThat(sample.iteration()).isEqualTo(7);
      assertThat(sample.intendedNanos()).isEqualTo(5);
      assertThat(sample.status()).isEqualTo(200);
      assertThat(sample.answered()).isTrue();
      assertThat(sample.sent()).isTrue();
      assertThat(sample.bytesSent()).isEqualTo(server.received().getFirst().head().length());
      assertThat(sample.bytesReceived()).isGreaterThan(15);
      assertThat(sample.checked()).isTrue();
      assertThat(sample.failedChecks()).isEqualTo(0b110);
      assertThat(sample.outcome())
          .isEqualTo(
              new Outcome.Failed(
                  Category.CHECK_FAILED,
                  "jsonPath $.name is Bob",
                  "jsonPath $.name is Bob, but it was Ann"));
    }
  }

  @Test
  void attemptsAreToldBesideTheRequestWhichIsOne() {
    try (var user = user(get("/a").retry(attempts(5)))) {
      var sample = perform(user, 0);
      var totals = user.results().totals();

      assertThat(sample.outcome()).isEqualTo(Outcome.OK);
      isInOrder(sample, user.context);
      assertThat(server.received()).hasSize(3);
      assertThat(totals.attempts()).isEqualTo(2);
      assertThat(totals.requests()).isEqualTo(1);
      assertThat(totals.sent()).isEqualTo(3);
      assertThat(user.requests.tally().ok()).isEqualTo(1);
      assertThat(user.requests.tally().requests()).isEqualTo(1);
    }
  }

  @Test
  void afterSoManyAttemptsNoOtherFollows() {
    try (var user = user(get("/a").retry(attempts(2)))) {
      assertThat(perform(user, 0).outcome())
          .isEqualTo(new Outcome.Failed(Category.SERVER_ERROR, "status_503", "the answer was 503"));
      assertThat(server.received()).hasSize(2);
      assertThat(user.results().totals().attempts()).isEqualTo(1);
      assertThat(user.requests.tally().failed()).isEqualTo(1);
    }
  }

  @Test
  void eachAttemptIsTheSameRequest() {
    var drawn = post("/a").text("${UUID} ${random(1,1000000)}").retry(attempts(3).jitter(0.5));
    try (var user = user(drawn)) {
      perform(user, 0);
      assertThat(server.bodies()).hasSize(3);
      assertThat(server.bodies()).containsOnly(server.bodies().getFirst());
      perform(user, 0);
      assertThat(server.bodies().getLast()).isEqualTo(server.bodies().getFirst());
    }
  }

  @Test
  void whatIsCutOffBeforeItBeganWasNeverSent() {
    try (var user = user(get("/a").retry(attempts(3)))) {
      user.context.interrupt();
      var early = perform(user, 5);
      var late = perform(user, LATE);

      assertThat(early.outcome()).isEqualTo(Outcome.INTERRUPTED);
      assertThat(early.startedNanos()).isEqualTo(-1);
      assertThat(early.firstByteNanos()).isEqualTo(-1);
      assertThat(early.endedNanos()).isBetween(6L, user.context.now());
      assertThat(early.sent()).isFalse();
      assertThat(early.checked()).isFalse();
      // It cannot have ended before it should have begun.
      assertThat(late.endedNanos()).isEqualTo(LATE);
      assertThat(user.requests.tally().interrupted()).isEqualTo(2);
      assertThat(user.results().totals().attempts()).isZero();
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void whatCannotBeRenderedIsNotSentAndNotTriedAgain() {
    var request = get("/a").header("X-A", "${v}").retry(attempts(3));
    try (var user = new OneUser(scenario("s", request).feed(values("v", 1)), at(server.url()))) {
      user.session.set(0, "x\r\nX-B: y");
      var sample = user.requests.perform((PlannedRequest) user.steps().getFirst(), 5, 0);

      assertThat(sample.outcome())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.category()).isEqualTo(Category.SCRIPT_ERROR));
      assertThat(sample.startedNanos()).isEqualTo(-1);
      assertThat(user.results().totals().attempts()).isZero();
      assertThat(user.results().totals().failed()).isEqualTo(1);
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void whatIsPerformedOnceIsNoRequestOfTheUser() {
    asked.set(2);
    try (var user = user(get("/a"))) {
      var heard = Collections.synchronizedList(new ArrayList<Event>());
      user.context.events.onEvent(heard::add);
      user.requests.begin(Sample.Kind.OUTSIDE);
      assertThat(user.requests.kind()).isEqualTo(Sample.Kind.OUTSIDE);
      assertThat(perform(user, 0).kind()).isEqualTo(Sample.Kind.OUTSIDE);
      assertThat(user.requests.tally().requests()).isZero();
      user.requests.begin(Sample.Kind.REQUEST);
      perform(user, 0);
      user.context.events.close();

      assertThat(user.results().totals().outside()).isEqualTo(1);
      assertThat(heard)
          .singleElement()
          .isInstanceOfSatisfying(
              Event.RequestDone.class,
              done -> {
                assertThat(done.url()).isEqualTo(server.url() + "/a");
                assertThat(done.iteration()).isEqualTo(7);
              });
    }
  }

  @Test
  void theConnectionIsKeptUntilTheUserGoes() {
    asked.set(2);
    try (var user = user(get("/a"))) {
      perform(user, 0);
      perform(user, 0);
      assertThat(user.context.wire.counts().idle()).isEqualTo(1);
      assertThat(user.context.wire.counts().reused()).isEqualTo(1);
      user.requests.close();
      assertThat(user.context.wire.counts().idle()).isZero();
    }
  }
}
