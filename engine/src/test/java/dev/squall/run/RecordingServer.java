package dev.squall.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that remembers every request and answers as a script says. */
final class RecordingServer implements AutoCloseable {

  /** What a request came to. */
  record Received(String line, String head, String body) {}

  /** Answers one request by writing to the socket; what it throws closes the connection. */
  interface Script {
    void answer(Received request, Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  RecordingServer(Script script) throws IOException {
    this.script = script;
    listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers 200 with this JSON. */
  static RecordingServer answering(String json) throws IOException {
    return new RecordingServer((_, socket) -> say(socket, 200, json));
  }

  static void say(Socket socket, int status, String json) throws IOException {
    write(
        socket,
        "HTTP/1.1 "
            + status
            + " As Asked\r\nContent-Type: application/json\r\nContent-Length: "
            + json.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + json);
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  List<String> bodies() {
    return received.stream().map(Received::body).toList();
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (var socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        var socket = listener.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      for (var next = read(socket.getInputStream()); next != null; ) {
        received.add(next);
        script.answer(next, socket);
        next = read(socket.getInputStream());
      }
    } catch (IOException | InterruptedException e) {
      // the client went away, which is its right
    }
  }

  private static Received read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      head.append((char) b);
    }
    int length = 0;
    for (var line : head.toString().lines().toList()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(head.substring(0, head.indexOf("\r\n")), head.toString(), body);
  }
}
