package dev.squall.run;

import dev.squall.http.CookieJar;
import dev.squall.http.Deadline;
import dev.squall.http.Endpoint;
import dev.squall.http.Redirect;
import dev.squall.http.Wire;
import dev.squall.http.WireSettings;
import dev.squall.load.OpenLoad;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.TargetHost;
import dev.squall.stats.Recorder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What all users of a run share. */
final class RunContext {
  final Plan plan;
  final Recorder recorder;
  final Wire wire;
  final Timestamps timestamps = new Timestamps();

  /** Whom users tell what they do, if anybody listens. */
  final EventQueue events = new EventQueue();

  /** Where users tell every step; nothing where nobody listens. */
  final @Nullable Log log = Log.ofSteps();

  /** Users inside an iteration. One number and not a sum of several, so that it is never wrong. */
  final AtomicInteger busyUsers = new AtomicInteger();

  /** T0 on the monotonic clock; every time of the run counts from here. */
  private volatile long t0;

  /** What every iteration's variables begin with: what the setup left. */
  private volatile @Nullable String[] initialValues;

  private final List<Endpoint> endpoints;
  private final Deadline[] deadlines;
  private final @Nullable CookieJar sharedJar;
  private final boolean startsWithoutCookies;

  /** When the load ended: what is intended later never starts. */
  private volatile long endedNanos = Long.MAX_VALUE;

  /** What still runs is cut off. */
  private volatile boolean interrupted;

  private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();

  RunContext(Plan plan, Recorder recorder, WireSettings settings) {
    this(plan, recorder, new Wire(settings));
  }

  /** One on a wire that may have been used before. */
  RunContext(Plan plan, Recorder recorder, Wire wire) {
    var options = plan.options();
    this.plan = plan;
    this.recorder = recorder;
    this.wire = wire;
    this.endpoints =
        plan.targets().stream()
            .map(target -> new Endpoint(target.host(), target.port(), target.secure()))
            .toList();
    this.deadlines = deadlines(plan);
    var reach = options.cookies();
    this.sharedJar = reach == Options.Cookies.SHARED ? new CookieJar() : null;
    // An arrival of an open load is a new user, whoever performs it.
    this.startsWithoutCookies =
        reach == Options.Cookies.FRESH
            || (reach == Options.Cookies.USER && plan.load() instanceof OpenLoad);
    if (endpoints.stream().anyMatch(Endpoint::secure)) {
      wire.prepareTls();
    }
    // Loaded while there are files to load it from: the first answer may find none left.
    var _ = Redirect.redirects(0);
    this.initialValues = new @Nullable String[plan.variables().size()];
    this.t0 = System.nanoTime();
  }

  /** By the request's row in the statistics; where a row is no request, nobody asks. */
  private static Deadline[] deadlines(Plan plan) {
    var deadlines = new Deadline[plan.infos().size()];
    long idle = plan.options().limits().idleTimeout().toNanos();
    Arrays.fill(deadlines, Deadline.NONE);
    for (var request : plan.requests()) {
      deadlines[request.index()] = new Deadline(request.timeoutNanos(), idle);
    }
    return deadlines;
  }

  /** The load begins now: T0. What was performed before it had a clock of its own. */
  void begin() {
    t0 = System.nanoTime();
  }

  long t0() {
    return t0;
  }

  @Nullable String[] initialValues() {
    return initialValues;
  }

  /** To be called before any user begins. */
  void initialValues(@Nullable String[] values) {
    initialValues = values;
  }

  /** A user of a load is cut off with the run; a single one by whoever waits for it. */
  boolean isCutOff() {
    return interrupted || Thread.currentThread().isInterrupted();
  }

  /** Nanoseconds since T0. */
  long now() {
    return System.nanoTime() - t0;
  }

  /** The same for an instant of {@link System#nanoTime}; -1 stays what it is. */
  long sinceT0(long nanoTime) {
    return nanoTime < 0 ? -1 : nanoTime - t0;
  }

  Endpoint endpoint(int target) {
    return endpoints.get(target);
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  /** The place of an endpoint among the plan's targets, or -1. */
  int target(Endpoint endpoint) {
    return endpoints.indexOf(endpoint);
  }

  /** Whether a redirect may lead to a host. */
  boolean mayAsk(String host) {
    return plan.options()
        .routes()
        .within()
        .map(hosts ->
            TargetHost.isThisMachine(host)
                || hosts.stream().anyMatch(host::equalsIgnoreCase)
                || endpoints.stream().anyMatch(known -> known.host().equalsIgnoreCase(host)))
        .orElse(true);
  }

  /** A user's cookies: its own, or everybody's. */
  CookieJar jar() {
    return sharedJar == null ? new CookieJar() : sharedJar;
  }

  /** Whether an iteration knows nothing of the cookies of the one before. */
  boolean startsWithoutCookies() {
    return startsWithoutCookies;
  }

  Deadline deadline(int request) {
    return deadlines[request];
  }

  void end() {
    if (!ended()) {
      endedNanos = now();
    }
  }

  boolean ended() {
    return endedNanos != Long.MAX_VALUE;
  }

  long endedNanos() {
    return endedNanos;
  }

  void interrupt() {
    end();
    interrupted = true;
  }

  boolean interrupted() {
    return interrupted;
  }

  /** No user is left: what is performed from now on is not cut off with the load. */
  void outliveLoad() {
    interrupted = false;
  }

  /** A thread of ours ended by an exception: our own bug, which ends the run. */
  void broke(Thread thread, Throwable by) {
    bug.compareAndSet(null, by);
  }

  /** The first of them. */
  @Nullable Throwable bug() {
    return bug.get();
  }
}
