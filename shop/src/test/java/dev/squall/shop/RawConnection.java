package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One connection, HTTP/1.1 by hand: shows what an HTTP client would hide. */
final class RawConnection implements AutoCloseable {

  private static final int LONGEST_WAIT_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  RawConnection(PracticeShop shop) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), shop.port());
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 512);
  }

  /** A request without body. */
  void ask(String method, String path, String... headers) throws IOException {
    var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    send(method + " " + path + " HTTP/1.1\r\nHost: shop\r\n" + lines + "\r\n");
  }

  void send(String text) throws IOException {
    send(text.getBytes(UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The next line, without its end. */
  String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended after '" + line + "'");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** The status line and the headers of the next answer. */
  Head head() throws IOException {
    var status = line();
    var headers = new ArrayList<String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    return new Head(status, headers);
  }

  /** The body of an answer that said its length. */
  String body(Head head) throws IOException {
    var length = Integer.parseInt(head.header("content-length").orElseThrow());
    return new String(in.readNBytes(length), UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  record Head(String statusLine, List<String> headers) {

    int status() {
      return Integer.parseInt(statusLine.split(" ", 3)[1]);
    }

    Optional<String> header(String name) {
      var start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }
}
