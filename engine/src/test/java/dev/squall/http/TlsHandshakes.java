package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.TlsClient.Attempt.NotSecured;
import dev.squall.http.TlsClient.Attempt.Secured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Handshakes on virtual threads over sockets of their own, as connections make them. */
final class TlsHandshakes {
  private TlsHandshakes() {}

  /** A socket to the loopback address and port of that endpoint, whatever its host. */
  static Socket connect(Endpoint endpoint) throws IOException {
    boolean six = endpoint.host().indexOf(':') >= 0;
    var socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(
        new InetSocketAddress(InetAddress.ofLiteral(six ? "::1" : "127.0.0.1"), endpoint.port()));
    return socket;
  }

  /** One handshake, which only a hanging test does not end. The caller closes the socket. */
  static TlsClient.Attempt attempt(TlsClient client, Socket raw, Endpoint endpoint)
      throws Exception {
    return soon(() -> client.handshake(raw, endpoint));
  }

  private static <T> T soon(Callable<T> blocking) throws Exception {
    var over = new FutureTask<T>(blocking);
    Thread.ofVirtual().start(over);
    return over.get(10, TimeUnit.SECONDS);
  }

  static Failure refused(TlsSettings settings, Endpoint endpoint) throws Exception {
    try (var raw = connect(endpoint)) {
      var attempt = attempt(new TlsClient(settings), raw, endpoint);
      assertThat(raw.isClosed()).isFalse();
      assertThat(attempt).isInstanceOf(NotSecured.class);
      return ((NotSecured) attempt).failure();
    }
  }

  /** One handshake and one exchange, so that what the server sends after it is read too. */
  static Secured exchanged(TlsClient client, Endpoint endpoint) throws Exception {
    try (var raw = connect(endpoint)) {
      var attempt = attempt(client, raw, endpoint);
      assertThat(attempt).isInstanceOf(Secured.class);
      var secured = (Secured) attempt;
      secured.socket().getOutputStream().write(Exchanges.GET);
      var in = secured.socket().getInputStream();
      byte[] answer = soon(() -> in.readNBytes(Exchanges.OK.length()));
      assertThat(answer).isEqualTo(Parsing.bytes(Exchanges.OK));
      return secured;
    }
  }

  /** What the first exchange after a successful handshake fails with. */
  static Failure failedAfterwards(TlsSettings settings, Endpoint endpoint) throws Exception {
    try (var raw = connect(endpoint)) {
      var attempt = attempt(new TlsClient(settings), raw, endpoint);
      assertThat(attempt).isInstanceOf(Secured.class);
      return failureOfReading((Secured) attempt);
    }
  }

  static Failure failureOfReading(Secured secured) throws Exception {
    return soon(() -> {
      try {
        throw new AssertionError("read " + secured.socket().getInputStream().read(new byte[64]));
      } catch (IOException e) {
        return TlsClient.failure(e);
      }
    });
  }
}
