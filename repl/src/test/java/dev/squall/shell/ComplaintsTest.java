package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.session.LineInput;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What users of other kernels and prompts for Java complain of, so far as a session is to blame.
 */
class ComplaintsTest {
  private static final Shells SHELL = new Shells();

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void variablesBecomeNullAfterAnImport() {
    SHELL.ok(
        "var kept = new StringBuilder(\"here\"); record Point(int x) {} ; var point = new Point(3);");
    SHELL.ok("import java.util.zip.*;");
    SHELL.ok("import static java.lang.Math.*;");
    assertThat(SHELL.ok("kept + \" \" + point.x()")).isEqualTo("here 3");
  }

  @Test
  void variablesBecomeNullAfterAMethodIsRedefined() {
    SHELL.ok("int half(int n) { return n / 2; }\nvar four = half(8);\nfour = 5;");
    SHELL.ok("double half(double n) { return n / 2; }\nint half(int n) { return n >> 1; }");
    SHELL.ok("String half(int n) { return \"half\"; }");
    assertThat(SHELL.ok("four")).isEqualTo("5");
    assertThat(SHELL.ok("half(1)")).isEqualTo("half");
  }

  @Test
  void whatIsLostIsNotSaid() {
    SHELL.ok("record Lost(int a) {}\nvar lost = new Lost(1);");
    SHELL.ok("record Lost(int a, int b) {}");
    assertThat(SHELL.front.notes).anyMatch(note -> note.startsWith("lost lost its value: "));
  }

  @Test
  void interruptDoesNothing() throws Exception {
    var reply =
        CompletableFuture.supplyAsync(() -> SHELL.shell.evaluate("while (true) {}", SHELL.front));
    Thread.sleep(200);
    SHELL.shell.stop();
    assertThat(reply.get(2, TimeUnit.SECONDS).failure().orElseThrow().stopped()).isTrue();
  }

  @Test
  void whatStandsBehindIsStillRunAfterAFailure() {
    assertThat(SHELL.say("int before = 1;\nint broken = 1 / 0;\nint behind = 2;"))
        .contains("/ by zero");
    assertThat(SHELL.ok("before")).isEqualTo("1");
    assertThat(SHELL.say("behind")).contains("nothing is called behind");
    assertThat(SHELL.say("%nonsense\nint further = 3;")).contains("there is no command");
    assertThat(SHELL.say("further")).contains("nothing is called further");
  }

  @Test
  void scannersReadNothingOrHangWhenRunAgain() {
    var lines = new LinkedBlockingQueue<String>();
    SHELL.front.input = new LineInput(() -> Optional.of(lines.take()));
    lines.add("first");
    lines.add("second");
    assertThat(SHELL.ok("new Scanner(System.in).nextLine()")).isEqualTo("first");
    assertThat(SHELL.ok("new Scanner(System.in).nextLine()")).isEqualTo("second");
  }

  @Test
  void inputCannotBeInterrupted() throws Exception {
    SHELL.front.input =
        new LineInput(() -> {
          Thread.sleep(100_000);
          return Optional.empty();
        });
    var reply =
        CompletableFuture.supplyAsync(() -> SHELL.shell.evaluate("System.in.read()", SHELL.front));
    Thread.sleep(200);
    SHELL.shell.stop();
    assertThat(reply.get(2, TimeUnit.SECONDS).failure().orElseThrow().stopped()).isTrue();
  }

  @Test
  void aCompileErrorIsNeverAnswered() {
    var reply = SHELL.shell.evaluate("int wrong = \"text\";", SHELL.front);
    assertThat(reply.failure().orElseThrow().text()).contains("incompatible types").contains("^");
  }

  @Test
  void exceptionsAreWrappedAndLoseTheirCauses() {
    var failure =
        SHELL
            .shell
            .evaluate(
                "throw new IllegalStateException(\"outer\", new java.io.IOException(\"inner\"));",
                SHELL.front)
            .failure()
            .orElseThrow();
    assertThat(failure.name()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.text())
        .contains("caused by java.io.IOException: inner")
        .doesNotContain("dev.squall", "jdk.jshell");
  }

  @Test
  void errorTextIsBlackOnBlack() {
    assertThat(SHELL.say("int wrong = true;")).doesNotContain("\u001b");
  }

  @Test
  void documentationIsForTheJdkOnly() {
    SHELL.ok("?Squall.perSecond");
    assertThat(SHELL.front.shown.getLast()).contains("perSecond");
  }

  @Test
  void outputOfBackgroundThreadsIsDropped() {
    SHELL.ok(
        "var late = Thread.startVirtualThread(() -> { try { Thread.sleep(50); } catch (InterruptedException e) {} System.out.println(\"late line\"); });");
    SHELL.ok("late.join();");
    assertThat(SHELL.front.printed()).contains("late line");
  }
}
