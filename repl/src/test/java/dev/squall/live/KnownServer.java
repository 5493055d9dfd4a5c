package dev.squall.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that counts what it is asked, and by how many connections. */
final class KnownServer implements AutoCloseable {
  private static final Map<String, Integer> STATUS = Map.of("/missing", 404, "/broken", 503);

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  final AtomicInteger requests = new AtomicInteger();
  final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger flaky = new AtomicInteger();

  KnownServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    connections.add(exchange.getRemoteAddress());
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/slow")) {
      pause();
    }
    boolean fails = path.equals("/flaky") && flaky.incrementAndGet() % 4 == 0;
    try (exchange) {
      exchange.sendResponseHeaders(fails ? 500 : STATUS.getOrDefault(path, 200), -1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
