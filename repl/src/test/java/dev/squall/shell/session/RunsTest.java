package dev.squall.shell.session;

import static dev.squall.Squall.code;
import static dev.squall.Squall.get;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.start;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.run.Run;
import dev.squall.shell.LoopbackServer;
import dev.squall.stats.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
  private static final Load LITTLE = users(1).iterations(3);

  private final LoopbackServer server = new LoopbackServer();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  @TempDir private Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  private Runs runs() {
    return new Runs(folder, Duration.ofMillis(50), told::add);
  }

  private Run run(Load load) {
    return start(scenario("s", get("/a")).at(server.url()), load);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 5_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void aRunIsOnDiskWhenItIsOver() throws InterruptedException {
    try (var runs = runs()) {
      var kept = runs.add(run(LITTLE));
      await(() -> !kept.isRunning() && kept.file().isPresent());
      assertThat(kept.name()).isEqualTo("r1");
      await(() -> requests(kept.file().orElseThrow()) == 3);
      assertThat(runs.of(kept.results())).contains(kept);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void aLongRunIsOnDiskWhileItGoesOn() throws InterruptedException {
    try (var runs = runs()) {
      var kept = runs.add(run(perSecond(100).during(seconds(3600))));
      await(() -> kept.file().map(RunsTest::requests).orElse(0L) > 0);
      assertThat(kept.isRunning()).isTrue();
      assertThat(runs.running()).containsExactly(kept);
    }
  }

  @Test
  void whatIsUnderWayAtTheEndIsSavedAsFarAsItCame() throws InterruptedException {
    try (var runs = new Runs(folder, Duration.ofHours(1), told::add)) {
      var kept = runs.add(run(perSecond(100).during(seconds(3600))));
      await(() -> kept.results().totals().requests() > 0);
      assertThat(kept.file()).isEmpty();
    }
    assertThat(runs().earlier()).hasSize(1).allMatch(file -> requests(file) > 0);
  }

  @Test
  void anotherSessionBringsRunsBack() throws InterruptedException, IOException {
    try (var first = runs()) {
      first.add(run(LITTLE)).run().orElseThrow().await();
      first.add(run(users(1).iterations(5))).run().orElseThrow().await();
    }
    Files.createDirectories(folder.resolve("99990101-000000-1-a"));
    Files.writeString(folder.resolve("99990101-000000-1-a/r1.json"), "{\"cut o");
    try (var second = runs()) {
      var list = RunList.earlier(second.earlier(), told::add);
      assertThat(list).extracting(results -> results.totals().requests()).containsExactly(5L, 3L);
      assertThat(told).singleElement().asString().startsWith("1 is left out: ");
      assertThat(second.bring(3).results().totals().requests()).isEqualTo(3);
      assertThat(second.all()).extracting(KeptRun::name).containsExactly("r1");
      assertThatThrownBy(() -> second.bring(1)).isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> second.bring(4))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("lists 1 to 3");
      assertThat(second.all()).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOnceAndLosesNothing() throws IOException {
    Files.writeString(folder.resolve("runs"), "no folder");
    Runs kept;
    try (var runs = new Runs(folder.resolve("runs"), Duration.ofMillis(50), told::add)) {
      kept = runs;
      runs.add(run(LITTLE)).run().orElseThrow().await();
      runs.add(run(LITTLE)).run().orElseThrow().await();
    }
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("runs cannot be saved in " + folder.resolve("runs"));
    assertThat(kept.all()).allMatch(run -> run.results().totals().requests() == 3);
    assertThat(kept.earlier()).isEmpty();
  }

  @Test
  void whatWasMeasuredBeforeARunBrokeOffIsKept() throws InterruptedException {
    var breaks = new AtomicBoolean();
    var scenario =
        scenario(
            "s",
            get("/a"),
            code(
                "break",
                _ -> {
                  if (breaks.get()) {
                    throw new OutOfMemoryError("none, said the test");
                  }
                }));
    try (var runs = runs()) {
      var kept = runs.add(start(scenario.at(server.url()), perSecond(100).during(seconds(3600))));
      await(() -> kept.file().map(RunsTest::requests).orElse(0L) > 0);
      breaks.set(true);
      await(() -> !kept.trouble().isEmpty());
      assertThat(kept.results().totals().requests()).isPositive();
      assertThat(RunList.of(runs.all()).rows())
          .singleElement()
          .satisfies(row -> assertThat(row.state()).contains("broke off", "said the test"));
    }
  }

  @Test
  void goalsStayWithTheirRun() {
    try (var runs = runs()) {
      var kept = runs.add(run(LITTLE));
      kept.run().orElseThrow().await();
      List<Goal> goals = List.of(dev.squall.Squall.errorRate().isBelow(0.01));
      assertThat(kept.judge(goals).met()).isTrue();
      assertThat(kept.judgements().all()).hasSize(1);
    }
  }

  private static long requests(Path file) {
    return Results.load(file.toString()).totals().requests();
  }
}
