package dev.squall.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page about a run while it lasts, by server-sent events (WHATWG HTML, section 9.2). A frame a
 * second, drawn once for all viewers and only where there are any; drawing takes at most a tenth of
 * one processor, however long the run is. The last frame carries the verdict and stays.
 */
public final class LivePage implements AutoCloseable {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long LOOK_MILLIS = 50;
  private static final int SHARE = 10;
  private static final long FAREWELL_MILLIS = 2000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A name that leads here for once may belong to somebody else: DNS rebinding. */
  private static final Pattern OWN_HOST =
      Pattern.compile("(?i)(localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+])(:\\d{1,5})?");

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Audience audience = new Audience();
  private final String url;
  private @Nullable Thread teller;

  private LivePage(ListenAddress at) throws IOException {
    server = HttpServer.create(at.socket(), 0);
    // Platform threads: the virtual ones' carriers belong to the load.
    threads =
        new ThreadPoolExecutor(
            Audience.MOST + 8,
            Audience.MOST + 8,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> Thread.ofPlatform().daemon().name("squall-live-viewer").unstarted(work));
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    url = at.url(server.getAddress().getPort()) + "/";
  }

  /**
   * Listens; the page says that it waits for the run.
   *
   * @throws IOException when the port is taken or the address is not this machine's
   */
  public static LivePage open(ListenAddress at) throws IOException {
    return new LivePage(at);
  }

  /** From now on it tells of this run, once. */
  public void show(Snapshots run) {
    teller = Thread.ofPlatform().daemon().name("squall-live").start(() -> tell(run));
  }

  private void tell(Snapshots run) {
    try {
      while (!run.isDone()) {
        if (audience.isEmpty()) {
          Thread.sleep(LOOK_MILLIS);
        } else {
          long began = System.nanoTime();
          long spent = THREADS.getCurrentThreadCpuTime();
          audience.show(LiveFrame.of(run.get()));
          spent = THREADS.getCurrentThreadCpuTime() - spent;
          long next = began + Math.max(SECOND, SHARE * spent);
          while (!run.isDone() && System.nanoTime() - next < 0) {
            Thread.sleep(LOOK_MILLIS);
          }
        }
      }
      audience.show(LiveFrame.of(run.get()));
    } catch (CompletionException e) {
      audience.show(LiveFrame.broken("the run ended by a bug: " + e.getCause()));
    } catch (InterruptedException _) {
      audience.show(LiveFrame.broken("nobody tells any more"));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      var host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !OWN_HOST.matcher(host).matches()) {
        say(exchange, 403, "Open this page by its address, not by a name: " + url + "\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        headers.set("Allow", "GET");
        say(exchange, 405, "There is nothing to do here but look.\n");
      } else {
        switch (exchange.getRequestURI().getPath()) {
          case "/" -> page(exchange);
          case "/events" -> events(exchange);
          default -> say(exchange, 404, "There is one page: " + url + "\n");
        }
      }
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    send(exchange, status, text);
  }

  private static void page(HttpExchange exchange) throws IOException {
    var nonce = Page.nonce();
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", Page.policy(nonce));
    send(exchange, 200, Page.html(nonce));
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void events(HttpExchange exchange) throws IOException {
    if (!audience.enter()) {
      say(exchange, 503, "Too many watch already.\n");
      return;
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      audience.attend(exchange.getResponseBody());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      audience.leave();
    }
  }

  /** Where a browser finds it, {@code http://127.0.0.1:8090/}. */
  public String url() {
    return url;
  }

  /** Whoever watches gets the end of it first, if it is there and they are quick. */
  @Override
  public void close() {
    try {
      var telling = teller;
      if (telling != null) {
        telling.join(FAREWELL_MILLIS);
        audience.awaitGone(FAREWELL_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
