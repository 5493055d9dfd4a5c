package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One answer as it came over a bare socket, read as strictly as RFC 9112 writes it. */
record RawAnswer(int status, Map<String, String> headers, String body) {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-5]\\d\\d [ -~]*");
  private static final Pattern HEADER_LINE =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[ \\t]*[ -~\\t]*");

  /** Sends the bytes, says that no more will come, and reads until the shop closes. */
  static String exchange(PracticeShop shop, byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (SocketException e) {
        // Closed before it was all said, which is an answer too.
      }
      return received(socket);
    }
  }

  private static String received(Socket socket) throws IOException {
    var text = new StringBuilder();
    var buffer = new byte[16_384];
    try {
      for (var n = 0; (n = socket.getInputStream().read(buffer)) >= 0; ) {
        text.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (SocketException e) {
      // A reset: what came before it counts.
    }
    return text.toString();
  }

  /** All the answers in what was received; it must hold nothing else. */
  static List<RawAnswer> all(String received) {
    var answers = new ArrayList<RawAnswer>();
    for (var rest = received; !rest.isEmpty(); ) {
      var end = rest.indexOf("\r\n\r\n");
      assertThat(end).as("the end of a head in %s", rest).isPositive();
      var lines = rest.substring(0, end).split("\r\n", -1);
      assertThat(lines[0]).matches(STATUS_LINE);
      var status = Integer.parseInt(lines[0].substring(9, 12));
      var headers = headers(lines);
      var body = rest.substring(end + 4);
      var length = status == 101 ? body.length() : length(headers, body);
      answers.add(new RawAnswer(status, headers, body.substring(0, length)));
      rest = status == 101 ? "" : body.substring(length);
    }
    return answers;
  }

  private static Map<String, String> headers(String[] lines) {
    var headers = new HashMap<String, String>();
    for (var i = 1; i < lines.length; i++) {
      assertThat(lines[i]).matches(HEADER_LINE);
      var colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return headers;
  }

  private static int length(Map<String, String> headers, String rest) {
    // The answer to a HEAD, or another answer behind one without a body.
    if (rest.isEmpty() || rest.startsWith("HTTP/1.")) {
      return 0;
    }
    if (headers.containsKey("transfer-encoding")) {
      return rest.indexOf("0\r\n\r\n") + 5;
    }
    var length = headers.get("content-length");
    if (length == null) {
      // It ends with the connection, as an answer to HTTP/1.0 does without a word (RFC 9112 §6.3).
      assertThat(headers.get("connection")).isIn(null, "close");
      return rest.length();
    }
    assertThat(rest.length()).isGreaterThanOrEqualTo(Integer.parseInt(length));
    return Integer.parseInt(length);
  }
}
