package dev.squall.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server on loopback that remembers every request and answers as a script says. */
final class RecordingServer implements AutoCloseable {

  /** What a request came to. */
  record Received(String line, String head, String body) {
    String method() {
      return line.substring(0, line.indexOf(' '));
    }

    /** As on the request line. */
    String target() {
      return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    /** The values of a header, in order. */
    List<String> headers(String name) {
      var start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(start))
          .map(field -> field.substring(start.length()).strip())
          .toList();
    }

    /** All its cookies as sent; empty where there are none. */
    String cookies() {
      return String.join(" | ", headers("Cookie"));
    }
  }

  /** Answers one request by writing to the socket; what it throws closes the connection. */
  interface Script {
    void answer(Received request, Socket socket) throws IOException, InterruptedException;
  }

  private final String scheme;
  private final ServerSocket listener;
  private final Script script;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  RecordingServer(Script script) throws IOException {
    this("http", new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), script);
  }

  private RecordingServer(String scheme, ServerSocket listener, Script script) {
    this.scheme = scheme;
    this.listener = listener;
    this.script = script;
    Thread.ofVirtual().start(this::accept);
  }

  /** One that speaks TLS, and wants a certificate of its client where it trusts any. */
  static RecordingServer secure(SSLContext context, boolean wantsClient, Script script)
      throws IOException {
    var listener =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    listener.setNeedClientAuth(wantsClient);
    return new RecordingServer("https", listener, script);
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

  /** Answers with these header lines and no body. */
  static void say(Socket socket, int status, List<String> headers) throws IOException {
    var lines = headers.stream().map(header -> header + "\r\n").collect(Collectors.joining());
    write(socket, "HTTP/1.1 " + status + " As Asked\r\n" + lines + "Content-Length: 0\r\n\r\n");
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  String url() {
    return url("127.0.0.1");
  }

  /** By another name of it, whatever that resolves to. */
  String url(String host) {
    return scheme + "://" + host + ":" + port();
  }

  int port() {
    return listener.getLocalPort();
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** Method and target of each request. */
  List<String> asked() {
    return received.stream().map(one -> one.method() + " " + one.target()).toList();
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
