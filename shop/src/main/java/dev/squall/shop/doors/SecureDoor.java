package dev.squall.shop.doors;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The port for TLS 1.2 and 1.3, where ALPN (RFC 7301) chooses HTTP/2 or HTTP/1.1. */
record SecureDoor(ServerConnector connector, Identity identity) {

  /** Of a store that is never written anywhere. */
  private static final String PASSWORD = "in memory";

  static SecureDoor of(Server server, String host, int port, HttpConfiguration plain) {
    var identity = Identity.of(host);
    var configuration = new HttpConfiguration(plain);
    // Whatever name the machine goes by is fine: who cares compares it with the certificate.
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    var http1 = new HttpConnectionFactory(configuration);
    var http2 = Http2.customized(new HTTP2ServerConnectionFactory(Http2.of(configuration)));
    var alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(http1.getProtocol());
    var tls = new SslConnectionFactory(context(identity), alpn.getProtocol());
    return new SecureDoor(Doors.connector(server, host, port, tls, alpn, http2, http1), identity);
  }

  private static SslContextFactory.Server context(Identity identity) {
    var context = new SslContextFactory.Server();
    context.setKeyStore(store(identity));
    context.setKeyStorePassword(PASSWORD);
    context.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    return context;
  }

  private static KeyStore store(Identity identity) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var chain = new Certificate[] {identity.certificate()};
      store.setKeyEntry("shop", identity.key(), PASSWORD.toCharArray(), chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK keeps PKCS #12 stores in memory", e);
    }
  }
}
