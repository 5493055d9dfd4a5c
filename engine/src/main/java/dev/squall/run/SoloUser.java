package dev.squall.run;

import dev.squall.http.CookieJar;
import dev.squall.http.Endpoint;
import dev.squall.http.Origin;
import dev.squall.http.Wire;
import dev.squall.load.Users;
import dev.squall.plan.Connections;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.Routes;
import dev.squall.plan.Tls;
import dev.squall.plan.VariableNames;
import dev.squall.problem.Position;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Sample;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.stats.Trace;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One user that lives on between its requests: its variables, cookies and connections stay. One
 * request at a time; whoever sends another meanwhile waits. Everything else is for any thread at
 * any time.
 */
public final class SoloUser implements AutoCloseable {
  /** Its number, as of the first user of a load. */
  private static final int NUMBER = 1;

  /** What its connections are opened by: with other choices it needs others. */
  private record Way(Duration connectTimeout, Connections connections, Routes routes, Tls tls) {
    static Way of(Options options) {
      return new Way(
          options.limits().connectTimeout(),
          options.connections(),
          options.routes(),
          options.tls());
    }
  }

  private final CookieJar jar = new CookieJar();
  private final Timestamps timestamps = new Timestamps();
  private final Map<String, String> variables = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Object sending = new Object();

  // Under `sending`.
  private final LinkedHashMap<Endpoint, Origin> origins = new LinkedHashMap<>();
  private @Nullable Way way;
  private long sends;

  // Replaced under `sending`, closed at any time.
  private volatile @Nullable Wire wire;
  private volatile boolean closed;

  /** A user without variables, cookies and connections. */
  public SoloUser() {}

  /**
   * Sends one request now, as a step of this user: captures set its variables, checks are
   * evaluated. A capture that finds nothing leaves its variable without a value. An interrupt of
   * the calling thread ends the request, whose outcome says so.
   *
   * @param options those of a run; a relative path stands on their base
   * @throws ProblemException when it cannot be planned: then nothing was sent
   * @throws IllegalStateException when the user was closed before
   * @throws CompletionException when it ended by a bug of ours, which is its cause
   */
  public Trace.TracedStep send(Request request, Option... options) {
    synchronized (sending) {
      requireOpen();
      var known = variables();
      var plan = plan(request, known, Options.of(options));
      return Interruptible.perform("squall-solo", () -> send(plan, known));
    }
  }

  /** What the user knows is as good as set by a step that was performed before. */
  private static Plan plan(Request request, Map<String, String> known, Options options) {
    var probe = new Scenario("probe", List.of(request), Optional.empty());
    var names = List.copyOf(known.keySet());
    return Plan.of(
        names.isEmpty() ? probe : probe.setup(new Step.Code("variables", names, _ -> {})),
        new Users(1).iterations(1),
        options);
  }

  private Trace.TracedStep send(Plan plan, Map<String, String> known) {
    var context = Once.context(plan, wire(plan.options()));
    var tracer = new Tracer(context);
    var session = new Session(plan, timestamps, NUMBER);
    session.begin(sends, sends + 1, values(plan, known));
    sends++;
    var cookies = new UserCookies(jar, context.endpoints());
    var requests = new RequestPerformer(context, session, cookies, new Answer(true), tracer);
    requests.begin(Sample.Kind.OUTSIDE);
    requests.take(origins);
    try {
      var request = plan.requests().getFirst();
      if (requests.perform(request, context.now(), 0).checked()) {
        request
            .captures()
            .forEach(capture -> keep(capture.variable(), session.get(capture.slot())));
      }
    } finally {
      requests.giveBack(origins);
    }
    return tracer.steps().getLast();
  }

  private static @Nullable String[] values(Plan plan, Map<String, String> known) {
    return plan.variables().stream().map(known::get).toArray(String[]::new);
  }

  private void keep(String variable, @Nullable String value) {
    if (value == null) {
      variables.remove(variable);
    } else {
      variables.put(variable, value);
    }
  }

  private Wire wire(Options options) {
    var wanted = Way.of(options);
    var ready = wire;
    if (ready == null || !wanted.equals(way)) {
      var fresh = new Wire(Network.settings(options));
      if (ready != null) {
        ready.close();
      }
      origins.clear();
      ready = fresh;
      wire = fresh;
      way = wanted;
      if (closed) {
        fresh.close(); // whoever closed the user meanwhile closed the one before
      }
    }
    return ready;
  }

  /**
   * Looks at an answer of before as this request would have: its captures set the user's variables,
   * its checks are evaluated, nothing is sent. What was transformed for a person, a body that was
   * cut say, is looked at as it was kept.
   *
   * @throws ProblemException when the request cannot be planned
   */
  public Trace.TracedStep look(Request request, Trace.TracedStep answer, Option... options) {
    synchronized (sending) {
      var known = variables();
      var plan = plan(request, known, Options.of(options));
      var planned = plan.requests().getFirst();
      var context = Once.context(plan, wire(plan.options()));
      var session = new Session(plan, timestamps, NUMBER);
      session.begin(sends, sends + 1, values(plan, known));
      var evaluation =
          new Evaluation(session, Hindsight.of(planned, answer), context.recorder, context.log);
      evaluation.begin(planned);
      var _ = evaluation.capture(planned);
      planned.captures().forEach(capture -> keep(capture.variable(), session.get(capture.slot())));
      return answer.with(
          Tracer.captured(planned, evaluation),
          Tracer.checked(planned, evaluation.failedChecks(planned), evaluation));
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the user was closed");
    }
  }

  /** The variables that have a value, in the order in which they were first set. */
  public Map<String, String> variables() {
    synchronized (variables) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
  }

  /**
   * Sets a variable.
   *
   * @throws ProblemException when nothing can have this name
   */
  public void set(String name, String value) {
    VariableNames.problemOf(name, Position.in("variables"))
        .ifPresent(problem -> {
          throw new ProblemException(List.of(problem));
        });
    variables.put(name, value);
  }

  /** Takes a variable's value away, if it has one. */
  public void unset(String name) {
    variables.remove(name);
  }

  /** The cookies that have not expired, the oldest first. */
  public List<KeptCookie> cookies() {
    return KeptCookie.of(jar.cookies());
  }

  /** Forgets every cookie. */
  public void clearCookies() {
    jar.clear();
  }

  /** Closes every connection; a request under way ends with it. */
  @Override
  public void close() {
    closed = true;
    var open = wire;
    if (open != null) {
      open.close();
    }
  }
}
