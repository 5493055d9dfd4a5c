package dev.squall.shell;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Answers everything at once on loopback, {@code /missing} with 404; counts. */
public final class LoopbackServer implements AutoCloseable {
  private static final byte[] BODY = "{\"id\": 7}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final AtomicLong requests = new AtomicLong();
  private volatile String last = "";

  /** On a port of its own. */
  public LoopbackServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          last = exchange.getRequestURI().toString();
          boolean missing = exchange.getRequestURI().getPath().equals("/missing");
          exchange.sendResponseHeaders(missing ? 404 : 200, BODY.length);
          exchange.getResponseBody().write(BODY);
          exchange.close();
        });
    server.start();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many requests came. */
  public long requests() {
    return requests.get();
  }

  /** What the last one asked for. */
  public String last() {
    return last;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
