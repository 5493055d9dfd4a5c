package dev.squall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Message;
import dev.squall.shell.Shell;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What users of other kernels complain of, so far as a kernel is to blame: each test has the name
 * of what is not so here. What depends on transport is in {@link SocketComplaintsTest}, what is
 * about stopping in {@link InterruptionComplaintsTest}.
 */
@Timeout(60)
class ComplaintsTest extends WithKernel {
  private static final String READ = "new Scanner(System.in).nextLine()";
  private static final ObjectNode NOTHING = Client.json("{}");

  /** Of ANSI: black and white as letters and as ground, plain, bright and of the 256. */
  private static final Pattern BLACK_OR_WHITE =
      Pattern.compile(
          "\\e\\[(?:\\d*;)*(?:[349][07]|10[07]|[34]8;5;(?:0|7|8|15|16|23[1-9]|2[45]\\d)|[34]8;2(?:;\\d+)*)(?:;\\d*)*m");

  private Message send(String code) {
    return client.send(client.shell, "execute_request", Client.cell(code));
  }

  @Test
  void scannersReadNothingOrHangInTheNextCell() {
    client.run("var input = new Scanner(System.in)");
    var cells =
        List.of(
            "input.nextLine()",
            "input.nextLine()",
            READ,
            "try (var closed = new Scanner(System.in)) { System.out.print(closed.nextLine()); }",
            READ,
            "input.nextLine()");
    for (int i = 0; i < cells.size(); i++) {
      var cell = send(cells.get(i));
      client.answer(client.receive(client.stdin), "line " + i);

      var given = client.given(client.shell, cell);
      assertThat(given.heard().toString()).as(cells.get(i)).contains("line " + i);
    }
  }

  @Test
  void whatIsPrintedBeforeAQuestionIsSeenBehindIt() {
    var cell = send("System.out.print(\"name? \"); " + READ);
    var asked = client.receive(client.stdin);
    assertThat(client.until(cell, "stream").content().path("text").asText()).isEqualTo("name? ");
    client.answer(asked, "a name");

    assertThat(client.given(client.shell, cell).result()).isEqualTo("a name");
  }

  @Test
  void whetherACellIsAllIsNotSaidWhileTheSessionIsBeingMade() throws Exception {
    var late = new CompletableFuture<Shell>();
    beginWith(late);
    assertThat(client.ask("kernel_info_request", "{}").status()).isEqualTo("ok");
    assertThat(client.ask("is_complete_request", "{'code': '1'}").status()).isEqualTo("unknown");
    var cell = send("6 * 7");
    client.until(cell, "status");
    late.complete(session.join());

    assertThat(client.given(client.shell, cell).result()).isEqualTo("42");
    assertThat(client.ask("is_complete_request", "{'code': '1'}").status()).isEqualTo("complete");
  }

  @Test
  void aCellNeverEndsBehindACompileError() {
    for (var code :
        List.of("int a = \"text\"", "int )", "{", "\"", "class", "%nonsense", "\\u00")) {
      var given = client.run(code);

      assertThat(given.status()).as(code).isEqualTo("error");
      assertThat(given.types()).containsExactly("busy", "execute_input", "error", "idle");
    }
  }

  @Test
  void aCellNeverEndsWhereTheValueCannotBeShown() {
    for (var thrown : List.of("RuntimeException", "AssertionError", "OutOfMemoryError")) {
      var given =
          client.run(
              "new Object() { public String toString() { throw new %s(\"why\"); } }"
                  .formatted(thrown));

      assertThat(given.types()).startsWith("busy").endsWith("idle");
      assertThat(given.heard().toString()).contains(thrown);
    }
    assertThat(client.run("6 * 7").result()).isEqualTo("42");
  }

  @Test
  void aFloodOfOutputKillsTheClient() {
    var cell = send("for (int i = 0; i < 100_000; i++) System.out.println(i)");
    client.until(cell, "execute_input");
    client.roundTrip();
    assertThat(client.ask(client.control, "kernel_info_request", NOTHING).status()).isEqualTo("ok");

    var given = client.given(client.shell, cell);
    assertThat(given.printed("stdout").lines().count()).isEqualTo(100_000);
    assertThat(given.printed("stdout")).startsWith("0\n1\n").endsWith("\n99999\n");
    assertThat(given.heard("stream"))
        .hasSizeLessThan(100)
        .allMatch(one -> one.path("text").asText().length() < 1_000_000);
  }

  @Test
  void aFloodOfBothStreamsLosesSomeOfIt() {
    var given =
        client.run(
            "for (int i = 0; i < 1500; i++) { System.out.println(i); System.err.println(-i); }");

    assertThat(given.printed("stdout").lines().count()).isEqualTo(1500);
    assertThat(given.printed("stderr")).endsWith("-1499\n");
    assertThat(given.printed("stderr").lines().count()).isEqualTo(1500);
  }

  @Test
  void errorTextIsBlackOnBlack() {
    assertThat("\u001b[1;30mblack").containsPattern(BLACK_OR_WHITE);
    assertThat("\u001b[31mred \u001b[1mbold\u001b[0m").doesNotContainPattern(BLACK_OR_WHITE);
    for (var code :
        List.of("int a = true", "throw new IllegalStateException()", "nothing", "%nonsense")) {
      var error = client.run(code).heard("error").getFirst();
      for (var line : error.path("traceback")) {
        assertThat(line.asText()).doesNotContainPattern(BLACK_OR_WHITE);
      }
    }
  }

  @Test
  void aCellSpoilsTheNextOnes() {
    assertSpoilsNothing("Thread.currentThread().interrupt()");
    assertSpoilsNothing("System.in.close()");
    assertSpoilsNothing("throw new StackOverflowError()");
    assertSpoilsNothing("int deep() { return deep() + 1; } deep()");
    assertSpoilsNothing("new long[Integer.MAX_VALUE]");
  }

  @Test
  void whoClosesItsOutputIsNeverHeardAgain() throws Exception {
    var own = RunningKernel.session(sessions); // it might be of no use to the others
    try {
      beginWith(own);
      assertSpoilsNothing("try (var out = new PrintWriter(System.out)) { out.print(0); }");
      assertSpoilsNothing("System.err.close()");
    } finally {
      own.join().close();
      RunningKernel.session(sessions).join().close(); // a new one mends it for the others
    }
  }

  private void assertSpoilsNothing(String code) {
    client.run(code);

    var cell = send("System.out.print(1); System.err.print(2); " + READ);
    client.answer(client.receive(client.stdin), "read");
    var given = client.given(client.shell, cell);
    assertThat(given.printed("stdout") + given.printed("stderr")).as(code).isEqualTo("12");
    assertThat(given.result()).as(code).isEqualTo("read");
  }

  @Test
  void restartAndRunAllRunsNothing() throws Exception {
    client.run("int before = 1");
    var restart = client.ask(client.control, "shutdown_request", Client.json("{'restart': true}"));
    assertThat(restart.reply()).isEqualTo(Client.json("{'status': 'ok', 'restart': true}"));
    kernel.again(session);
    assertThat(client.ask("kernel_info_request", "{}").types()).containsExactly("busy", "idle");
    var cells = List.of(send("int x = 2"), send("x + 1"), send("x + 2"), send("x + 3"));

    for (int i = 0; i < cells.size(); i++) {
      var given = client.given(client.shell, cells.get(i));
      assertThat(given.status()).isEqualTo("ok");
      assertThat(given.reply().path("execution_count").asInt()).isEqualTo(i + 1);
      assertThat(given.types()).startsWith("busy", "execute_input").endsWith("idle");
    }
  }

  @Test
  void repliesHaveNoStatusAndRequestsNoBeginningOrEnd() {
    session.join();
    for (var type :
        List.of("kernel_info", "execute", "complete", "inspect", "is_complete", "history")) {
      assertWhole(client.ask(type + "_request", "{'code': '1', 'cursor_pos': 1}"));
    }
    assertWhole(client.ask("comm_info_request", "{}"));
    for (var socket : List.of(client.shell, client.control)) {
      for (var type : List.of("kernel_info", "interrupt")) {
        assertWhole(client.ask(socket, type + "_request", NOTHING));
      }
      var unknown = client.send(socket, "no_such_request", NOTHING);
      assertThat(client.untilIdle(unknown)).hasSize(2);
    }
    assertWhole(client.ask("shutdown_request", "{'restart': false}")); // on shell, as of old
  }

  private static void assertWhole(Client.Given given) {
    assertThat(given.status()).isIn("ok", "complete");
    assertThat(given.types()).startsWith("busy").endsWith("idle").containsOnlyOnce("busy", "idle");
  }

  @Test
  void outputOfBackgroundThreadsIsDroppedOrTheNextCells() {
    client.run("var gate = new java.util.concurrent.CountDownLatch(1)");
    var starting =
        send(
            """
            Thread.startVirtualThread(() -> {
              try { gate.await(); } catch (InterruptedException e) {}
              System.out.println("later");
            });
            var started = 1;
            """);
    client.given(client.shell, starting);
    var opening = client.run("System.out.println(\"now\"); gate.countDown(); Thread.sleep(20);");

    assertThat(opening.printed("stdout")).isEqualTo("now\n");
    assertThat(client.until(starting, "stream").content())
        .isEqualTo(Client.json("{'name': 'stdout'}").put("text", "later\n"));
  }

  @Test
  void variablesBecomeNullAfterAnImportAndAfterAMethodIsRedefined() {
    client.run("int half(int n) { return n / 2; }");
    client.run("var box = new StringBuilder(\"here\"); var four = half(8);");
    client.run("import java.util.zip.*;");
    client.run("import static java.lang.Math.*;");
    client.run("String half(int n) { return \"half of \" + four; }");

    assertThat(client.run("box + \" \" + four + \" \" + half(1)").result())
        .isEqualTo("here 4 half of 4");
  }

  @Test
  void charactersAreCutWhereOutputIsFlushed() {
    var cell =
        send(
            """
            var bytes = "ö😀漢".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            System.out.write(bytes, 0, 4);
            System.out.flush();
            new Scanner(System.in).nextLine(); // what was written is sent meanwhile
            System.out.write(bytes, 4, 3);
            for (int i = 7; i < bytes.length; i++) {
              System.out.write(bytes[i]);
              System.out.flush();
            }
            System.err.print("😀".charAt(0));
            System.err.flush();
            System.err.print("😀".charAt(1));
            """);
    var asked = client.receive(client.stdin);
    assertThat(client.until(cell, "stream").content().path("text").asText()).isEqualTo("ö");
    client.answer(asked, "go");

    var given = client.given(client.shell, cell);
    assertThat(given.printed("stdout")).isEqualTo("😀漢");
    assertThat(given.printed("stderr")).isEqualTo("😀");
  }

  @Test
  void aHalfOfACharacterCannotBeSaved() {
    for (var code : List.of("\"😀\".substring(0, 1)", "throw new Exception(\"😀\".substring(1))")) {
      for (var one : client.run(code).heard()) {
        assertThat(one.content().toString()).matches(ComplaintsTest::isWhole, "whole");
      }
    }
  }

  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
  }

  @Test
  void placesAreCountedInHalvesOfCharacters() {
    client.run("int abcdefgh = 1");
    var code = "\"😀😀\" + abcde";
    var complete =
        client.ask(
            client.shell,
            "complete_request",
            Client.json("{'cursor_pos': 11}").put("code", code + " /* behind */"));
    assertThat(complete.reply().path("matches").toString()).contains("abcdefgh");
    assertThat(complete.reply().path("cursor_start").asInt()).isEqualTo(7);
    assertThat(complete.reply().path("cursor_end").asInt()).isEqualTo(11);

    var inspected = "\"😀😀😀😀\" + perSecond + concurrency";
    assertThat(inspect(inspected, 9).path("data").path("text/plain").asText())
        .contains("perSecond");
    for (int place : List.of(-1, 10_000)) {
      assertThat(inspect(inspected, place).path("status").asText()).isEqualTo("ok");
    }
  }

  private ObjectNode inspect(String code, int place) {
    return client
        .ask(
            client.shell,
            "inspect_request",
            Client.json("{'detail_level': 0}").put("code", code).put("cursor_pos", place))
        .reply();
  }
}
