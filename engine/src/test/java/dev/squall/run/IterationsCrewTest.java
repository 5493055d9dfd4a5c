package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Iterations;
import dev.squall.load.Pacer;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who performs which iteration. */
@Timeout(30)
class IterationsCrewTest {
  private static final Scenario SAYING = scenario("s", post("/").text("${COUNTER} ${VU} ${ITER}"));

  private static List<String> said(Iterations load, int worker, int workers) throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      Sums.holdIn(run(SAYING, load, at(server.url()), part(worker, workers)));
      return server.bodies().stream().sorted().toList();
    }
  }

  @Test
  void dividedIterationsGoRoundTheUsers() throws IOException {
    assertThat(said(users(2).iterations(5), 0, 1))
        .containsExactly("0 1 1", "1 2 1", "2 1 2", "3 2 2", "4 1 3");
    assertThat(said(users(5).iterations(2), 0, 1)).containsExactly("0 1 1", "1 2 1");
  }

  @Test
  void aWorkerPerformsThoseOfItsUsers() throws IOException {
    assertThat(said(users(3).iterations(7), 0, 2))
        .containsExactly("0 1 1", "2 3 1", "3 1 2", "5 3 2", "6 1 3");
    assertThat(said(users(3).iterations(7), 1, 2)).containsExactly("1 2 1", "4 2 2");
    assertThat(said(users(1).iterations(7), 1, 2)).isEmpty();
  }

  @Test
  void ofSharedOnesAWorkerTakesItsPartAndBorrowsAUserWhereItHasNone() throws IOException {
    assertThat(said(users(1).sharedIterations(7), 0, 1))
        .containsExactly("0 1 1", "1 1 2", "2 1 3", "3 1 4", "4 1 5", "5 1 6", "6 1 7");
    assertThat(said(users(1).sharedIterations(7), 0, 3)).containsExactly("0 1 1", "3 1 2", "6 1 3");
    assertThat(said(users(1).sharedIterations(7), 2, 3)).containsExactly("2 3 1", "5 3 2");
  }

  @Test
  void theyHaveNoEndOfTheirOwnAndOneStage() throws InterruptedException {
    var load = users(2).iterations(5);
    var plan = Plan.of(SAYING, load, Options.of(at("http://h")));
    var context = new RunContext(plan, OneUser.recorder(plan), Network.settings(plan.options()));
    var crew = new IterationsCrew(context, new LoadClock(context::now), load);
    assertThat(crew.endNanos()).isEqualTo(Pacer.NEVER);
    assertThat(crew.stage(5)).isEqualTo(new StageNow(0, Pacer.NEVER, load.toString()));
    assertThat(crew.pause()).isTrue();
    assertThat(crew.pause()).isFalse();
    assertThat(crew.resume()).isTrue();
    assertThat(crew.isOutOfData()).isFalse();
    assertThat(crew.awaitIdle(0)).isTrue();
    context.wire.close();
  }
}
