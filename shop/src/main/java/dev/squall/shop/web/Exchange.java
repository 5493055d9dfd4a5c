package dev.squall.shop.web;

import dev.squall.shop.behaviour.Bandwidth;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.behaviour.RouteConduct;
import dev.squall.shop.behaviour.Workers;
import dev.squall.shop.json.Refusal;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One request on its way: frozen? – free worker? – body – latency – frozen? – its fate or the route
 * – frozen? – answer. No step holds a thread while it waits, so ten thousand slow requests cost ten
 * thousand small objects.
 */
final class Exchange implements Callback, BodyReader.Sink {

  /** Wake-ups later than this are not made up for: after a pause nobody wants a burst. */
  private static final long FORGIVEN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Route route;
  private final Map<String, String> parameters;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Conduct conduct;
  private final Authentication authentication;
  private boolean holdsRouteWorker;
  private boolean holdsShopWorker;
  private Bandwidth bandwidth = Bandwidth.UNLIMITED;
  // When it is due to go on: waits are added to it, not to the later time at which a thread woke.
  private long due;

  Exchange(
      Routes.Found found,
      Request request,
      Response response,
      Callback callback,
      Conduct conduct,
      Authentication authentication) {
    this.route = found.route();
    this.parameters = found.parameters();
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.conduct = conduct;
    this.authentication = authentication;
  }

  void begin() {
    route.tally().arrived();
    conduct.gate().pass(this::takeRouteWorker);
  }

  private void takeRouteWorker() {
    var workers = route.conduct().workers();
    holdsRouteWorker = workers.areLimited();
    take(holdsRouteWorker, workers, at -> takeShopWorker());
  }

  private void takeShopWorker() {
    var workers = conduct.workers();
    holdsShopWorker = workers.areLimited();
    take(holdsShopWorker, workers, this::readBody);
  }

  private static void take(boolean isNeeded, Workers workers, Workers.Task task) {
    if (isNeeded) {
      workers.enter(task);
    } else {
      task.begin(System.nanoTime());
    }
  }

  private void readBody(long at) {
    due = at;
    if (route.endpoint() instanceof Endpoint.Dropping) {
      BodyReader.drop(request, this);
    } else {
      BodyReader.keep(request, this);
    }
  }

  @Override
  public void read(byte[] bytes, long length, boolean waited) {
    if (waited) {
      due = System.nanoTime();
    }
    var fate = route.conduct().next();
    bandwidth = fate.bandwidth();
    due += fate.latencyNanos();
    conduct.at(due, () -> conduct.gate().pass(() -> meet(fate, bytes, length)));
  }

  @Override
  public void refused(Refusal refusal) {
    send(Answer.of(refusal));
  }

  private void meet(RouteConduct.Fate fate, byte[] bytes, long length) {
    if (fate.isReset()) {
      reset();
    } else if (fate.errorStatus() != 0) {
      send(Answer.error(fate.errorStatus(), "the shop was told to fail here"));
    } else if (route.endpoint() instanceof Endpoint.Upgrade upgrade) {
      upgrade(upgrade);
    } else {
      perform(new Call(request, parameters, bytes), length);
    }
  }

  private void upgrade(Endpoint.Upgrade upgrade) {
    if (upgrade.upgrade(request, response, this)) {
      route.tally().served(HttpStatus.SWITCHING_PROTOCOLS_101, Writing.micros(request));
    } else {
      send(Answer.error(HttpStatus.UPGRADE_REQUIRED_426, "this path is for WebSocket clients"));
    }
  }

  private void perform(Call call, long length) {
    try {
      var said =
          switch (route.endpoint()) {
            case Endpoint.Open open -> open.answer(call);
            case Endpoint.Control control -> control.answer(call);
            case Endpoint.Dropping dropping -> dropping.answer(call, length);
            case Endpoint.SignedIn signedIn ->
                signedIn.answer(call, authentication.visitor(call.request()));
            case Endpoint.Upgrade _ -> throw new IllegalStateException("an upgrade has no answer");
          };
      due += said.delayNanos();
      conduct.at(due, () -> send(said));
    } catch (Refusal refusal) {
      send(Answer.of(refusal));
    } catch (RuntimeException bug) {
      System.getLogger("dev.squall.shop")
          .log(System.Logger.Level.ERROR, "the practice shop failed at " + route.name(), bug);
      send(Answer.error(500, "the practice shop has a bug"));
    }
  }

  private void send(Answer said) {
    conduct.gate().pass(() -> write(said));
  }

  private void write(Answer said) {
    var micros = Writing.head(said, request, response);
    // Before the answer leaves: who has read an answer finds it in the truth.
    route.tally().served(said.status(), micros);
    Writing.body(said.body(), bandwidth, conduct, request, response, this);
  }

  private void reset() {
    route.tally().reset();
    Resets.reset(request);
    // Not a failure: that would be answered, and counted as a request that no route takes.
    succeeded();
  }

  @Override
  public void succeeded() {
    leave();
    callback.succeeded();
  }

  @Override
  public void failed(Throwable cause) {
    leave();
    callback.failed(cause);
  }

  private void leave() {
    if (holdsShopWorker || holdsRouteWorker) {
      var freeSince = Math.max(due, System.nanoTime() - FORGIVEN_NANOS);
      if (holdsShopWorker) {
        conduct.workers().leave(freeSince);
      }
      if (holdsRouteWorker) {
        route.conduct().workers().leave(freeSince);
      }
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
