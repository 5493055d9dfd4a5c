package dev.squall.run;

import dev.squall.http.Deadline;
import dev.squall.http.Endpoint;
import dev.squall.http.KeepAlive;
import dev.squall.http.Wire;
import dev.squall.http.WireSettings;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.stats.Recorder;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What all users of a run share. */
final class RunContext {
  final Plan plan;
  final Recorder recorder;
  final Wire wire;
  final Timestamps timestamps = new Timestamps();
  final LongAdder busyUsers = new LongAdder();

  /** T0 on the monotonic clock; every time of the run counts from here. */
  final long t0;

  private final List<Endpoint> endpoints;
  private final List<Deadline> deadlines;

  /** Nothing new starts. */
  private volatile boolean ended;

  /** What still runs is cut off. */
  private volatile boolean interrupted;

  RunContext(Plan plan, Recorder recorder) {
    var options = plan.options();
    this.plan = plan;
    this.recorder = recorder;
    this.wire =
        new Wire(
            WireSettings.DEFAULT
                .withConnectTimeout(options.connectTimeout())
                .withIdleTimeout(options.idleTimeout())
                .withTotalTimeout(options.timeout())
                .withKeepAlive(
                    options.connections() == Options.Reuse.KEPT
                        ? KeepAlive.KEPT
                        : KeepAlive.FRESH));
    this.endpoints =
        plan.targets().stream().map(target -> new Endpoint(target.host(), target.port())).toList();
    this.deadlines =
        plan.requests().stream()
            .map(request -> new Deadline(request.timeoutNanos(), options.idleTimeout().toNanos()))
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
    ended = true;
  }

  boolean ended() {
    return ended;
  }

  void interrupt() {
    ended = true;
    interrupted = true;
  }

  boolean interrupted() {
    return interrupted;
  }
}
