package dev.squall.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Shakes hands over connected sockets. What it trusts and shows is read once for a wire; the
 * sessions it resumes are those of one user with one server, as a device has its own. A cache for
 * all users would be empty most of the time anyway: JSSE keeps ten tickets of a server, and uses a
 * ticket once (docs/decisions/008).
 *
 * <p>It blocks and knows no limit: whoever calls it has told the watch when it is overdue, and the
 * watch then closes the socket under it. What it makes is never closed by another thread.
 */
final class TlsClient {
  /** What came of a handshake. */
  sealed interface Attempt {
    /**
     * A connection to be read and written through this socket.
     *
     * @param resumed whether an earlier session was taken up
     * @param protocol such as {@code TLSv1.3}
     * @param cipherSuite such as {@code TLS_AES_128_GCM_SHA256}
     */
    record Secured(SSLSocket socket, boolean resumed, String protocol, String cipherSuite)
        implements Attempt {}

    /** None. Whether the watch ended it is for the caller to ask first. */
    record NotSecured(Failure failure) implements Attempt {}
  }

  private final TlsSettings settings;
  private final KeyManager[] keys;
  private final TrustManager[] trust;
  private final String[] protocols;
  private final @Nullable SSLContext shared; // null: a session would be taken up again

  /** Reads the platform's authorities if they are the ones to trust, which takes a while. */
  TlsClient(TlsSettings settings) {
    this.settings = settings;
    keys = new KeyManager[] {new ClientKey(settings.identity())};
    trust = new TrustManager[] {new ServerTrust(settings.verifies() ? pkix(settings) : null)};
    protocols = settings.protocols().toArray(String[]::new);
    shared = settings.resumes() ? context() : null;
  }

  private TlsClient(TlsClient other) {
    settings = other.settings;
    keys = other.keys;
    trust = other.trust;
    protocols = other.protocols;
    shared = settings.resumes() ? context() : null;
  }

  /** The same for somebody who resumes sessions of their own: some microseconds, 2 KB. */
  TlsClient forAnotherUser() {
    return new TlsClient(this);
  }

  /** The socket must be connected; it stays open whatever comes of it. */
  Attempt handshake(Socket raw, Endpoint peer) {
    var known = new Handshake();
    try {
      var context = shared != null ? shared : context();
      var factory = context.getSocketFactory();
      String host = name(peer.host());
      var socket = (SSLSocket) factory.createSocket(raw, host, peer.port(), false);
      var parameters = socket.getSSLParameters();
      parameters.setProtocols(protocols);
      parameters.setServerNames(serverNames(host));
      if (settings.verifies()) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
      }
      socket.setSSLParameters(parameters);
      ScopedValue.where(Handshake.CURRENT, known)
          .call(() -> {
            socket.startHandshake();
            return socket;
          });
      var session = socket.getSession();
      return new Attempt.Secured(
          socket, !known.certificateShown, session.getProtocol(), session.getCipherSuite());
    } catch (IOException e) {
      return new Attempt.NotSecured(TlsFailure.ofHandshake(e, known, raw));
    }
  }

  /**
   * Why reading or writing failed after the handshake. In TLS 1.3 this is also where a server tells
   * what it thinks of our certificate.
   */
  static Failure failure(IOException e) {
    return TlsFailure.ofStream(e);
  }

  /** As certificates know it: without a final dot, an address without its zone. */
  private static String name(String host) {
    int zone = host.indexOf('%');
    return zone > 0 && host.indexOf(':') >= 0
        ? host.substring(0, zone)
        : host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /**
   * An address has none (RFC 6066 §3). JSSE by itself would leave out names without a dot too. One
   * with an underscore is none for it, and its servers refuse who sends one.
   */
  private static List<SNIServerName> serverNames(String host) {
    if (isAddress(host)) {
      return List.of();
    }
    try {
      return List.of(new SNIHostName(host));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static boolean isAddress(String host) {
    if (host.indexOf(':') >= 0) {
      return true;
    }
    return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java speaks no TLS", e);
    }
  }

  private static X509ExtendedTrustManager pkix(TlsSettings settings) {
    try {
      var factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store(settings));
      for (var manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager pkix) {
          return pkix;
        }
      }
      throw new IllegalStateException("this Java verifies no certificates");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the authorities cannot be loaded", e);
    }
  }

  private static @Nullable KeyStore store(TlsSettings settings)
      throws GeneralSecurityException, IOException {
    if (settings.authorities().isEmpty()) {
      return null; // the platform's
    }
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (var authority : settings.authorities()) {
      store.setCertificateEntry("authority " + store.size(), authority);
    }
    return store;
  }
}
