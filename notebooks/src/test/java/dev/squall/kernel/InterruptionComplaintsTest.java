package dev.squall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Message;
import dev.squall.shell.Shell;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What users of other kernels complain of, so far as it is about cells that are stopped, that fail,
 * or that wait behind one that was or did: each test has the name of what is not so here.
 */
@Timeout(60)
class InterruptionComplaintsTest extends WithKernel {
  private static final String FOR_EVER = "{ System.out.println(\"begun\"); while (true) {} }";
  private static final String READ = "new Scanner(System.in).nextLine()";
  private static final int SHORT_MS = 5000;
  private static final ObjectNode NOTHING = Client.json("{}");

  private Message send(String code) {
    return client.send(client.shell, "execute_request", Client.cell(code));
  }

  private void interrupt() {
    assertThat(client.ask(client.control, "interrupt_request", NOTHING).status()).isEqualTo("ok");
  }

  @Test
  void anInterruptionDoesNothing() {
    client.run("int kept = 3");
    for (var code :
        List.of(FOR_EVER, "System.out.println(\"begun\"); Thread.sleep(100_000); int behind = 1")) {
      var cell = send(code);
      client.until(cell, "stream");
      interrupt();

      var given = client.given(client.shell, cell);
      assertThat(given.status()).isEqualTo("error");
      assertThat(given.heard("error")).hasSize(1);
    }
    assertThat(client.run("kept").result()).isEqualTo("3");
    assertThat(client.run("behind").status()).isEqualTo("error");
  }

  @Test
  void anInterruptionDoesNothingWhereTheCodeDoesNotHearOfIt() {
    var cell =
        send(
            "System.out.println(\"begun\"); new java.util.concurrent.CompletableFuture<>().join();");
    client.until(cell, "stream");
    interrupt();

    assertThat(client.given(client.shell, cell).status()).isEqualTo("error");
    assertThat(client.run("6 * 7").result()).isEqualTo("42");
  }

  @Test
  void anInterruptionThatComesEarlyIsLost() {
    client.shell.setReceiveTimeOut(SHORT_MS);
    for (int i = 0; i < 10; i++) {
      var cell = send("while (true) {}");
      client.until(cell, "execute_input");
      interrupt();
      assertThat(client.given(client.shell, cell).status()).isEqualTo("error");
    }
  }

  @Test
  void aCellThatWaitsForTheSessionIsNotInterrupted() throws Exception {
    var late = new CompletableFuture<Shell>();
    beginWith(late);
    var cell = send("1");
    client.until(cell, "status");
    client.roundTrip();
    interrupt();
    client.shell.setReceiveTimeOut(SHORT_MS);
    try {
      assertThat(client.given(client.shell, cell).status()).isEqualTo("error");
    } finally {
      late.complete(session.join());
    }
  }

  @Test
  void inputCannotBeInterruptedAndALateAnswerIsTheNextOnes() {
    var first = send(READ);
    var asked = client.receive(client.stdin);
    interrupt();
    assertThat(client.given(client.shell, first).status()).isEqualTo("error");

    var second = send(READ);
    var askedAgain = client.receive(client.stdin);
    client.answer(asked, "too late");
    client.answer(askedAgain, "in time");
    assertThat(client.given(client.shell, second).result()).isEqualTo("in time");
  }

  @Test
  void theQueueIsStillPerformedBehindAFailure() {
    var failing = send("new Scanner(System.in).nextLine(); int b = nothing");
    var asked = client.receive(client.stdin);
    var queued = List.of(send("System.out.print(1)"), send("System.out.print(2)"));
    client.roundTrip();
    client.answer(asked, "go");

    assertThat(client.given(client.shell, failing).status()).isEqualTo("error");
    assertAborted(queued);
    assertThat(client.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void theQueueIsStillPerformedBehindAnInterruption() {
    var running = send(FOR_EVER);
    client.until(running, "stream");
    var queued = List.of(send("System.out.print(1)"), send("System.out.print(2)"));
    var info = client.send(client.shell, "kernel_info_request", NOTHING);
    client.roundTrip();
    interrupt();

    assertThat(client.given(client.shell, running).status()).isEqualTo("error");
    assertAborted(queued);
    assertThat(client.given(client.shell, info).status()).isEqualTo("ok");
    assertThat(client.run("1 + 1").result()).isEqualTo("2");
  }

  private void assertAborted(List<Message> cells) {
    for (var cell : cells) {
      var given = client.given(client.shell, cell);
      assertThat(given.status()).isEqualTo("aborted");
      assertThat(given.types()).containsExactly("busy", "idle");
    }
  }

  @Test
  void whatIsSentBehindTheEndOfAFailureIsNotPerformed() {
    for (int i = 0; i < 300; i++) {
      assertThat(client.run("%nonsense").status()).isEqualTo("error");
    }
  }

  @Test
  void theQueueIsNotPerformedWhereItWasSaidThatItIs() {
    var failing =
        client.send(
            client.shell,
            "execute_request",
            Client.cell(READ + "; int b = nothing").put("stop_on_error", false));
    var asked = client.receive(client.stdin);
    var queued = send("6 * 7");
    client.roundTrip();
    client.answer(asked, "go");

    assertThat(client.given(client.shell, failing).status()).isEqualTo("error");
    assertThat(client.given(client.shell, queued).result()).isEqualTo("42");
  }

  @Test
  void aCellNeverEndsWhereTheSessionCannotBeMade() throws Exception {
    assertEndsWith(CompletableFuture.failedFuture(new IllegalStateException("no session")));
  }

  @Test
  void aCellNeverEndsBehindAnErrorOfTheCompilers() throws Exception {
    var broken =
        new CompletableFuture<Shell>() {
          @Override
          public Shell join() {
            if (Thread.currentThread().getName().equals("squall-shell")) {
              throw new AssertionError("no session");
            }
            return super.join();
          }
        };
    broken.complete(session.join());
    assertEndsWith(broken);
  }

  /** A reply, what can be read of it, and an end; then the next request is answered. */
  private void assertEndsWith(CompletableFuture<Shell> broken) throws Exception {
    var log = Logger.getLogger(Kernel.class.getName());
    log.setLevel(Level.OFF); // it tells all of it, which is expected here
    try {
      beginWith(broken);
      client.shell.setReceiveTimeOut(SHORT_MS);
      var given = client.run("1");
      assertThat(given.status()).isEqualTo("error");
      assertThat(given.reply().path("traceback")).isNotEmpty();
      for (var type : List.of("complete", "inspect", "is_complete")) {
        assertThat(client.ask(type + "_request", "{'code': 'a', 'cursor_pos': 1}").status())
            .isIn("error", "unknown");
      }
      assertThat(client.ask("kernel_info_request", "{}").status()).isEqualTo("ok");
      // a notebook shows what is heard, and nothing of a reply
      assertThat(given.types()).contains("error");
      assertThat(given.heard("error").toString()).contains("no session");
    } finally {
      log.setLevel(null);
    }
  }
}
