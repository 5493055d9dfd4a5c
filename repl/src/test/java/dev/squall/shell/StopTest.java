package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs and snippets are stopped each on their own, and what was measured stays. */
class StopTest {
  private static final LoopbackServer SERVER = new LoopbackServer();
  private static final Shells SHELL = new Shells();

  @BeforeAll
  static void scenarios() {
    SHELL.ok("var kept = \"here\"");
    SHELL.ok("var shop = scenario(\"shop\", get(\"/a\")).at(\"" + SERVER.url() + "\")");
    SHELL.ok(
        "var loops = scenario(\"loops\", get(\"/a\"), code(\"loop\", s -> { while (true) {} }))"
            + ".at(\""
            + SERVER.url()
            + "\")");
  }

  @AfterAll
  static void close() {
    assertThat(SHELL.ok("kept")).isEqualTo("here");
    SHELL.close();
    SERVER.close();
  }

  private static CompletableFuture<Reply> begin(String text) {
    return CompletableFuture.supplyAsync(() -> SHELL.shell.evaluate(text, SHELL.front));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static void awaitRun() throws InterruptedException {
    await(() ->
        SHELL.shell.session().runs().running().stream()
            .anyMatch(kept ->
                kept.run().orElseThrow().isAwaited() && kept.results().totals().requests() > 0));
  }

  @Test
  void theFirstStopEndsTheRunWhichIsAssigned() throws Exception {
    var reply = begin("var a = run(shop, users(2).during(seconds(3600)))");
    awaitRun();
    SHELL.shell.stop();
    assertThat(reply.get().failure()).isEmpty();
    assertThat(SHELL.ok("a.totals().requests() > 0")).isEqualTo("true");
  }

  @Test
  void aBurstThatIsStoppedShowsItsNumbers() throws Exception {
    var reply = begin("%burst shop 2 users for 1h");
    awaitRun();
    SHELL.shell.stop();
    assertThat(reply.get().result().orElseThrow().text()).contains("2 users for 1h", "GET /a");
  }

  @Test
  void theSecondStopEndsTheSnippet() throws Exception {
    var reply =
        begin(
            "int rounds = 0; while (true) { run(shop, users(1).during(seconds(3600))); rounds++;"
                + " }");
    awaitRun();
    SHELL.shell.stop();
    awaitRun(); // the next round's
    SHELL.shell.stop();
    assertThat(reply.get().failure().orElseThrow().stopped()).isTrue();
    assertThat(SHELL.ok("rounds >= 1")).isEqualTo("true");
    await(() -> SHELL.shell.session().runs().running().isEmpty());
  }

  @Test
  void aRunWhoseCodeHangsInARegexIsLeftAlone() throws Exception {
    SHELL.ok(
        "var hangs = scenario(\"hangs\", get(\"/a\"), code(\"regex\", s ->"
            + " java.util.regex.Pattern.matches(\"(a+)+(b)\\\\2\", new"
            + " dev.squall.shell.EndlessText(\"run\")))).at(\""
            + SERVER.url()
            + "\")");
    var reply = begin("var hung = run(hangs, users(1).during(seconds(3600)))");
    awaitRun();
    SHELL.shell.stop();
    long began = System.nanoTime();
    SHELL.shell.stop();
    assertThat(reply.get().failure().orElseThrow().stopped()).isTrue();
    assertThat(System.nanoTime() - began).isLessThan(2_500_000_000L);
    assertThat(SHELL.ok("1 + 1")).isEqualTo("2");
    EndlessText.end("run");
    await(() -> SHELL.shell.session().runs().running().isEmpty());
  }

  @Test
  void anEndlessLambdaOfABackgroundRunEndsWithTheRunAndWithNoOtherStop() throws Exception {
    SHELL.ok("var r = start(loops, users(2).during(seconds(3600)), grace(millis(100)))");
    assertThat(SHELL.ok("r.isDone()")).isEqualTo("false");
    var other = begin("while (true) {}");
    Thread.sleep(100);
    SHELL.shell.stop();
    assertThat(other.get().failure().orElseThrow().stopped()).isTrue();
    assertThat(SHELL.ok("r.isDone()")).isEqualTo("false");
    long began = System.nanoTime();
    SHELL.ok("r.stop()");
    SHELL.ok("var b = r.await()");
    assertThat(System.nanoTime() - began).isLessThan(2_500_000_000L);
    assertThat(SHELL.ok("b.totals().requests()")).isEqualTo("2");
  }
}
