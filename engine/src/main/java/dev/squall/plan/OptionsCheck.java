package dev.squall.plan;

import dev.squall.load.Durations;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.function.Consumer;

/**
 * Options that make sense by themselves; what this machine can do of them is seen when a run
 * starts.
 */
final class OptionsCheck {
  private static final String OPTIONS = "options";
  private static final String KEEP = "keptBody(16_777_216) keeps 16 MiB";

  private final Options options;
  private final Consumer<Problem> problems;
  private final TimeCheck times;

  OptionsCheck(Options options, Consumer<Problem> problems) {
    this.options = options;
    this.problems = problems;
    this.times = new TimeCheck(problems);
  }

  void check() {
    var limits = options.limits();
    times.limit(OPTIONS, "a time-out", limits.timeout(), "timeout");
    times.limit(OPTIONS, "a connect time-out", limits.connectTimeout(), "connectTimeout");
    times.limitOrNone(OPTIONS, "an idle time-out", limits.idleTimeout(), "idleTimeout");
    if (!TimeCheck.canBeWaited(options.grace())) {
      problem(
          "a grace of " + Durations.print(options.grace()) + " cannot be kept",
          "grace(seconds(5)), at most a year");
    }
    // A year of pause, a hundred times, is still a number of nanoseconds.
    if (!(options.thinkScale() >= 0 && options.thinkScale() <= 100)) {
      problem(
          "pauses cannot be " + options.thinkScale() + " times as long",
          "thinkScale(0.1), from 0 for none to 100");
    }
    checkCount("redirects", limits.redirects(), "redirects(10), 0 for none");
    if (limits.keptBody() < 1) {
      problem("a limit of " + limits.keptBody() + " bytes keeps nothing", KEEP);
    }
    var connections = options.connections();
    checkCount("idle connections", connections.maxIdle(), "maxIdleConnections(32), 0 for none");
    times.limitOrNone(
        OPTIONS, "a pool's idle time-out", connections.idleTimeout(), "idleConnectionTimeout");
    times.limitOrNone(OPTIONS, "a TCP keep-alive", connections.tcpKeepAlive(), "tcpKeepAlive");
    times.limitOrNone(OPTIONS, "a time-to-live", options.routes().dnsTtl(), "dnsTtl");
  }

  private void checkCount(String noun, int count, String hint) {
    if (count < 0) {
      problem(count + " " + noun + " are no number of them", hint);
    }
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(OPTIONS), what, hint));
  }
}
