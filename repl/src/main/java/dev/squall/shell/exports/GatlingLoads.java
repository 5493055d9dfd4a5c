package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.GatlingRequests.time;
import static dev.squall.shell.exports.JavaLiterals.number;
import static dev.squall.shell.exports.JavaLiterals.text;

import dev.squall.goal.Goal;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import java.util.List;
import java.util.Optional;

/** Loads as injection profiles, goals as assertions. */
final class GatlingLoads {
  private final GatlingContext context;

  GatlingLoads(GatlingContext context) {
    this.context = context;
  }

  private void untold(String what, String hint) {
    context.untold("scenario " + context.scenario.name(), what, hint);
  }

  /** How often each user performs the scenario. */
  static long repeats(Load load) {
    return load instanceof Iterations(var users, var count, _) && users > 0
        ? Math.min(Integer.MAX_VALUE, Math.max(1, Math.ceilDiv(count, users)))
        : 1;
  }

  Code inject(Code scenario, Optional<Load> load) {
    if (load.isEmpty()) {
      return scenario.dot("injectOpen", call("atOnceUsers", number(1L)));
    }
    if (!GatlingText.until(load.get()).isEmpty()) {
      untold("Gatling ends no load early", "what it should end at is left out");
    }
    return switch (load.get()) {
      case Iterations(var users, var count, var sharing) -> {
        if (sharing == Iterations.Sharing.SHARED || users < 1 || count % users != 0) {
          untold("Gatling shares no iterations", "each user performs as many");
        }
        yield scenario.dot("injectOpen", call("atOnceUsers", number((long) users)));
      }
      case ClosedLoad closed -> {
        untold(
            "a user of Gatling's performs one iteration",
            "each iteration is a new user with connections of its own");
        yield scenario.dot("injectClosed", closed(curve(Curve.of(closed))));
      }
      case OpenLoad open -> {
        if (open.queue().isPresent() || open.maxUsers() != OpenLoad.DEFAULT_MAX_USERS) {
          untold("Gatling has no limit on users of an open load", "");
        }
        boolean poisson = open.arrivals() == OpenLoad.Arrivals.POISSON;
        yield scenario.dot("injectOpen", open(curve(Curve.of(open)), poisson));
      }
    };
  }

  private Curve curve(Curve curve) {
    if (curve.isApproximate()) {
      untold("Gatling changes its load in straight lines", "waves are drawn with sixteen each");
    }
    return curve;
  }

  private static List<Code> closed(Curve curve) {
    return curve.lines().stream()
        .map(line -> {
          var from = number(Math.round(line.from()));
          var to = number(Math.round(line.to()));
          return line.isFlat()
              ? call("constantConcurrentUsers", from).dot("during", time(line.time()))
              : call("rampConcurrentUsers", from).dot("to", to).dot("during", time(line.time()));
        })
        .toList();
  }

  private static List<Code> open(Curve curve, boolean poisson) {
    return curve.lines().stream()
        .map(line -> {
          var during =
              line.isFlat() && line.from() == 0
                  ? call("nothingFor", time(line.time()))
                  : line.isFlat()
                      ? call("constantUsersPerSec", number(line.from()))
                          .dot("during", time(line.time()))
                      : call("rampUsersPerSec", number(line.from()))
                          .dot("to", number(line.to()))
                          .dot("during", time(line.time()));
          boolean drawn = poisson && !(line.isFlat() && line.from() == 0);
          return drawn ? during.dot("randomized") : during;
        })
        .toList();
  }

  Code assertion(Goal goal) {
    var whole =
        goal.step().map(name -> call("details", text(name))).orElseGet(() -> call("global"));
    var comparison =
        switch (goal.comparison()) {
          case BELOW -> "lt";
          case ABOVE -> "gt";
          case AT_MOST -> "lte";
          case AT_LEAST -> "gte";
        };
    return switch (goal.metric()) {
      case ERROR_RATE ->
          whole.dot("failedRequests").dot("percent").dot(comparison, real(goal.bound() * 100));
      case REQUEST_RATE -> whole.dot("requestsPerSec").dot(comparison, real(goal.bound()));
      case MEAN_TIME -> whole.dot("responseTime").dot("mean").dot(comparison, millis(goal));
      case MAX_TIME -> whole.dot("responseTime").dot("max").dot(comparison, millis(goal));
      case P50, P75, P90, P95, P99, P999 ->
          whole
              .dot("responseTime")
              .dot("percentile", real(Double.parseDouble(goal.metric().label().substring(1))))
              .dot(comparison, millis(goal));
    };
  }

  private static Code millis(Goal goal) {
    return Code.word(Integer.toString((int) Math.round(goal.bound())));
  }

  private static Code real(double number) {
    return Code.word(Double.toString(number));
  }
}
