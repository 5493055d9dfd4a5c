package dev.squall.shop;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.routes.AccountRoutes;
import dev.squall.shop.routes.BytesRoutes;
import dev.squall.shop.routes.CartRoutes;
import dev.squall.shop.routes.CatalogueRoutes;
import dev.squall.shop.routes.HealthRoutes;
import dev.squall.shop.routes.HttpbinRoutes;
import dev.squall.shop.routes.MetricsRoutes;
import dev.squall.shop.routes.OrderRoutes;
import dev.squall.shop.routes.PlaceholderRoutes;
import dev.squall.shop.routes.PracticeRoutes;
import dev.squall.shop.routes.ProductRoutes;
import dev.squall.shop.routes.StreamRoutes;
import dev.squall.shop.routes.TroubleRoutes;
import dev.squall.shop.store.Accounts;
import dev.squall.shop.store.Blog;
import dev.squall.shop.store.Catalogue;
import dev.squall.shop.store.Tokens;
import dev.squall.shop.truth.Truth;
import dev.squall.shop.web.Authentication;
import dev.squall.shop.web.FrontDoor;
import dev.squall.shop.web.ProtocolErrors;
import dev.squall.shop.web.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A running practice shop: a small e-commerce API to point load tests at. Any number of them can
 * run in one JVM; their threads are daemons and keep no JVM alive.
 */
public final class PracticeShop implements AutoCloseable {

  private static final int MOST_THREADS = 32;
  private static final int BACKLOG = 4096;

  private final Server server;
  private final ServerConnector connector;
  private final Conduct conduct;
  private final Routes routes;
  private final String host;

  private PracticeShop(ShopOptions options) {
    host = options.host();
    // Beside the server's own beginnings: in a fresh JVM both mostly load classes.
    var stocked = CompletableFuture.supplyAsync(() -> new Catalogue(options.seed()));
    var written = CompletableFuture.supplyAsync(() -> new Blog(options.seed()));
    var threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("practice-shop");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = connector(server, options);
    conduct = new Conduct(options.seed(), threads);
    routes = new Routes(conduct);
    var accounts = new Accounts();
    var tokens = new Tokens(options.seed());
    var catalogue = stocked.join();
    HealthRoutes.add(routes, this::requests);
    ProductRoutes.add(routes, catalogue);
    AccountRoutes.add(routes, accounts, tokens);
    CartRoutes.add(routes, catalogue);
    OrderRoutes.add(routes);
    HttpbinRoutes.add(routes);
    PlaceholderRoutes.add(routes, written.join());
    TroubleRoutes.add(routes, options.seed());
    BytesRoutes.add(routes);
    CatalogueRoutes.add(routes, catalogue);
    StreamRoutes.add(routes);
    MetricsRoutes.add(routes, routes::counted);
    PracticeRoutes.add(routes, conduct, this::truth);
    conduct.behave(options.behaviour());
    server.setHandler(new FrontDoor(routes, conduct, new Authentication(accounts, tokens)));
    server.setErrorHandler(new ProtocolErrors(routes.unmatched().tally(), conduct));
  }

  /**
   * Starts a shop on loopback and any free port, with seed 42 and no misbehaviour.
   *
   * @throws UncheckedIOException when it cannot listen
   */
  public static PracticeShop start() {
    return start(ShopOptions.defaults());
  }

  /**
   * Starts a shop; it answers from the moment this returns.
   *
   * @throws UncheckedIOException when it cannot listen, because the port is taken for example
   */
  public static PracticeShop start(ShopOptions options) {
    var shop = new PracticeShop(options);
    try {
      shop.server.start();
      return shop;
    } catch (Exception e) {
      shop.close();
      var where = options.host() + ":" + options.port();
      var why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new UncheckedIOException(
          "the practice shop cannot listen on " + where + ": " + why, new IOException(e));
    }
  }

  /** Its address without a path, such as {@code http://127.0.0.1:8089}. */
  public URI url() {
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  /** The port it listens on, also where any free one was asked for. */
  public int port() {
    return connector.getLocalPort();
  }

  /** How many requests have arrived, exactly, without those to {@code /practice/*}. */
  public long requests() {
    return routes.counted().stream().mapToLong(route -> route.tally().requests()).sum();
  }

  /**
   * What the server counted and measured so far. The counts are taken one after the other: exact
   * once no request is under way.
   */
  public Truth truth() {
    var byName = new TreeMap<String, Truth.RouteTruth>();
    for (var route : routes.counted()) {
      var truth = route.tally().truth();
      if (truth.requests() > 0) {
        byName.put(route.name(), truth);
      }
    }
    var total = byName.values().stream().mapToLong(Truth.RouteTruth::requests).sum();
    return new Truth(total, byName);
  }

  /**
   * From now on for this long nothing is answered and no work begun; requests that arrive wait and
   * are answered afterwards. A freeze under way is only ever made longer; {@link #recover} ends it.
   *
   * @param time 0 to 10 minutes
   * @throws IllegalArgumentException when outside that range
   */
  public void freeze(Duration time) {
    conduct.freeze(time);
  }

  /** Changes the behaviour for requests from now on. */
  public void behave(Behaviour behaviour) {
    conduct.behave(behaviour);
  }

  /** From now on nothing goes wrong, and a freeze under way has ended. */
  public void recover() {
    conduct.recover();
  }

  /** The present behaviour. */
  public Behaviour behaviour() {
    return conduct.behaviour();
  }

  /**
   * Stops at once: open connections are closed, waiting requests get no answer, the port is free.
   */
  @Override
  public void close() {
    conduct.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the practice shop did not stop cleanly", e);
    }
  }

  private static ServerConnector connector(Server server, ShopOptions options) {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(ProtocolErrors.HEADER_LIMIT);
    var selectors = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    var connector =
        new ServerConnector(server, 1, selectors, new HttpConnectionFactory(configuration));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setAcceptQueueSize(BACKLOG);
    // Longer than the longest freeze and delay together: waiting is what this server is for.
    connector.setIdleTimeout(Duration.ofMinutes(15).toMillis());
    server.addConnector(connector);
    server.setStopTimeout(0);
    return connector;
  }
}
