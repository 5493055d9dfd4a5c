package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Load;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.sample.Event;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What whoever listens hears of a real run. */
@Timeout(60)
class RunEventsTest {
  private RecordingServer server;
  private final List<Event> heard = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws IOException {
    server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(socket, request.target().startsWith("/bad") ? 500 : 200, "{}"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Plan plan(Scenario scenario, Load load) {
    return Plan.of(scenario, load, Options.of(at(server.url())));
  }

  private <T extends Event> List<T> heard(Class<T> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void everythingInOrderFromTheFirstUserToItsTotals() {
    var scenario =
        scenario("s", get("/good/${COUNTER}?q=1").named("good"), get("/bad").named("bad"))
            .setup(get("/before"));
    Run.start(plan(scenario, users(1).iterations(2)), heard::add).await();

    assertThat(heard)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "UserStarted",
            "IterationStarted",
            "RequestDone",
            "RequestDone",
            "IterationStarted",
            "RequestDone",
            "RequestDone",
            "UserDone");
    assertThat(heard).extracting(Event::user).containsOnly(1);
    assertThat(heard).extracting(Event::atSeconds).isSorted();
    assertThat(heard(Event.IterationStarted.class))
        .extracting(Event.IterationStarted::iteration, Event.IterationStarted::own)
        .containsExactly(tuple(0L, 1L), tuple(1L, 2L));
    var good = heard(Event.RequestDone.class).get(2);
    assertThat(good.url()).isEqualTo(server.url() + "/good/1?q=1");
    assertThat(good.method()).isEqualTo("GET");
    assertThat(good.step()).isEqualTo("good");
    assertThat(good.status()).isEqualTo(200);
    assertThat(good.latencyMs()).isPositive();
    assertThat(good.ok()).isTrue();
    var bad = heard(Event.RequestDone.class).getLast();
    assertThat(bad.ok()).isFalse();
    assertThat(bad.error()).isEqualTo("status_500");
    var done = heard(Event.UserDone.class).getFirst();
    assertThat(done.iterations()).isEqualTo(2);
    assertThat(done.requests()).isEqualTo(4);
    assertThat(done.ok()).isEqualTo(2);
    assertThat(done.failed()).isEqualTo(2);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }

  @Test
  void branchesCountForTheirUser() {
    var scenario = scenario("s", parallel(get("/a"), get("/b"), get("/bad")));
    Run.start(plan(scenario, users(1).iterations(3)), heard::add).await();

    var done = heard(Event.UserDone.class).getFirst();
    assertThat(done.requests()).isEqualTo(9);
    assertThat(done.failed()).isEqualTo(3);
    assertThat(heard(Event.RequestDone.class)).hasSize(9);
  }

  @Test
  void whoNeverReadsSlowsNobodyAndWhatIsSkippedIsCounted() {
    var neverReads = new CountDownLatch(1);
    var run =
        Run.start(
            plan(scenario("s", get("/a")), users(4).iterations(2000)),
            event -> {
              try {
                neverReads.await();
                heard.add(event);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    while (run.progress().iterations() < 2000) {
      Thread.onSpinWait();
    }
    neverReads.countDown();
    var results = Sums.holdIn(run.await());

    assertThat(results.totals().ok()).isEqualTo(2000);
    // A start and an end a user, two events an iteration: heard or skipped, each once.
    assertThat(heard.size() + run.skippedEvents()).isEqualTo(4 + 4 + 2 * 2000);
    assertThat(run.skippedEvents()).isGreaterThanOrEqualTo(2900);
  }
}
