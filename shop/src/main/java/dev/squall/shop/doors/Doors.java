package dev.squall.shop.doors;

import dev.squall.shop.web.ProtocolErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Where connections come in: a port that speaks HTTP/1.1 and HTTP/2 in plain text, and another that
 * speaks both over TLS where that was asked for.
 */
public final class Doors implements AutoCloseable {

  private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

  static {
    // By this Jetty pads a queue. Unsaid, it has the JVM's management loaded to ask for one flag,
    // which took a fifth of a shop's start.
    if (System.getProperty(REFERENCES) == null) {
      System.setProperty(REFERENCES, "16");
    }
  }

  private static final int MOST_THREADS = 32;
  private static final int BACKLOG = 4096;

  /** Of one door: more of them would leave no thread for the requests. */
  private static final int MOST_SELECTORS = 8;

  private final Server server;
  private final String host;
  private final ServerConnector plain;
  private final @Nullable SecureDoor secure;

  private Doors(Server server, String host, ServerConnector plain, @Nullable SecureDoor secure) {
    this.server = server;
    this.host = host;
    this.plain = plain;
    this.secure = secure;
  }

  /**
   * Begins what takes longest of a first start: Jetty's table of media types asks the JDK for every
   * locale there is.
   */
  public static void prepare() {
    var _ = MimeTypes.DEFAULTS;
  }

  /** Threads for a shop's doors and requests. */
  public static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("practice-shop");
    threads.setDaemon(true);
    return threads;
  }

  /**
   * Doors that are still closed.
   *
   * @param threads on which requests are worked on
   * @param host a name or an address
   * @param tlsPort of the port for TLS; there is none where it is empty
   */
  public static Doors of(ThreadPool threads, String host, int port, OptionalInt tlsPort) {
    var server = new Server(threads);
    server.setStopTimeout(0);
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(ProtocolErrors.HEADER_LIMIT);
    var plain =
        connector(
            server,
            host,
            port,
            new HttpConnectionFactory(configuration),
            new LazyHttp2(configuration));
    var secure =
        tlsPort.isPresent() ? SecureDoor.of(server, host, tlsPort.getAsInt(), configuration) : null;
    return new Doors(server, host, plain, secure);
  }

  static ServerConnector connector(
      Server server, String host, int port, ConnectionFactory... factories) {
    var processors = Runtime.getRuntime().availableProcessors();
    var selectors = Math.clamp(processors / 2, 1, MOST_SELECTORS);
    var connector = new ServerConnector(server, 1, selectors, factories);
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    // Longer than the longest freeze and delay together: waiting is what this server is for.
    connector.setIdleTimeout(Duration.ofMinutes(15).toMillis());
    server.addConnector(connector);
    return connector;
  }

  /**
   * Takes the ports and answers from then on.
   *
   * @throws UncheckedIOException naming the port that cannot be listened on
   */
  public void open(Handler handler, ErrorHandler errors) {
    server.setHandler(handler);
    server.setErrorHandler(errors);
    open(plain);
    if (secure != null) {
      open(secure.connector());
    }
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the practice shop did not start", e);
    }
  }

  /** Closes every connection and frees the ports. */
  @Override
  public void close() {
    // Where the second port was taken, the first is open though the server never started.
    plain.close();
    if (secure != null) {
      secure.connector().close();
    }
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the practice shop did not stop cleanly", e);
    }
  }

  private static void open(ServerConnector connector) {
    try {
      connector.open();
    } catch (IOException e) {
      var why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new UncheckedIOException(
          "the practice shop cannot listen on %s:%d: %s"
              .formatted(connector.getHost(), connector.getPort(), why),
          e);
    }
  }

  /** The plain port. */
  public int port() {
    return plain.getLocalPort();
  }

  /** The address of the plain port. */
  public URI url() {
    return url("http", port());
  }

  /**
   * The address of the port for TLS.
   *
   * @throws IllegalStateException where there is none
   */
  public URI tlsUrl() {
    return url("https", secure().connector().getLocalPort());
  }

  /**
   * What a client of the port for TLS is to trust.
   *
   * @throws IllegalStateException where there is none
   */
  public X509Certificate certificate() {
    return secure().identity().certificate();
  }

  /** The same in PEM; empty where there is no port for TLS. */
  public Optional<String> certificatePem() {
    return Optional.ofNullable(secure).map(door -> door.identity().pem());
  }

  private SecureDoor secure() {
    if (secure == null) {
      throw new IllegalStateException(
          "this shop has no port for TLS: start it with ShopOptions.defaults().tls()");
    }
    return secure;
  }

  private URI url(String scheme, int port) {
    return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }
}
