package dev.squall.run;

import dev.squall.http.Deadline;
import dev.squall.http.Endpoint;
import dev.squall.http.Wire;
import dev.squall.http.WireSettings;
import dev.squall.plan.Plan;
import dev.squall.stats.Recorder;
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

  /** Users inside an iteration. One number and not a sum of several, so that it is never wrong. */
  final AtomicInteger busyUsers = new AtomicInteger();

  /** T0 on the monotonic clock; every time of the run counts from here. */
  final long t0;

  private final List<Endpoint> endpoints;
  private final List<Deadline> deadlines;

  /** When the load ended: what is intended later never starts. */
  private volatile long endedNanos = Long.MAX_VALUE;

  /** What still runs is cut off. */
  private volatile boolean interrupted;

  private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();

  RunContext(Plan plan, Recorder recorder, WireSettings settings) {
    var options = plan.options();
    this.plan = plan;
    this.recorder = recorder;
    this.wire = new Wire(settings);
    this.endpoints =
        plan.targets().stream()
            .map(target -> new Endpoint(target.host(), target.port(), target.secure()))
            .toList();
    this.deadlines =
        plan.requests().stream()
            .map(request ->
                new Deadline(request.timeoutNanos(), options.limits().idleTimeout().toNanos()))
            .toList();
    this.t0 = System.nanoTime();
  }

  /** Nanoseconds since T0. */
  long now() {
    return System.nanoTime() - t0;
  }

  Endpoint endpoint(int target) {
    return endpoints.get(target);
  }

  Deadline deadline(int request) {
    return deadlines.get(request);
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

  /** A thread of ours ended by an exception: our own bug, which ends the run. */
  void broke(Thread thread, Throwable by) {
    bug.compareAndSet(null, by);
  }

  /** The first of them. */
  @Nullable Throwable bug() {
    return bug.get();
  }
}
