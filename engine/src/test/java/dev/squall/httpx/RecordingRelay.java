package dev.squall.httpx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A server on loopback that keeps each request as it came, and answers as another one does. */
final class RecordingRelay implements AutoCloseable {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final ServerSocket listener;
  private final URI behind;
  private final List<RecordedRequest> recorded = new ArrayList<>();

  /**
   * Begins to listen.
   *
   * @param behind who answers
   */
  RecordingRelay(URI behind) throws IOException {
    this.behind = behind;
    this.listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "localhost:" + listener.getLocalPort();
  }

  /** What came since the last time this was asked. */
  List<RecordedRequest> taken() {
    synchronized (recorded) {
      var all = List.copyOf(recorded);
      recorded.clear();
      return all;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  /** One request for each connection: the answer ends with it, and says so. */
  private void serve(Socket client) {
    try (client;
        var server = new Socket(behind.getHost(), behind.getPort())) {
      var head = head(client.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      var body = client.getInputStream().readNBytes(length(head));
      synchronized (recorded) {
        recorded.add(RecordedRequest.of(head, new String(body, StandardCharsets.UTF_8)));
      }
      var out = server.getOutputStream();
      var asked = head.substring(0, head.length() - 2) + "Connection: close\r\n\r\n";
      out.write(asked.getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // the client went away; what it misses fails the test
    }
  }

  /** With the empty line at its end; nothing where the client sends nothing more. */
  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < END_OF_HEAD.length) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
      matched = next == END_OF_HEAD[matched] ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }
}
