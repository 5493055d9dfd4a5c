package dev.squall.shop.web;

import dev.squall.shop.behaviour.Bandwidth;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.behaviour.Course;
import dev.squall.shop.behaviour.RouteConduct;
import dev.squall.shop.json.Refusal;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
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

  private final Route route;
  private final Map<String, String> parameters;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Conduct conduct;
  private final Authentication authentication;
  private final Course course;
  private long number;
  private boolean holdsRouteWorker;
  private boolean holdsShopWorker;
  private boolean isCounted;
  private Bandwidth bandwidth = Bandwidth.UNLIMITED;

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
    course = conduct.course();
  }

  void begin() {
    number = route.tally().arrived();
    conduct.gate().pass(this::takeRouteWorker);
  }

  private void takeRouteWorker() {
    var now = course.catchUp();
    var workers = route.conduct().workers();
    holdsRouteWorker = workers.areLimited();
    if (holdsRouteWorker) {
      workers.enter(now, this::takeShopWorker);
    } else {
      takeShopWorker(now);
    }
  }

  private void takeShopWorker(long at) {
    var workers = conduct.workers();
    holdsShopWorker = workers.areLimited();
    if (holdsShopWorker) {
      workers.enter(at, this::readBody);
    } else {
      readBody(at);
    }
  }

  private void readBody(long at) {
    course.beginAt(at);
    attempt(() -> {
      if (route.endpoint() instanceof Endpoint.Dropping) {
        BodyReader.drop(request, this);
      } else {
        BodyReader.keep(request, this);
      }
    });
  }

  @Override
  public void read(byte[] bytes, long length, boolean waited) {
    if (waited) {
      var _ = course.catchUp();
    }
    var fate = route.conduct().fate(number);
    bandwidth = fate.bandwidth();
    course.after(fate.latencyNanos(), () -> attempt(() -> meet(fate, bytes, length)));
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
    } else {
      perform(new Call(request, parameters, bytes), length);
    }
  }

  private void perform(Call call, long length) {
    try {
      switch (route.endpoint()) {
        case Endpoint.Open open -> send(open.answer(call));
        case Endpoint.Control control -> send(control.answer(call));
        case Endpoint.Dropping dropping -> send(dropping.answer(call, length));
        case Endpoint.SignedIn signedIn ->
            send(signedIn.answer(call, authentication.visitor(call.request())));
        case Endpoint.Upgrade upgrade -> upgrade(upgrade);
      }
    } catch (Refusal refusal) {
      send(Answer.of(refusal));
    }
  }

  private void upgrade(Endpoint.Upgrade upgrade) {
    // The worker is free when the handshake is answered, not when the connection ends.
    if (!upgrade.upgrade(request, new Handshake(request, response, this::switched), this)) {
      send(
          Answer.error(
              HttpStatus.UPGRADE_REQUIRED_426, "this path is for WebSocket over HTTP/1.1"));
    }
  }

  private void switched(long micros) {
    isCounted = true;
    route.tally().served(HttpStatus.SWITCHING_PROTOCOLS_101, micros);
  }

  private void send(Answer said) {
    course.after(said.delayNanos(), () -> attempt(() -> write(said)));
  }

  private void write(Answer said) {
    var micros = Writing.head(said, request, response);
    // Before the answer leaves: who has read an answer finds it in the truth.
    isCounted = true;
    route.tally().served(said.status(), micros);
    Writing.body(said.body(), bandwidth, course, request, response, this);
  }

  private void reset() {
    isCounted = true;
    route.tally().reset();
    Resets.reset(request);
    // Not a failure: that would be answered.
    succeeded();
  }

  /** Whatever fails, the request is answered once and its workers are free again. */
  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException bug) {
      System.getLogger("dev.squall.shop")
          .log(System.Logger.Level.ERROR, "the practice shop failed at " + route.name(), bug);
      if (isCounted) {
        failed(bug); // within its answer: the connection is cut
      } else {
        write(Answer.error(500, "the practice shop has a bug"));
      }
    }
  }

  @Override
  public void succeeded() {
    leave();
    callback.succeeded();
  }

  @Override
  public void failed(Throwable cause) {
    if (!isCounted) {
      isCounted = true;
      route.tally().gone();
    }
    leave();
    // What went wrong with a request that has a route is not counted as one that has none.
    callback.failed(cause instanceof HttpException ? new IOException(cause) : cause);
  }

  private void leave() {
    var since = holdsShopWorker || holdsRouteWorker ? course.due() : 0;
    if (holdsShopWorker) {
      holdsShopWorker = false;
      conduct.workers().leave(since);
    }
    if (holdsRouteWorker) {
      holdsRouteWorker = false;
      route.conduct().workers().leave(since);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
