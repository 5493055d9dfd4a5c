package dev.squall.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.kernel.wire.ConnectionFile;
import dev.squall.kernel.wire.Message;
import dev.squall.shell.Shell;
import dev.squall.shell.session.Places;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.ZMQ;

/** A kernel on real sockets and a client of it, with plain transport and with encrypted. */
@Timeout(60)
@ParameterizedClass(name = "encrypted: {0}")
@ValueSource(booleans = {false, true})
class KernelTest {
  @TempDir private static Path sessions;
  private static CompletableFuture<Shell> session = new CompletableFuture<>();

  @Parameter private boolean isEncrypted;
  @TempDir private Path folder;

  private CompletableFuture<Void> ended = new CompletableFuture<>();
  private ConnectionFile file;
  private Client client;

  @BeforeAll
  static void open() {
    var places =
        new Places(
            sessions.resolve("config"), sessions.resolve("state"), sessions, _ -> Optional.empty());
    session =
        CompletableFuture.supplyAsync(
            () -> Shell.open(places), task -> Thread.ofPlatform().daemon().start(task));
  }

  @AfterAll
  static void close() {
    session.join().close();
  }

  @BeforeEach
  void begin() throws IOException {
    file = ConnectionFile.read(written());
    var kernel = new Kernel(file, session, new Beginning(), "1.2");
    client = new Client(file);
    assertThat(client.receive(client.iopub).type()).isEqualTo("iopub_welcome");
    ended =
        CompletableFuture.runAsync(
            () -> {
              try {
                kernel.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            task -> Thread.ofPlatform().daemon().start(task));
  }

  private Path written() throws IOException {
    var json = Client.json("{'ip': '127.0.0.1', 'key': 'a-key', 'transport': 'tcp'}");
    var held = new ArrayList<ServerSocket>();
    for (var name : List.of("shell", "iopub", "stdin", "control", "hb")) {
      var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(port);
      json.put(name + "_port", port.getLocalPort());
    }
    for (var port : held) {
      port.close();
    }
    if (isEncrypted) {
      var keys = ZMQ.Curve.generateKeyPair();
      json.put("curve_publickey", keys.publicKey).put("curve_secretkey", keys.secretKey);
    }
    return Files.writeString(folder.resolve("kernel.json"), json.toString());
  }

  @AfterEach
  void end() throws Exception {
    client.send(client.control, "shutdown_request", Client.json("{'restart': false}"));
    ended.get(20, TimeUnit.SECONDS);
    client.close();
  }

  private static List<String> types(Client.Given given) {
    return given.heard().stream()
        .map(one ->
            one.type().equals("status")
                ? one.content().path("execution_state").asText()
                : one.type())
        .toList();
  }

  @Test
  void itSaysWhatItIsOnBothChannels() {
    for (var socket : List.of(client.shell, client.control)) {
      var given = client.ask(socket, "kernel_info_request", Client.json("{}"));

      assertThat(given.reply().path("status").asText()).isEqualTo("ok");
      assertThat(given.reply().path("protocol_version").asText()).isEqualTo("5.5");
      assertThat(given.reply().path("language_info").path("name").asText()).isEqualTo("java");
      assertThat(given.reply().path("language_info").path("file_extension").asText())
          .isEqualTo(".jsh");
      assertThat(given.reply().path("banner").asText()).contains("Squall 1.2");
      assertThat(types(given)).containsExactly("busy", "idle");
    }
  }

  @Test
  void theHeartSendsBackWhatItGets() {
    client.heartbeat.send("ping".getBytes(UTF_8));

    assertThat(client.heartbeat.recv()).asString().isEqualTo("ping");
  }

  @Test
  void aCellHasItsNumberItsTextsAndItsValue() {
    var given = client.run("System.out.println(\"hello, world\"); System.err.print(\"ö\"); 6 * 7");

    assertThat(types(given))
        .containsExactly("busy", "execute_input", "stream", "stream", "execute_result", "idle");
    assertThat(given.printed("stdout")).isEqualTo("hello, world\n");
    assertThat(given.printed("stderr")).isEqualTo("ö");
    var result = given.heard("execute_result").getFirst();
    assertThat(result.path("data").path("text/plain").asText()).isEqualTo("42");
    assertThat(result.path("execution_count").asInt()).isOne();
    assertThat(given.reply().path("execution_count").asInt()).isOne();
    assertThat(client.run("int a = 1").reply().path("execution_count").asInt()).isEqualTo(2);
    assertThat(client.run("a").heard("execute_result")).hasSize(1);
  }

  @Test
  void aSilentCellIsHeardByNobodyAndCountsForNothing() {
    client.run("int a = 1");
    var silent = client.ask("execute_request", "{'code': 'a + 1', 'silent': true}");
    assertThat(types(silent)).containsExactly("busy", "idle");
    assertThat(silent.reply().path("execution_count").asInt()).isOne();

    var unstored = client.ask("execute_request", "{'code': 'a + 2', 'store_history': false}");
    assertThat(types(unstored)).containsExactly("busy", "execute_input", "execute_result", "idle");
    var history = client.ask("history_request", "{'hist_access_type': 'range', 'session': 0}");
    assertThat(history.reply().path("history")).hasSize(1);
    assertThat(history.reply().path("history").path(0).path(2).asText()).isEqualTo("int a = 1");
  }

  @Test
  void expressionsAreValuesOfTheReply() {
    var given =
        client.ask(
            "execute_request",
            "{'code': 'int a = 1', 'user_expressions': {'sum': 'a + 1', 'bad': 'nothing'}}");

    var values = given.reply().path("user_expressions");
    assertThat(values.path("sum").path("status").asText()).isEqualTo("ok");
    assertThat(values.path("sum").path("data").path("text/plain").asText()).isEqualTo("2");
    assertThat(values.path("bad").path("status").asText()).isEqualTo("error");
  }

  @Test
  void aFailureIsToldOnceAndWhatWasSentBehindItIsNotPerformed() {
    var first =
        client.send(
            client.shell, "execute_request", Client.cell("Thread.sleep(500); int b = nothing"));
    client.send(client.shell, "execute_request", Client.cell("System.out.print(1)"));
    var failed = client.receive(client.shell);
    var heard = client.untilIdle(first);

    assertThat(failed.content().path("status").asText()).isEqualTo("error");
    assertThat(failed.content().path("traceback").toString())
        .contains("nothing is called nothing", "^");
    assertThat(heard).extracting(Message::type).containsOnlyOnce("error");
    assertThat(client.receive(client.shell).content().path("status").asText()).isEqualTo("aborted");
    assertThat(client.run("1 + 1").heard("execute_result")).hasSize(1);
  }

  @Test
  void anExceptionHasItsNameAndNoFrameOfOurs() {
    var failed = client.run("throw new IllegalStateException(\"why\")").reply();

    assertThat(failed.path("ename").asText()).endsWith("IllegalStateException");
    assertThat(failed.path("evalue").asText()).contains("why");
    assertThat(failed.path("traceback").toString()).doesNotContain("dev.squall");
  }

  @Test
  void placesAreCountedInCodePoints() {
    client.run("int abcdefgh = 1");
    var complete =
        client.ask(
            client.shell,
            "complete_request",
            Client.json("{'cursor_pos': 11}").put("code", "\"😀😀\" + abcde"));

    assertThat(complete.reply().path("matches").toString()).contains("abcdefgh");
    assertThat(complete.reply().path("cursor_start").asInt()).isEqualTo(7);
    assertThat(complete.reply().path("cursor_end").asInt()).isEqualTo(11);
    var inspect =
        client.ask("inspect_request", "{'code': 'perSecond', 'cursor_pos': 9, 'detail_level': 0}");
    assertThat(inspect.reply().path("found").asBoolean()).isTrue();
    assertThat(inspect.reply().path("data").path("text/plain").asText()).contains("perSecond");
  }

  @Test
  void whetherACellIsAllIsSaidWithItsIndent() {
    client.run("1");
    assertThat(status("is_complete_request", "{'code': '1 + 1'}")).isEqualTo("complete");
    assertThat(status("is_complete_request", "{'code': 'int f() {'}")).isEqualTo("incomplete");
    assertThat(client.ask("is_complete_request", "{'code': 'int f() {'}").reply())
        .isEqualTo(Client.json("{'status': 'incomplete', 'indent': '  '}"));
    assertThat(status("is_complete_request", "{'code': 'int )'}")).isEqualTo("invalid");
  }

  private String status(String type, String content) {
    return client.ask(type, content).reply().path("status").asText();
  }

  @Test
  void whatRunsForEverIsInterrupted() {
    client.run("int kept = 3");
    var sent = client.send(client.shell, "execute_request", Client.cell("while (true) {}"));
    while (!client.receive(client.iopub).type().equals("execute_input")) {
      // until it runs
    }
    client.shell.setReceiveTimeOut(2000);
    var reply = List.<byte[]>of();
    while (reply.isEmpty()) { // a stop that comes before the code runs stops nothing
      client.send(client.control, "interrupt_request", Client.json("{}"));
      assertThat(client.receive(client.control).content().path("status").asText()).isEqualTo("ok");
      reply = Sockets.receive(client.shell);
    }
    assertThat(client.untilIdle(sent)).extracting(Message::type).containsOnlyOnce("error");
    client.shell.setReceiveTimeOut(20_000);

    assertThat(client.run("kept").heard("execute_result").toString()).contains("\"3\"");
  }

  @Test
  void thePersonIsAsked() {
    var sent =
        client.send(
            client.shell,
            "execute_request",
            Client.cell("new java.util.Scanner(System.in).nextLine()"));
    var asked = client.receive(client.stdin);
    assertThat(asked.type()).isEqualTo("input_request");
    assertThat(asked.parent()).isEqualTo(sent.header());
    client.send(client.stdin, "input_reply", Client.json("{'value': 'an answer'}"));

    client.receive(client.shell);
    assertThat(client.untilIdle(sent).toString()).contains("an answer");
  }

  @Test
  void whoCannotBeAskedReadsTheEnd() {
    var given = client.ask("execute_request", "{'code': 'System.in.read()', 'allow_stdin': false}");

    assertThat(given.heard("execute_result").toString()).contains("\"-1\"");
  }

  @Test
  void aFloodComesWholeInFewMessages() {
    var given = client.run("for (int i = 0; i < 100_000; i++) System.out.println(i)");

    assertThat(given.printed("stdout").lines().count()).isEqualTo(100_000);
    assertThat(given.printed("stdout")).endsWith("\n99999\n");
    assertThat(given.heard("stream")).hasSizeLessThan(1000);
  }

  @Test
  void whatAThreadPrintsLaterIsItsCells() {
    var sent =
        client.send(
            client.shell,
            "execute_request",
            Client.cell(
                "Thread.ofPlatform().start(() -> { try { Thread.sleep(300); }"
                    + " catch (InterruptedException e) {} System.out.println(\"later\"); });"
                    + " var done = 1;"));
    client.receive(client.shell);
    client.untilIdle(sent);
    client.run("2");

    var late =
        client.overheard.stream()
            .filter(one -> one.type().equals("stream"))
            .findFirst()
            .orElseGet(() -> client.receive(client.iopub));
    assertThat(late.content().path("text").asText()).isEqualTo("later\n");
    assertThat(late.parent()).isEqualTo(sent.header());
  }

  @Test
  void aCommOfNobodyIsClosed() {
    var sent =
        client.send(
            client.shell,
            "comm_open",
            Client.json("{'comm_id': 'c1', 'target_name': 'nobody', 'data': {}}"));

    assertThat(client.untilIdle(sent))
        .filteredOn(one -> one.type().equals("comm_close"))
        .singleElement()
        .satisfies(one -> assertThat(one.content().path("comm_id").asText()).isEqualTo("c1"));
    assertThat(client.ask("comm_info_request", "{}").reply())
        .isEqualTo(Client.json("{'status': 'ok', 'comms': {}}"));
  }

  @Test
  void whatIsNoMessageIsDroppedAndTheNextOneIsAnswered() {
    client.shell.send("nonsense".getBytes(UTF_8));
    client.control.send(new byte[0]);
    client.send(client.shell, "no_such_request", Client.json("{}"));

    assertThat(status("kernel_info_request", "{}")).isEqualTo("ok");
    assertThat(client.ask(client.control, "kernel_info_request", Client.json("{}")).reply())
        .isNotNull();
  }
}
