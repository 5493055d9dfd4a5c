package dev.squall.kernel;

import dev.squall.kernel.wire.ConnectionFile;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeromq.ZMQ;

/** A kernel on ports of its own, and a client of it that has been welcomed. */
final class RunningKernel implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  final Client client;
  private final ConnectionFile file;
  private CompletableFuture<Shell> session;
  private CompletableFuture<Void> ended;

  RunningKernel(ConnectionFile file, CompletableFuture<Shell> session) {
    this(file, session, new Beginning());
  }

  RunningKernel(ConnectionFile file, CompletableFuture<Shell> session, Beginning said) {
    this.file = file;
    this.session = session;
    var kernel = new Kernel(file, session, said, "1.2");
    client = new Client(file);
    client.awaitWelcome();
    ended = running(kernel);
  }

  static Kernel made(ConnectionFile file, CompletableFuture<Shell> session) {
    return new Kernel(file, session, new Beginning(), "1.2");
  }

  private static CompletableFuture<Void> running(Kernel kernel) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            kernel.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> Thread.ofPlatform().daemon().start(task));
  }

  /** A session that is being made, with folders in this one. */
  static CompletableFuture<Shell> session(Path folder) {
    var places =
        new Places(
            folder.resolve("config"), folder.resolve("state"), folder, _ -> Optional.empty());
    return CompletableFuture.supplyAsync(
        () -> Shell.open(places), task -> Thread.ofPlatform().daemon().start(task));
  }

  /** Of five ports that nobody listens on. */
  static ConnectionFile connection(Path folder, boolean isEncrypted) throws IOException {
    var json = Client.json("{'ip': '127.0.0.1', 'key': 'a-key', 'transport': 'tcp'}");
    var held = new ArrayList<ServerSocket>();
    for (var name : List.of("shell", "iopub", "stdin", "control", "hb")) {
      var port = listening(0);
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
    return ConnectionFile.read(Files.writeString(folder.resolve("kernel.json"), json.toString()));
  }

  /** Has a port for itself. */
  static ServerSocket listening(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  /** Another kernel on the same ports, once this one has ended; the client stays. */
  void again(CompletableFuture<Shell> another) throws Exception {
    awaitEnd();
    session = another;
    var kernel = made(file, session);
    client.awaitWelcome();
    ended = running(kernel);
  }

  /** Waits until all of it has ended. */
  void awaitEnd() throws ExecutionException, InterruptedException, TimeoutException {
    try {
      ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      rescue();
      throw e;
    }
  }

  /** A test that fails here leaves a session to the others in which nothing is performed. */
  private void rescue() throws ExecutionException, InterruptedException {
    for (int i = 0; i < 20 && !ended.isDone() && session.state() == Future.State.SUCCESS; i++) {
      session.join().stop();
      try {
        ended.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // once more
      }
    }
  }

  @Override
  public void close() throws ExecutionException, TimeoutException {
    try {
      if (!ended.isDone()) {
        client.send(client.control, "shutdown_request", Client.json("{'restart': false}"));
      }
      awaitEnd();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      client.close();
    }
  }
}
