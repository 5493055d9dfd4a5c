package dev.squall.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.EndlessText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever runs is over within two seconds, and the session is as it was. */
class StoppingTest {
  private final Evaluations session = new Evaluations();

  @AfterEach
  void variablesAndSessionAreThere() {
    try (session) {
      assertThat(session.value("kept")).isEqualTo("here");
      assertThat(session.value("1 + 1")).isEqualTo(2);
      session.all("int later() { int n = 0; while (n < 100_000) { n++; } return n; }");
      assertThat(session.value("later()")).isEqualTo(100_000);
    }
  }

  @Test
  void anEndlessLoopAStreamWithoutEndAndASleep() throws InterruptedException {
    session.all("var kept = \"here\";");
    assertThat(session.stopped("while (true) {}"))
        .isEqualTo(new Outcome.Stop(java.util.Optional.empty()));
    assertThat(
            session.stopped(
                "java.util.stream.Stream.iterate(1, i -> i + 1).filter(i -> i < 0).findFirst()"))
        .isInstanceOf(Outcome.Stop.class);
    assertThat(session.stopped("Thread.sleep(100_000)")).isInstanceOf(Outcome.Stop.class);
    assertThat(
            session.stopped("while (true) { try { Thread.sleep(100); } catch (Throwable t) {} }"))
        .isInstanceOf(Outcome.Stop.class);
    assertThat(
            session.stopped(
                "int down(int n) { return n == 0 ? 0 : down(n - 1) + down(n - 1); }\ndown(60)"))
        .isInstanceOf(Outcome.Stop.class);
  }

  @Test
  void whatDoesNotStopIsNamedAndLeftAlone() throws InterruptedException {
    session.all("var kept = \"here\";");
    var stop =
        (Outcome.Stop)
            session.stopped(
                "java.util.regex.Pattern.matches(\"(a+)+(b)\\\\2\", new"
                    + " dev.squall.shell.EndlessText(\"snippet\"))");
    assertThat(stop.stillDoing()).hasValueSatisfying(what -> assertThat(what).contains("Pattern"));
    EndlessText.end("snippet"); // no core is kept busy behind this test
  }

  @Test
  void anotherSnippetsLambdaGoesOn() throws InterruptedException {
    session.all(
        """
        var kept = "here";
        var turns = new java.util.concurrent.atomic.AtomicLong();
        var going = new java.util.concurrent.atomic.AtomicBoolean(true);
        var thread = new Thread(() -> { while (going.get()) { turns.incrementAndGet(); Thread.onSpinWait(); } });
        thread.setDaemon(true);
        thread.start();
        """);
    session.stopped("while (true) {}");
    var turns = (java.util.concurrent.atomic.AtomicLong) session.value("turns");
    long before = turns.get();
    Thread.sleep(50);
    assertThat(turns.get()).isGreaterThan(before);
    session.all("going.set(false); thread.join();");
  }
}
