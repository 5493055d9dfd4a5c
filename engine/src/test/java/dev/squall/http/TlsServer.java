package dev.squall.http;

import dev.squall.http.Certificates.Issued;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback that speaks TLS and then does what a script says, once for each connection
 * whose handshake succeeded.
 *
 * <pre>{@code
 * var ca = Certificates.authority("Test CA");
 * try (var server = new TlsServer(Offer.of(ca.server("127.0.0.1")), (peer, k) -> {
 *     while (peer.request()) {
 *       peer.say(Exchanges.OK);
 *     }
 *   })) { … server.endpoint() … }
 * }</pre>
 *
 * The peer's streams are those inside TLS. At the end of the script the connection is closed in
 * order, with a close_notify; a {@link RawScript} may close the socket below, which says none.
 */
final class TlsServer implements AutoCloseable {
  /** A script that also gets hold of the socket under TLS. */
  interface RawScript {
    void serve(ScriptedServer.Peer peer, Socket raw, int k)
        throws IOException, InterruptedException;
  }

  /**
   * What the server offers.
   *
   * @param shown its certificate and key
   * @param clientAuthorities who must have signed the client's certificate; empty: none is wanted
   * @param protocols the versions it speaks
   * @param cipherSuites those it takes; empty: the usual ones
   */
  record Offer(
      Issued shown,
      List<X509Certificate> clientAuthorities,
      List<String> protocols,
      List<String> cipherSuites) {

    static Offer of(Issued shown) {
      return new Offer(shown, List.of(), List.of("TLSv1.3", "TLSv1.2"), List.of());
    }

    Offer needingClientsOf(Issued authority) {
      return new Offer(shown, authority.trusted(), protocols, cipherSuites);
    }

    Offer speaking(String... versions) {
      return new Offer(shown, clientAuthorities, List.of(versions), cipherSuites);
    }

    Offer ciphering(String... suites) {
      return new Offer(shown, clientAuthorities, protocols, List.of(suites));
    }
  }

  private final Offer offer;
  private final SSLContext context;
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final Queue<String> names = new ConcurrentLinkedQueue<>();

  TlsServer(Offer offer, ScriptedServer.Script script) throws IOException {
    this(offer, (peer, raw, k) -> script.serve(peer, k));
  }

  TlsServer(Offer offer, RawScript script) throws IOException {
    this(offer, InetAddress.ofLiteral("127.0.0.1"), script);
  }

  TlsServer(Offer offer, InetAddress address, RawScript script) throws IOException {
    this.offer = offer;
    context = offer.shown().context(offer.clientAuthorities());
    listener = new ServerSocket(0, 1024, address);
    Thread.ofVirtual().start(() -> accept(script));
  }

  /** Answers each request on a connection with that text. */
  static TlsServer answering(Offer offer, String text) throws IOException {
    return new TlsServer(
        offer,
        (peer, k) -> {
          while (peer.request()) {
            peer.say(text);
          }
        });
  }

  /** By its address, an IPv6 one without brackets. */
  Endpoint endpoint() {
    return endpoint(listener.getInetAddress().getHostAddress());
  }

  /** By another name of it, whatever that resolves to. */
  Endpoint endpoint(String host) {
    return new Endpoint(host, listener.getLocalPort(), true);
  }

  int connections() {
    return connections.get();
  }

  /** The server name of each handshake that succeeded, "" where there was none. */
  List<String> serverNames() {
    return List.copyOf(names);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept(RawScript script) {
    try {
      while (true) {
        var raw = listener.accept();
        int k = connections.getAndIncrement();
        Thread.ofVirtual().start(() -> serve(script, raw, k));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(RawScript script, Socket raw, int k) {
    try (raw;
        var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true)) {
      raw.setTcpNoDelay(true);
      socket.setEnabledProtocols(offer.protocols().toArray(String[]::new));
      if (!offer.cipherSuites().isEmpty()) {
        socket.setEnabledCipherSuites(offer.cipherSuites().toArray(String[]::new));
      }
      socket.setNeedClientAuth(!offer.clientAuthorities().isEmpty());
      socket.startHandshake();
      names.add(name((ExtendedSSLSession) socket.getSession()));
      script.serve(
          new ScriptedServer.Peer(socket, socket.getInputStream(), socket.getOutputStream()),
          raw,
          k);
    } catch (IOException | InterruptedException e) {
      // the client went away or was refused
    }
  }

  private static String name(ExtendedSSLSession session) {
    for (var name : session.getRequestedServerNames()) {
      return name instanceof SNIHostName host ? host.getAsciiName() : name.toString();
    }
    return "";
  }
}
