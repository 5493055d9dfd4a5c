package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.cli.Training;
import dev.squall.kernel.wire.Author;
import dev.squall.kernel.wire.ConnectionFile;
import dev.squall.kernel.wire.Frames;
import dev.squall.kernel.wire.Message;
import dev.squall.kernel.wire.Refused;
import dev.squall.shell.Shell;
import dev.squall.shell.session.Places;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * What notebooks and prompts begin with, done once while the JVM watches: of what it saw it makes
 * the cache that later starts begin with.
 */
final class Rehearsal {
  /** What a page asks of a kernel, and what people ask of it first. */
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "var words = List.of(\"a\", \"b\").stream().map(String::toUpperCase).toList();\nwords",
          "int twice(int n) { return 2 * n; }\nSystem.out.println(twice(21))",
          "nothing",
          "throw new IllegalStateException(\"why\")",
          "%shop start",
          "GET /products?limit=2",
          "%extract id $.products[0].id",
          "%keep browse",
          "%vars",
          "%burst 2 users for 1s",
          "%plot",
          "?perSecond",
          "display(table(runs(1)))");

  private static final int PATIENCE_MS = 20_000;

  private Rehearsal() {}

  /**
   * A kernel with one client, and then a prompt with one person; neither leaves anything behind.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("squall-rehearsal");
    try {
      kernel(folder);
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Training.main(arguments);
  }

  private static void kernel(Path folder) throws IOException, InterruptedException {
    var written = folder.resolve("connection.json");
    Files.writeString(written, connection().toString());
    var file = ConnectionFile.read(written);
    var said = new Beginning();
    var places =
        new Places(
            folder.resolve("config"), folder.resolve("state"), folder, _ -> Optional.empty());
    var session = Main.opened(places, said);
    var kernel = new Kernel(file, session, said, "0");
    Thread.ofPlatform().daemon().start(() -> client(file));
    kernel.run();
    session.thenAccept(Shell::close).join();
  }

  private static ObjectNode connection() throws IOException {
    var json = Contents.empty().put("ip", "127.0.0.1").put("transport", "tcp");
    json.put("key", "rehearsal").put("signature_scheme", "hmac-sha256");
    var taken = new ArrayList<ServerSocket>();
    for (var name : List.of("shell", "iopub", "stdin", "control", "hb")) {
      var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      taken.add(free);
      json.put(name + "_port", free.getLocalPort());
    }
    for (var free : taken) {
      free.close();
    }
    return json;
  }

  private static void client(ConnectionFile file) {
    var frames = new Frames(file.signature());
    var author = new Author("rehearsal");
    try (var context = new ZContext()) {
      var iopub = context.createSocket(SocketType.SUB);
      iopub.connect(file.endpoint(file.iopub()));
      iopub.subscribe(new byte[0]);
      var heart = context.createSocket(SocketType.REQ);
      heart.connect(file.endpoint(file.heartbeat()));
      heart.send("beat");
      var shell = context.createSocket(SocketType.DEALER);
      shell.connect(file.endpoint(file.shell()));
      var control = context.createSocket(SocketType.DEALER);
      control.connect(file.endpoint(file.control()));
      List.of(iopub, heart, shell, control).forEach(one -> one.setReceiveTimeOut(PATIENCE_MS));
      heart.recv();
      ask(control, "kernel_info_request", Contents.empty(), author, frames);
      ask(shell, "kernel_info_request", Contents.empty(), author, frames);
      ask(shell, "is_complete_request", Contents.empty().put("code", "1 +"), author, frames);
      for (var code : CELLS) {
        ask(shell, "execute_request", Contents.empty().put("code", code), author, frames);
      }
      var words = Contents.empty().put("code", "words.str").put("cursor_pos", 9);
      ask(shell, "complete_request", words, author, frames);
      ask(shell, "inspect_request", words, author, frames);
      ask(shell, "comm_info_request", Contents.empty(), author, frames);
      ask(
          shell,
          "history_request",
          Contents.empty().put("hist_access_type", "tail"),
          author,
          frames);
      ask(control, "shutdown_request", Contents.empty(), author, frames);
    } catch (Refused e) {
      throw new IllegalStateException(e);
    }
  }

  private static void ask(
      ZMQ.Socket socket, String type, ObjectNode content, Author author, Frames frames)
      throws Refused {
    var none = Contents.empty();
    var nobody = new Message(List.of(), none, none, none, none, List.of());
    Sockets.send(socket, frames.write(author.reply(nobody, type, content)));
    frames.read(Sockets.receive(socket));
  }
}
