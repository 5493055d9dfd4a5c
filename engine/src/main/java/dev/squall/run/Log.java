package dev.squall.run;

import dev.squall.plan.PlannedCapture;
import dev.squall.plan.PlannedCheck;
import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.secret.Secrets;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What users do, step by step, for whoever looks for a mistake. Through {@link System.Logger} under
 * the name {@code dev.squall}; where nobody listens there is no log, and nothing is formatted.
 * Values under names that speak of secrets are never shown.
 */
final class Log {
  private static final Logger LOGGER = System.getLogger("dev.squall");

  /**
   * What happens once in a run has a name of its own, so that it can be heard without the steps.
   */
  private static final Logger RUNS = System.getLogger("dev.squall.runs");

  private Log() {}

  /** The log of users' steps, if anybody listens to so much now. */
  static @Nullable Log ofSteps() {
    return LOGGER.isLoggable(Level.DEBUG) ? new Log() : null;
  }

  /** What happens once in a run; at DEBUG, because a library says nothing that nobody asked for. */
  static void info(Supplier<String> words) {
    RUNS.log(Level.DEBUG, words);
  }

  /** A bug of ours. */
  static void error(String words, Throwable bug) {
    LOGGER.log(Level.ERROR, words, bug);
  }

  /** A variable's value goes into a request. */
  void substituted(Session session, String name, String value) {
    debug(session, "${" + name + "} = " + shown(name, value));
  }

  /** A request goes out. */
  void sending(Session session, PlannedRequest request, String target) {
    debug(session, request.info().name() + ": " + request.method() + " " + Secrets.target(target));
  }

  /** A capture has looked. */
  void extracted(Session session, PlannedCapture capture, Found found) {
    debug(
        session,
        found instanceof Found.Missing
            ? capture.variable() + " found nothing: " + found.text()
            : capture.variable() + " = " + shown(capture.variable(), found.text()));
  }

  /** A check has looked. */
  void checked(Session session, PlannedCheck check, boolean holds, String actual) {
    debug(
        session,
        "check "
            + check.text()
            + (holds ? ": ok" : ": failed, it was ")
            + (holds ? "" : shown(check.text(), actual)));
  }

  /** A request ended. */
  void ended(Session session, PlannedRequest request, Sample sample) {
    var how =
        switch (sample.outcome()) {
          case Outcome.Ok() -> "ok";
          case Outcome.Interrupted() -> "interrupted";
          // A check that failed says what it found, and its kind where it looked.
          case Outcome.Failed(var category, var kind, var message) ->
              category.label() + " (" + kind + "): " + shown(kind, message);
        };
    debug(
        session,
        String.format(
            Locale.ROOT,
            "%s: %s%s after %.1f ms",
            request.info().name(),
            sample.status() == 0 ? "" : sample.status() + " ",
            how,
            sample.responseNanos() / 1e6));
  }

  private static String shown(String name, String value) {
    return Evaluation.cut(Secrets.shown(name, value));
  }

  private static void debug(Session session, String words) {
    LOGGER.log(
        Level.DEBUG, "user " + session.user() + ", iteration " + session.index() + ": " + words);
  }
}
