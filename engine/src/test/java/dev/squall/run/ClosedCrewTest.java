package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.ClosedLoad;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom a load of users wants, told by the load's own time. */
@Timeout(30)
class ClosedCrewTest {
  private static final long SECOND = 1_000_000_000;

  private static final Scenario SAYING = scenario("s", post("/").text("${VU}"), pause(millis(1)));

  /** A crew that nobody started, on a clock that stands still. */
  private static final class Standing implements AutoCloseable {
    private final RunContext context;
    private final LoadClock clock;
    private final ClosedCrew crew;
    private final long now;

    Standing(RecordingServer server, ClosedLoad load) {
      var plan = Plan.of(SAYING, load, Options.of(at(server.url())));
      context = new RunContext(plan, OneUser.recorder(plan), Network.settings(plan.options()));
      clock = new LoadClock(context::now);
      crew = new ClosedCrew(context, clock, load);
      crew.pause();
      now = clock.load(context.now());
    }

    @Override
    public void close() {
      context.interrupt();
      crew.interrupt();
      context.wire.close();
    }
  }

  @Test
  void stagesAreThoseOfTheLoadUntilOtherUsersAreWanted() throws Exception {
    var load = users(3).during(minutes(1)).jumpTo(1, minutes(1));
    try (var server = RecordingServer.answering("{}");
        var standing = new Standing(server, load)) {
      var crew = standing.crew;
      assertThat(crew.ownUsers()).isEqualTo(3);
      assertThat(crew.endNanos()).isEqualTo(120 * SECOND);
      assertThat(crew.stage(0)).isEqualTo(new StageNow(0, 60 * SECOND, "3 users"));
      assertThat(crew.stage(60 * SECOND))
          .isEqualTo(new StageNow(60 * SECOND, 120 * SECOND, "1 user"));

      assertThat(crew.users(2)).isTrue();
      long now = standing.now;
      assertThat(crew.stage(now - 1)).isEqualTo(new StageNow(0, now, "3 users"));
      assertThat(crew.stage(now)).isEqualTo(new StageNow(now, 120 * SECOND, "2 users"));
      assertThat(crew.stage(60 * SECOND)).isEqualTo(new StageNow(now, 120 * SECOND, "2 users"));
      assertThat(crew.users(0)).isTrue();
      assertThat(crew.stage(now)).isEqualTo(new StageNow(now, 120 * SECOND, "0 users"));
      assertThat(standing.clock.changes()).isEqualTo(3);
      // The clock stands still: whoever came waits.
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void afterTheLoadsEndNoOtherUsersCome() throws Exception {
    try (var server = RecordingServer.answering("{}");
        var standing = new Standing(server, users(3).during(minutes(1)))) {
      standing.context.end();
      assertThat(standing.crew.users(5)).isFalse();
      assertThat(standing.crew.stage(0)).isEqualTo(new StageNow(0, 60 * SECOND, "3 users"));
      assertThat(standing.crew.awaitIdle(0)).isTrue();
    }
    try (var server = RecordingServer.answering("{}");
        var standing = new Standing(server, users(3).during(millis(1)))) {
      standing.crew.resume();
      while (standing.clock.load(standing.context.now()) < SECOND / 1000) {
        Thread.onSpinWait();
      }
      assertThat(standing.crew.users(5)).isFalse();
    }
  }

  @Test
  void aUserWhoseTimeIsOverBeginsNothingThatWasMeantForLater() throws IOException {
    var paced = scenario("s", post("/").text("${VU}")).pacing(millis(20));
    try (var server = RecordingServer.answering("{}")) {
      Sums.holdIn(
          run(paced, users(2).during(millis(100)).jumpTo(1, millis(300)), at(server.url())));

      // At 0, 20, … 80 ms of the load, however late they really began.
      assertThat(Collections.frequency(server.bodies(), "2")).isBetween(1, 5);
      assertThat(Collections.frequency(server.bodies(), "1")).isBetween(1, 20);
    }
  }

  @Test
  void whoIsNeverWantedAgainGoesAndClosesItsConnection() throws IOException, InterruptedException {
    var load = users(2).during(millis(50)).jumpTo(1, minutes(10));
    try (var server = RecordingServer.answering("{}");
        var run = start(SAYING, load, at(server.url()))) {
      while (run.snapshot().connections().totals().closedByUs() == 0) {
        Thread.sleep(2);
      }
      assertThat(run.isDone()).isFalse();
      run.stop();
      assertThat(Sums.holdIn(run.await()).connections().totals().opened()).isEqualTo(2);
    }
  }

  @Test
  void eachWorkerHasItsUsersAndNoOther() throws IOException, InterruptedException {
    try (var server = RecordingServer.answering("{}");
        var run = start(SAYING, users(5).during(minutes(10)), at(server.url()), part(1, 2))) {
      while (!server.bodies().contains("2") || !server.bodies().contains("4")) {
        Thread.sleep(2);
      }
      run.users(8);
      while (!server.bodies().contains("6") || !server.bodies().contains("8")) {
        Thread.sleep(2);
      }
      run.stop();
      Sums.holdIn(run.await());
      assertThat(server.bodies()).containsOnly("2", "4", "6", "8");
    }
  }
}
