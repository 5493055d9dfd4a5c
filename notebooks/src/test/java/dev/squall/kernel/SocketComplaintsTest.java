package dev.squall.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.ConnectionFile;
import dev.squall.kernel.wire.Frames;
import dev.squall.kernel.wire.Message;
import dev.squall.kernel.wire.Signature;
import dev.squall.shell.Shell;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Complaints about how kernels begin and end and about what ends them: messages of strangers, ports
 * that are taken, cells that are under way. Each test has the name of what is not so here.
 */
@Timeout(60)
@ParameterizedClass(name = "encrypted: {0}")
@ValueSource(booleans = {false, true})
class SocketComplaintsTest {
  private static final ObjectNode NOTHING = Client.json("{}");

  @TempDir private static Path sessions;
  private static CompletableFuture<Shell> session = new CompletableFuture<>();
  private static CompletableFuture<Shell> other = new CompletableFuture<>();

  @Parameter private boolean isEncrypted;
  @TempDir private Path folder;
  @TempDir private Path another;

  private ConnectionFile file;
  private RunningKernel kernel;
  private Client client;

  @BeforeAll
  static void open() {
    session = RunningKernel.session(sessions);
    other = RunningKernel.session(sessions); // a second process of the same person
  }

  @AfterAll
  static void close() {
    other.join().close();
    session.join().close();
  }

  @BeforeEach
  void begin() throws IOException {
    file = RunningKernel.connection(folder, isEncrypted);
    kernel = new RunningKernel(file, session);
    client = kernel.client;
  }

  @AfterEach
  void end() throws Exception {
    kernel.close();
  }

  private static Message send(Client client, String code) {
    return client.send(client.shell, "execute_request", Client.cell(code));
  }

  /** What somebody sends who does not know the key, or does not know how. */
  private List<List<byte[]>> nonsense(String type) {
    var right = client.request(type, Client.cell("System.out.print(\"of a stranger\")"));
    right.content().put("value", "of a stranger");
    var frames = client.written(right);
    var signature = frames.get(1);
    var unsigned = with(frames, 1, new byte[0]);
    var shorter = frames.subList(0, frames.size() - 1);
    var other = new Frames(Signature.of("hmac-sha256", "another-key").orElseThrow());
    var noId = client.request(type, NOTHING);
    noId.header().remove("msg_id");
    var numbered = client.request(type, NOTHING);
    numbered.header().put("msg_type", 1);
    return List.of(
        List.of("nonsense".getBytes(UTF_8)),
        List.of(new byte[0]),
        List.of("<IDS|MSG>".getBytes(UTF_8)),
        Collections.nCopies(500, "<IDS|MSG>".getBytes(UTF_8)),
        Collections.nCopies(500, new byte[] {-1}),
        shorter,
        unsigned,
        other.write(right),
        with(frames, 5, "{\"code\": \"1\"}".getBytes(UTF_8)),
        with(frames, 1, new String(signature, UTF_8).toUpperCase(Locale.ROOT).getBytes(UTF_8)),
        client.written(noId),
        client.written(numbered));
  }

  private static List<byte[]> with(List<byte[]> frames, int index, byte[] frame) {
    var changed = new ArrayList<>(frames);
    changed.set(index, frame);
    return changed;
  }

  @Test
  void whatIsNoMessageEndsTheThreadOfRequests() {
    assertLives(client.shell);
  }

  @Test
  void whatIsNoMessageEndsTheThreadOfControl() {
    assertLives(client.control);
  }

  private void assertLives(ZMQ.Socket socket) {
    nonsense("execute_request").forEach(frames -> Sockets.send(socket, frames));
    nonsense("kernel_info_request").forEach(frames -> Sockets.send(socket, frames));
    var unknown = client.send(socket, "no_such_request", NOTHING);

    assertThat(client.ask(socket, "kernel_info_request", NOTHING).status()).isEqualTo("ok");
    assertThat(client.untilIdle(unknown)).hasSize(2);
    assertThat(client.run("6 * 7").result()).isEqualTo("42");
    assertNothingElse();
  }

  /** But that it began: what was dropped is heard by nobody. */
  private void assertNothingElse() {
    assertThat(client.overheard)
        .singleElement()
        .satisfies(one -> assertThat(one.content().toString()).contains("starting"));
  }

  @Test
  void whatWasHeardOnceIsDoneAgain() {
    for (var socket : List.of(client.shell, client.control)) {
      var request = client.request("kernel_info_request", NOTHING);
      var frames = client.written(request);
      Sockets.send(socket, frames);
      assertThat(client.given(socket, request).status()).isEqualTo("ok");

      Sockets.send(client.shell, frames);
      Sockets.send(client.control, frames);
      for (var next : List.of(client.shell, client.control)) {
        assertThat(client.ask(next, "kernel_info_request", NOTHING).status()).isEqualTo("ok");
      }
    }
    assertNothingElse();
  }

  @Test
  void whatIsNoAnswerIsTakenForOneOrEndsTheQuestion() {
    var cell =
        send(
            client,
            "var input = new Scanner(System.in); input.nextLine() + \" \" + input.nextLine()");
    var first = client.receive(client.stdin);
    nonsense("input_reply").forEach(frames -> Sockets.send(client.stdin, frames));
    client.send(client.stdin, "no_such_reply", Client.json("{'value': 'unknown'}"));
    var answer = client.request("input_reply", Client.json("{'value': 'one'}"));
    Sockets.send(client.stdin, client.written(answer));

    var second = client.receive(client.stdin);
    assertThat(second.header()).isNotEqualTo(first.header());
    Sockets.send(client.stdin, client.written(answer));
    client.answer(first, "one, once more");
    client.answer(second, "two");
    assertThat(client.given(client.shell, cell).result()).isEqualTo("one two");
  }

  @Test
  void nonsenseWhereOthersListenEndsWhatTheyHear() {
    var loud = client.context.socket(SocketType.XSUB);
    try {
      Client.secure(loud, file);
      loud.setLinger(0);
      loud.setReceiveTimeOut(500);
      loud.connect(file.endpoint(file.iopub()));
      assertThat(isWelcomed(loud)).isTrue();
      for (var frame : List.of("nonsense", "\u0001", "\u0000never", "\u0001x", "\u0002", "")) {
        loud.send(frame.getBytes(UTF_8), ZMQ.SNDMORE);
        loud.send(frame.getBytes(UTF_8));
      }
      assertThat(isWelcomed(loud)).isTrue();

      assertThat(client.run("6 * 7").result()).isEqualTo("42");
    } finally {
      loud.close();
    }
  }

  /** Asks to be welcomed; JeroMQ may connect only when something else is sent. */
  private boolean isWelcomed(ZMQ.Socket loud) {
    loud.send("\u0001iopub_welcome".getBytes(UTF_8));
    for (int i = 0; i < 20; i++) {
      client.roundTrip();
      for (var got = Sockets.receive(loud); !got.isEmpty(); got = Sockets.receive(loud)) {
        if (new String(got.getLast(), UTF_8).contains("\"iopub_welcome\"")) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void whatWaitsBehindACellIsLostWhereThereIsMuchOfIt() {
    var cell = send(client, "new Scanner(System.in).nextLine()");
    var asked = client.receive(client.stdin);
    var waiting = new ArrayList<Message>();
    for (int i = 0; i < 1500; i++) {
      waiting.add(client.send(client.shell, "kernel_info_request", NOTHING));
    }
    client.roundTrip();
    client.answer(asked, "go");

    client.shell.setReceiveTimeOut(5000);
    assertThat(client.given(client.shell, cell).status()).isEqualTo("ok");
    for (var one : waiting) {
      assertThat(client.receive(client.shell).parent()).isEqualTo(one.header());
    }
  }

  /** All at once: a kernel waits a while for a port. */
  @Test
  void oneTakenPortLeavesTheOthersTaken() throws Exception {
    var files = new ArrayList<ConnectionFile>();
    var held = new ArrayList<ServerSocket>();
    var made = new ArrayList<CompletableFuture<Throwable>>();
    for (int i = 0; i < 5; i++) {
      var free = RunningKernel.connection(another, isEncrypted);
      files.add(free);
      held.add(RunningKernel.listening(ports(free).get(i)));
      made.add(
          CompletableFuture.supplyAsync(
              () -> catchThrowable(() -> RunningKernel.made(free, session)),
              task -> Thread.ofPlatform().daemon().start(task)));
    }
    for (int i = 0; i < 5; i++) {
      int taken = held.get(i).getLocalPort();
      assertThat(made.get(i).get(20, TimeUnit.SECONDS))
          .as("port %d", i)
          .isInstanceOf(ZMQException.class)
          .hasMessageContaining(":" + taken);
      held.get(i).close();
      for (int port : ports(files.get(i))) {
        RunningKernel.listening(port).close();
      }
    }
    try (var second = new RunningKernel(files.getFirst(), other)) {
      assertThat(second.client.run("6 * 7").result()).isEqualTo("42");
    }
  }

  private static List<Integer> ports(ConnectionFile of) {
    return List.of(of.shell(), of.iopub(), of.stdin(), of.control(), of.heartbeat());
  }

  @Test
  void aKernelThatEndedKeepsItsPorts() throws Exception {
    client.run("1");
    kernel.close();
    for (int port : ports(file)) {
      RunningKernel.listening(port).close();
    }
    begin();
  }

  @Test
  void twoKernelsAtOnceMixWhatTheyPrintAndCount() throws Exception {
    try (var second = new RunningKernel(RunningKernel.connection(another, isEncrypted), other)) {
      client.run("String whose = \"first\"");
      second.client.run("String whose = \"second\"");
      second.client.run("int more = 1");
      var waits = send(client, "System.out.print(whose); " + "new Scanner(System.in).nextLine()");
      var asked = client.receive(client.stdin);

      var given = second.client.run("System.out.print(whose); System.err.print(whose);");
      assertThat(given.printed("stdout") + given.printed("stderr")).isEqualTo("secondsecond");
      assertThat(given.reply().path("execution_count").asInt()).isEqualTo(3);
      second.client.ask(second.client.control, "interrupt_request", NOTHING);
      client.answer(asked, "answered");
      var waited = client.given(client.shell, waits);
      assertThat(waited.result()).isEqualTo("answered");
      assertThat(waited.printed("stdout")).isEqualTo("first");
      assertThat(waited.reply().path("execution_count").asInt()).isEqualTo(2);
    }
    assertThat(client.run("whose").result()).isEqualTo("first");
  }

  @Test
  void aShutdownHangsWhileACellIsPerformed() throws Exception {
    for (var code :
        List.of(
            "{ System.out.println(\"begun\"); while (true) {} }",
            "System.out.println(\"begun\"); Thread.sleep(100_000);",
            "System.out.println(\"begun\"); System.in.read();")) {
      client.until(send(client, code), "stream");
      shutDown();
      beginAgain();
    }
  }

  @Test
  void aShutdownHangsWhileACellIsBegun() throws Exception {
    for (int i = 0; i < 6; i++) {
      var cell = send(client, "while (true) {}");
      if (i % 2 == 0) {
        client.until(cell, "execute_input");
      }
      shutDown();
      beginAgain();
    }
  }

  @Test
  void aShutdownHangsWhileTheSessionIsBeingMade() throws Exception {
    var late = new CompletableFuture<Shell>();
    kernel.close();
    kernel = new RunningKernel(file, late);
    client = kernel.client;
    client.until(send(client, "1"), "status");
    try {
      shutDown();
    } finally {
      late.complete(session.join());
    }
  }

  /** Until requests reach the next kernel: replies of the last one may be there still. */
  private void beginAgain() throws Exception {
    kernel.again(session);
    var info = client.send(client.shell, "kernel_info_request", NOTHING);
    Message reply;
    do {
      reply = client.receive(client.shell);
    } while (!reply.parent().equals(info.header()));
  }

  private void shutDown() throws Exception {
    client.send(client.control, "shutdown_request", Client.json("{'restart': true}"));
    assertThat(client.receive(client.control).content().path("status").asText()).isEqualTo("ok");
    kernel.awaitEnd();
  }
}
