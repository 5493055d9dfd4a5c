package dev.squall.run;

import dev.squall.http.Deadline;
import dev.squall.http.Endpoint;
import dev.squall.http.FailureKind;
import dev.squall.http.NextRequest;
import dev.squall.http.Origin;
import dev.squall.http.Redirect;
import dev.squall.http.RenderedRequest;
import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Category;
import dev.squall.sample.Opened;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.stats.Trace.Hop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a request to its last answer: through the redirects that are followed, with the cookies of
 * each hop. Every exchange that is not the last is a sample of its own.
 */
final class Delivery implements AutoCloseable {
  /** Servers outside the plan whose connections are kept; redirects may lead to any number. */
  private static final int MOST_OTHERS = 32;

  private final RunContext context;
  private final int user;
  private final Answer answer;
  private final UserCookies cookies;
  private final @Nullable Origin[] origins; // of the plan's targets
  private final LinkedHashMap<Endpoint, Origin> others = new LinkedHashMap<>(0);
  private final NextRequest next = new NextRequest();

  private long begunNanos;

  // Of the request under way, as far as it was redirected.
  private List<Hop> hops = List.of();
  private List<String> visited = List.of();
  private Outcome.@Nullable Failed detour;

  Delivery(RunContext context, int user, Answer answer, UserCookies cookies) {
    this.context = context;
    this.user = user;
    this.answer = answer;
    this.cookies = cookies;
    this.origins = new @Nullable Origin[context.plan.targets().size()];
  }

  /** Goes on with these connections, those used last at the end; none is left there. */
  void take(SequencedMap<Endpoint, Origin> kept) {
    others.putAll(kept);
    for (int target = 0; target < origins.length; target++) {
      origins[target] = others.remove(context.endpoint(target));
    }
    kept.clear();
  }

  /** Leaves all its connections there; those of its own targets count as used last. */
  void giveBack(SequencedMap<Endpoint, Origin> kept) {
    kept.putAll(others);
    others.clear();
    for (int target = 0; target < origins.length; target++) {
      var origin = origins[target];
      if (origin != null) {
        kept.put(context.endpoint(target), origin);
        origins[target] = null;
      }
    }
    while (kept.size() > MOST_OTHERS) {
      kept.pollFirstEntry().getValue().close();
    }
  }

  /** Why the last answer could not be followed, though it should have been. */
  Outcome.@Nullable Failed detour() {
    return detour;
  }

  /** When the first exchange of the request under way was begun, as System.nanoTime. */
  long begunNanos() {
    return begunNanos;
  }

  /** The redirects that were followed, in order. */
  List<Hop> hops() {
    return hops;
  }

  /** Before a request, whether it comes to be sent or not. */
  void begin() {
    hops = List.of();
    detour = null;
  }

  /** Blocks until the last answer is there, or a failure. */
  void perform(PlannedRequest request, RenderedRequest first, long iteration, long intendedNanos) {
    exchange(origin(request.target()), first, context.deadline(request.index()));
    begunNanos = answer.begunNanos;
    tellAttempt(request, iteration, intendedNanos);
    boolean redirected = Redirect.redirects(answer.status) && answer.failure == null;
    if (!answer.setCookies().isEmpty() || redirected) {
      follow(new Leg(request, iteration, begunNanos), first, intendedNanos, redirected);
    }
  }

  /** What stays the same from hop to hop. */
  private record Leg(PlannedRequest request, long iteration, long began) {}

  private void follow(Leg leg, RenderedRequest first, long intendedNanos, boolean redirected) {
    var request = leg.request;
    var at = context.endpoint(request.target());
    var target = first.target();
    cookies.keep(at, target, answer.setCookies());
    if (!redirected || request.terms().redirects() == 0) {
      return;
    }
    var known = cookies.explicit();
    var explicit = known != null ? known : NextRequest.explicitCookies(first);
    var method = request.method();
    var current = first;
    long intended = intendedNanos;
    visited = new ArrayList<>();
    while (answer.failure == null
        && Redirect.redirects(answer.status)
        && answer.location() != null) {
      visited.add(method + " " + url(at, target));
      switch (Redirect.of(answer.status, method, at, target, answer.location())) {
        case Redirect.Nowhere(var why) -> {
          detour = failed("redirect_malformed", "the redirect leads nowhere: " + why);
          return;
        }
        case Redirect.To to when hops.size() == request.terms().redirects() -> {
          detour = endless(method, to);
          return;
        }
        case Redirect.To to when !context.mayAsk(to.endpoint().host()) -> {
          detour =
              failed(
                  "redirect_refused",
                  "it leads to " + to.endpoint().url() + ", which is not allowed");
          return;
        }
        case Redirect.To to -> {
          intended = tellHop(leg, intended, at, target);
          if (!to.isSameOrigin(at)) {
            explicit = null;
          }
          var own = explicit == null ? "" : explicit;
          current = next.follow(current, at, to, cookies.header(to.endpoint(), to.target(), own));
          method = to.asGet() ? "GET" : method;
          at = to.endpoint();
          target = to.target();
          answer.nextHop();
          exchange(origin(at), current, left(leg));
          tellAttempt(request, leg.iteration, intended);
          cookies.keep(at, target, answer.setCookies());
        }
      }
    }
  }

  /** The whole request has one limit; a hop gets what is left of it. */
  private Deadline left(Leg leg) {
    var whole = context.deadline(leg.request.index());
    long gone = System.nanoTime() - leg.began;
    return new Deadline(Math.max(1, whole.totalNanos() - gone), whole.idleNanos());
  }

  private Outcome.Failed endless(String method, Redirect.To to) {
    int most = hops.size();
    var there = (to.asGet() ? "GET" : method) + " " + url(to.endpoint(), to.target());
    return visited.contains(there)
        ? failed("redirect_loop", "after " + most + " redirects it leads to " + there + " again")
        : failed(
            "redirect_limit",
            "more than "
                + most
                + " redirects: the next leads to "
                + there
                + "; redirects(n) allows"
                + " more");
  }

  private static String url(Endpoint at, String target) {
    return at.url() + target;
  }

  private static Outcome.Failed failed(String kind, String message) {
    return new Outcome.Failed(Category.OTHER_ERROR, kind, message);
  }

  private void exchange(Origin origin, RenderedRequest rendered, Deadline deadline) {
    origin.exchange(rendered, deadline, answer);
    if (!answer.reused && answer.startedNanos >= 0) {
      context.recorder.record(
          new Opened(
              user,
              answer.startedNanos - context.t0(),
              answer.dnsNanos,
              answer.connectNanos,
              answer.tlsNanos,
              answer.tlsResumed));
    }
  }

  /** A kept connection was closed and the request sent again: what went before is told. */
  private void tellAttempt(PlannedRequest request, long iteration, long intendedNanos) {
    var attempt = answer.attempt();
    if (attempt != null) {
      context.recorder.record(
          sample(
              Sample.Kind.ATTEMPT,
              request,
              iteration,
              intendedNanos,
              attempt,
              new Outcome.Failed(
                  Category.NETWORK_ERROR, FailureKind.STALE_CONNECTION.label(), "sent again")));
    }
  }

  /** When the next hop is intended: now that this one ended. */
  private long tellHop(Leg leg, long intendedNanos, Endpoint at, String target) {
    var exchange = answer.exchanged();
    var sample =
        sample(Sample.Kind.HOP, leg.request, leg.iteration, intendedNanos, exchange, Outcome.OK);
    context.recorder.record(sample);
    if (hops.isEmpty()) {
      hops = new ArrayList<>();
    }
    hops.add(
        new Hop(
            url(at, target),
            answer.status,
            String.valueOf(answer.location()),
            sample.serviceNanos() / 1e6));
    return sample.endedNanos();
  }

  private Sample sample(
      Sample.Kind kind,
      PlannedRequest request,
      long iteration,
      long intendedNanos,
      Answer.Exchanged exchange,
      Outcome outcome) {
    return new Sample(
        kind,
        request.index(),
        user,
        iteration,
        intendedNanos,
        context.sinceT0(exchange.startedNanos()),
        context.sinceT0(exchange.firstByteNanos()),
        exchange.endedNanos() - context.t0(),
        exchange.status(),
        exchange.complete(),
        exchange.fullyWritten(),
        exchange.bytesSent(),
        exchange.bytesReceived(),
        0,
        false,
        outcome);
  }

  private Origin origin(int target) {
    var origin = origins[target];
    if (origin == null) {
      origin = context.wire.origin(context.endpoint(target));
      origins[target] = origin;
    }
    return origin;
  }

  private Origin origin(Endpoint endpoint) {
    int planned = context.target(endpoint);
    return planned >= 0 ? origin(planned) : other(endpoint);
  }

  /** The one that was not asked for the longest time makes room. */
  private Origin other(Endpoint endpoint) {
    var known = others.remove(endpoint);
    if (known == null && others.size() >= MOST_OTHERS) {
      others.pollFirstEntry().getValue().close();
    }
    var origin = known == null ? context.wire.origin(endpoint) : known;
    others.put(endpoint, origin);
    return origin;
  }

  @Override
  public void close() {
    for (var origin : origins) {
      if (origin != null) {
        origin.close();
      }
    }
    others.values().forEach(Origin::close);
  }
}
