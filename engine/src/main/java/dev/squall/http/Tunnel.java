package dev.squall.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A way through a proxy to a server that speaks TLS (CONNECT, RFC 9110 §9.3.6). Whatever goes wrong
 * on it is the proxy's answer, and the server has seen nothing.
 */
final class Tunnel {
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int LONGEST_REASON = 80;

  /** The status line; nothing else of the answer matters. */
  private static final class Head implements ResponseSink {
    private int status;
    private String line = "";

    @Override
    public void head(int status, int minorVersion, byte[] buf, int reasonFrom, int reasonTo) {
      this.status = status;
      int to = Math.min(reasonTo, reasonFrom + LONGEST_REASON);
      line = (status + " " + Octets.printable(buf, reasonFrom, to)).strip();
    }

    @Override
    public void end(Timings timings) {}

    @Override
    public void failed(Failure failure, Timings timings) {}
  }

  private Tunnel() {}

  /** Opens one on a connection to the proxy; returns why there is none, if so. */
  static @Nullable Failure open(Socket socket, HttpProxy proxy, Endpoint target) {
    try {
      socket.getOutputStream().write(request(proxy, target));
      return answer(socket, proxy);
    } catch (IOException e) {
      return refused(proxy, "gave no answer to CONNECT: " + e.getMessage());
    }
  }

  private static byte[] request(HttpProxy proxy, Endpoint target) {
    var text = new StringBuilder();
    text.append("CONNECT ").append(target).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(target).append("\r\n");
    proxy
        .authorization()
        .ifPresent(value -> text.append("Proxy-Authorization: ").append(value).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Failure answer(Socket socket, HttpProxy proxy) throws IOException {
    var in = socket.getInputStream();
    var head = new Head();
    var parser = new ResponseParser(LONGEST_HEAD);
    parser.begin(true); // a tunnel has no body, and of a refusal nobody reads it
    var buf = new byte[1024];
    int from = 0;
    int to = 0;
    while (!parser.isDone()) {
      if (to == buf.length) {
        // The parser takes no more than its limit, so this ends.
        buf = Arrays.copyOf(buf, buf.length * 2);
      }
      int n = in.read(buf, to, buf.length - to);
      if (n < 0) {
        return refused(proxy, "closed the connection without an answer to CONNECT");
      }
      to += n;
      from = parser.feed(buf, from, to, head);
      var fault = parser.fault();
      if (fault != null) {
        return refused(proxy, "answered CONNECT with something else: " + fault.reason());
      }
    }
    if (head.status / 100 != 2) {
      return refused(proxy, "answered CONNECT with " + head.line);
    }
    // In TLS the client speaks first: these bytes are nobody's.
    return from < to ? refused(proxy, "sent " + (to - from) + " bytes into the tunnel") : null;
  }

  private static Failure refused(HttpProxy proxy, String what) {
    return new Failure(FailureKind.PROXY_REFUSED, "the proxy " + proxy.endpoint() + " " + what);
  }
}
