package dev.squall.shop.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.store.Accounts;
import dev.squall.shop.store.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resets on every kind of connection that Jetty makes. */
class ResetsTest {

  private static final String PASSWORD = "changeit";
  private static final byte END_STREAM = 1;
  private static final byte END_HEADERS = 4;

  @TempDir private static Path folder;

  private static Server server;
  private static Conduct conduct;
  private static Routes routes;
  private static KeyStore keys;
  private static Map<Boolean, ServerConnector> connectors;

  @BeforeAll
  static void start() throws Exception {
    keys = keys(folder.resolve("keys.p12"));
    var threads = new QueuedThreadPool(8, 2);
    server = new Server(threads);
    conduct = new Conduct(42, threads);
    routes = new Routes(conduct);
    routes.open("GET", "/health", call -> Answer.message("never said"));
    routes.open("POST", "/health", call -> Answer.message("never said"));
    conduct.behave(Behaviour.GOOD.with("resets=100% workers=1"));
    server.setHandler(
        new FrontDoor(routes, conduct, new Authentication(new Accounts(), new Tokens(42))));
    var configuration = new HttpConfiguration();
    var plain =
        connector(
            new HttpConnectionFactory(configuration),
            new HTTP2CServerConnectionFactory(configuration));
    var overTls = new HttpConfiguration();
    overTls.addCustomizer(new SecureRequestCustomizer(false));
    var context = new SslContextFactory.Server();
    context.setKeyStore(keys);
    context.setKeyStorePassword(PASSWORD);
    var alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
    alpn.setDefaultProtocol("http/1.1");
    var secure =
        connector(
            new SslConnectionFactory(context, "alpn"),
            alpn,
            new HTTP2ServerConnectionFactory(overTls),
            new HttpConnectionFactory(overTls));
    connectors = Map.of(false, plain, true, secure);
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    conduct.close();
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({"http/1.1, false", "h2, false", "http/1.1, true", "h2, true"})
  void aResetIsTcpsOwnWhateverIsAbove(String protocol, boolean isSecure) throws Exception {
    var connector = connectors.get(isSecure);
    var before = routes.find("GET", "/health").route().tally().truth().resets();
    // Three, because the one worker of this shop must be free again after each.
    for (var i = 0; i < 3; i++) {
      try (var socket = isSecure ? secure(connector, protocol) : plain(connector)) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request(protocol, isSecure));
        // Not an end of the stream, nor a farewell of TLS, nor a GOAWAY with an end behind it.
        assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
            .isInstanceOf(SocketException.class)
            .hasMessageContaining("reset");
      }
    }
    var truth = routes.find("GET", "/health").route().tally().truth();
    assertThat(truth.resets()).isEqualTo(before + 3);
    assertThat(truth.statuses()).isEmpty();
    // The server keeps nothing of a connection that it has reset.
    for (var i = 0; i < 1_000 && !connector.getConnectedEndPoints().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(connector.getConnectedEndPoints()).isEmpty();
  }

  @Test
  void aStreamThatItsClientCancelsIsCountedOnceAndFreesItsWorker() throws Exception {
    var tally = routes.find("POST", "/health").route().tally();
    for (var i = 1; i <= 3; i++) {
      try (var socket = plain(connectors.get(false))) {
        var out = socket.getOutputStream();
        // A body is announced, and does not come: the one worker waits for it.
        out.write(http2((byte) 0x83, (byte) 0x86, END_HEADERS));
        awaitThat(i, tally::requests);
        out.write(new byte[] {0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 8}); // RST_STREAM, CANCEL
        awaitThat(i, () -> tally.truth().statuses().getOrDefault(499, 0L));
      }
    }
    assertThat(tally.requests()).isEqualTo(3);
    assertThat(tally.truth().statuses()).isEqualTo(Map.of(499, 3L));
    assertThat(routes.unmatched().tally().requests()).isZero();
  }

  private static void awaitThat(long expected, LongSupplier number) throws InterruptedException {
    for (var i = 0; i < 1_000 && number.getAsLong() != expected; i++) {
      Thread.sleep(10);
    }
    assertThat(number.getAsLong()).isEqualTo(expected);
  }

  private static byte[] request(String protocol, boolean isSecure) throws IOException {
    if (protocol.equals("http/1.1")) {
      return "GET /health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1);
    }
    var scheme = (byte) (isSecure ? 0x87 : 0x86);
    return http2((byte) 0x82, scheme, (byte) (END_STREAM | END_HEADERS));
  }

  /** The beginning of an HTTP/2 connection with one request for /health. */
  private static byte[] http2(byte method, byte scheme, byte flags) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
    all.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // SETTINGS, empty
    // RFC 7541: method and scheme from the static table, :path and :authority written out.
    var block = new ByteArrayOutputStream();
    block.write(new byte[] {method, scheme, 0x04, 7});
    block.write("/health".getBytes(ISO_8859_1));
    block.write(new byte[] {0x01, 1, 'a'});
    all.write(new byte[] {0, 0, (byte) block.size(), 1, flags, 0, 0, 0, 1}); // HEADERS, stream 1
    block.writeTo(all);
    return all.toByteArray();
  }

  private static Socket plain(ServerConnector connector) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
  }

  private static Socket secure(ServerConnector connector, String protocol) throws Exception {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    var socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    var parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
    return socket;
  }

  private static ServerConnector connector(ConnectionFactory... factories) {
    var connector = new ServerConnector(server, 1, 1, factories);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    return connector;
  }

  private static KeyStore keys(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "shop",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    assertThat(made.inputReader().readAllAsString()).doesNotContain("Exception");
    assertThat(made.waitFor()).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }
}
