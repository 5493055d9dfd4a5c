package dev.squall.shop;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.doors.Doors;
import dev.squall.shop.routes.AccountRoutes;
import dev.squall.shop.routes.BytesRoutes;
import dev.squall.shop.routes.CartRoutes;
import dev.squall.shop.routes.CatalogueRoutes;
import dev.squall.shop.routes.CertificateRoutes;
import dev.squall.shop.routes.EchoRoutes;
import dev.squall.shop.routes.HealthRoutes;
import dev.squall.shop.routes.HttpbinRoutes;
import dev.squall.shop.routes.MetricsRoutes;
import dev.squall.shop.routes.OrderRoutes;
import dev.squall.shop.routes.PageRoutes;
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
import dev.squall.shop.web.Route;
import dev.squall.shop.web.Routes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A running practice shop: a small e-commerce API to point load tests at. Any number of them can
 * run in one JVM; their threads are daemons and keep no JVM alive.
 */
public final class PracticeShop implements AutoCloseable {

  /** After the first answers: what is done here is only better done before it is asked for. */
  private static final Executor WARM_UP = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final Authentication authentication;
  private final Doors doors;
  private final Conduct conduct;
  private final Routes routes;
  private final Runnable warmUp;

  private PracticeShop(ShopOptions options) {
    // In a fresh JVM a start mostly loads classes: Jetty's there, the shop's own here.
    // A thread of its own: the common pool has one on two processors, and others may hold it.
    var prepared =
        CompletableFuture.runAsync(
            Doors::prepare, Thread.ofPlatform().daemon().name("shop-prepares")::start);
    var threads = Doors.threads();
    var made =
        prepared.thenApply(
            ready -> Doors.of(threads, options.host(), options.port(), options.tlsPort()));
    conduct = new Conduct(options.seed(), threads);
    routes = new Routes(conduct);
    var tokens = new Tokens(options.seed());
    var accounts = new Accounts();
    var catalogue = new Catalogue(options.seed());
    var blog = new Blog(options.seed());
    HealthRoutes.add(routes, this::requests);
    ProductRoutes.add(routes, catalogue);
    AccountRoutes.add(routes, accounts, tokens);
    CartRoutes.add(routes, catalogue);
    OrderRoutes.add(routes);
    HttpbinRoutes.add(routes);
    PlaceholderRoutes.add(routes, blog);
    TroubleRoutes.add(routes, options.seed());
    BytesRoutes.add(routes);
    CatalogueRoutes.add(routes, catalogue);
    StreamRoutes.add(routes);
    MetricsRoutes.add(routes, routes::counted);
    EchoRoutes.add(routes, conduct.gate());
    PageRoutes.add(routes);
    PracticeRoutes.add(routes, conduct, this::truth);
    CertificateRoutes.add(routes, () -> made.join().certificatePem());
    conduct.behave(options.behaviour());
    authentication = new Authentication(accounts, tokens);
    doors = made.join();
    warmUp =
        () -> {
          catalogue.render();
          blog.render();
        };
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
      shop.open();
      return shop;
    } catch (RuntimeException e) {
      shop.close();
      throw e;
    }
  }

  private void open() {
    doors.open(
        new FrontDoor(routes, conduct, authentication),
        new ProtocolErrors(routes.unmatched().tally(), conduct));
    WARM_UP.execute(warmUp);
  }

  /** Its address without a path, such as {@code http://127.0.0.1:8089}. */
  public URI url() {
    return doors.url();
  }

  /** The port it listens on, also where any free one was asked for. */
  public int port() {
    return doors.port();
  }

  /**
   * Its address over TLS, such as {@code https://127.0.0.1:8443}.
   *
   * @throws IllegalStateException when it was started without {@link ShopOptions#tls()}
   */
  public URI tlsUrl() {
    return doors.tlsUrl();
  }

  /**
   * The certificate it shows over TLS, made at its start and signed by itself: what a client is to
   * trust. {@code GET /practice/certificate} answers it in PEM.
   *
   * @throws IllegalStateException when it was started without {@link ShopOptions#tls()}
   */
  public X509Certificate certificate() {
    return doors.certificate();
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

  Collection<Route> routes() {
    return routes.added();
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

  /**
   * Adds faults to the present behaviour, for requests from now on.
   *
   * @param line such as {@code latency=fixed:20ms workers=8} for every route, or {@code POST
   *     /checkout: errors=10%:503} for one
   * @throws IllegalArgumentException when it cannot be read; nothing is changed
   */
  public void misbehave(String line) {
    conduct.behave(present -> present.with(line));
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
    doors.close();
  }
}
