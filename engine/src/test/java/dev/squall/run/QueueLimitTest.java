package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Scenario;
import dev.squall.stats.UserPool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueueLimitTest {
  private static Scenario counting() {
    return scenario("s", post("/").text("${COUNTER}"));
  }

  @Test
  void arrivalsBeyondTheUsersAndTheQueueAreDropped() throws IOException {
    try (var silent = new RecordingServer((_, _) -> {})) {
      var results =
          Sums.holdIn(
              run(
                  counting(),
                  perSecond(50).during(millis(400)).maxUsers(2).queue(3),
                  at(silent.url()),
                  grace(Duration.ZERO)));

      var iterations = results.totals().iterations();
      assertThat(iterations.scheduled()).isEqualTo(20);
      assertThat(iterations.started()).isEqualTo(5);
      assertThat(iterations.dropped()).isEqualTo(15);
      assertThat(iterations.interrupted()).isEqualTo(5);
      assertThat(results.pool()).isEqualTo(new UserPool(2, 2, 3));
      assertThat(results.generator().lateStart().count()).isEqualTo(20);
      assertThat(silent.bodies()).isSubsetOf("0", "1");
      assertThat(report(results).toString())
          .contains("dropped 15")
          .contains("3 arrivals waited because all 2 users were busy");
    }
  }

  @Test
  void theIndicesOfThoseThatAreDroppedAreNeverPerformed() throws IOException, InterruptedException {
    var enough = new CountDownLatch(1);
    try (var server =
            new RecordingServer((_, socket) -> {
              enough.await();
              RecordingServer.say(socket, 200, List.of());
            });
        var run =
            start(
                counting(),
                perSecond(100).during(minutes(1)).maxUsers(1).queue(0),
                at(server.url()))) {
      while (run.snapshot().totals().iterations().dropped() < 5) {
        Thread.sleep(5);
      }
      enough.countDown();
      while (server.received().size() < 5) {
        Thread.sleep(5);
      }
      run.stop();
      var results = Sums.holdIn(run.await());

      assertThat(results.totals().iterations().dropped()).isGreaterThanOrEqualTo(5);
      assertThat(server.bodies().getFirst()).isEqualTo("0");
      assertThat(server.bodies()).doesNotContain("1", "2", "3", "4", "5").doesNotHaveDuplicates();
      assertThat(results.pool()).isEqualTo(new UserPool(1, 1, 0));
    }
  }

  @Test
  void withoutALimitEveryArrivalWaits() throws IOException {
    try (var silent = new RecordingServer((_, _) -> {})) {
      var results =
          Sums.holdIn(
              run(
                  counting(),
                  perSecond(50).during(millis(200)).maxUsers(3),
                  at(silent.url()),
                  grace(Duration.ZERO)));

      assertThat(results.totals().iterations().dropped()).isZero();
      assertThat(results.totals().iterations().started()).isEqualTo(10);
      assertThat(results.pool()).isEqualTo(new UserPool(3, 3, 7));
    }
  }

  @Test
  void aPoolThatIsLargeEnoughMakesNobodyWait() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(run(counting(), perSecond(40).during(millis(500)), at(server.url())));

      assertThat(results.pool().limit()).isEqualTo(10_000);
      assertThat(results.pool().waitedAtLimit()).isZero();
      assertThat(results.pool().mostBusy()).isBetween(1L, 20L);
      assertThat(server.bodies())
          .containsExactlyInAnyOrderElementsOf(
              LongStream.range(0, 20).mapToObj(Long::toString).toList());
      assertThat(report(results).toString()).doesNotContain("waiting  ");
    }
  }
}
