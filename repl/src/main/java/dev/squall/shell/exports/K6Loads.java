package dev.squall.shell.exports;

import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Loads as k6's executors, goals as its thresholds. */
final class K6Loads {
  private static final Pattern TAG = Pattern.compile("[^{},:\"'*]+");

  private final K6Context context;

  K6Loads(K6Context context) {
    this.context = context;
  }

  private String untold(String what, String hint) {
    return "// " + context.notes.add("scenario " + context.scenario.name(), what, hint);
  }

  void add(Load load, Lines to) {
    switch (load) {
      case Iterations(var users, var count, var sharing) -> {
        boolean shared = sharing == Iterations.Sharing.SHARED || users < 1 || count % users != 0;
        if (shared && sharing == Iterations.Sharing.DIVIDED) {
          to.add(untold("k6 divides iterations evenly only", "they are shared instead"));
        }
        to.add(shared ? "executor: 'shared-iterations'," : "executor: 'per-vu-iterations',");
        to.add("vus: " + users + ",");
        to.add("iterations: " + (shared ? count : count / users) + ",");
        to.add("maxDuration: '24h',");
      }
      case ClosedLoad closed -> closed(Curve.of(closed), to);
      case OpenLoad open -> open(open, Curve.of(open), to);
    }
  }

  private void approximate(Curve curve, Lines to) {
    if (curve.isApproximate()) {
      to.add(untold("k6 changes its load in straight lines", "waves are drawn with sixteen each"));
    }
  }

  private void closed(Curve curve, Lines to) {
    approximate(curve, to);
    if (curve.isConstant()) {
      to.add("executor: 'constant-vus',");
      to.add("vus: " + Math.round(curve.most()) + ",");
      to.add("duration: '" + time(curve.time()) + "',");
    } else {
      to.add("executor: 'ramping-vus',");
      to.add("startVUs: " + Math.round(first(curve)) + ",");
      stages(curve, 1, to);
    }
  }

  private void open(OpenLoad load, Curve curve, Lines to) {
    approximate(curve, to);
    if (load.arrivals() == OpenLoad.Arrivals.POISSON) {
      to.add(untold("k6 spaces arrivals evenly", "they were those of a Poisson process"));
    }
    if (load.queue().isPresent()) {
      to.add(untold("k6 lets no arrival wait", "what finds no user is dropped"));
    }
    if (load.profile().climbsWithoutEnd()) {
      to.add(untold("k6 climbs no stairs without end", "these end where they were cut"));
    }
    int unit = unit(curve);
    if (curve.isConstant()) {
      to.add("executor: 'constant-arrival-rate',");
      to.add("rate: " + Math.round(curve.most() * unit) + ",");
      to.add("timeUnit: '" + unit + "s',");
      to.add("duration: '" + time(curve.time()) + "',");
    } else {
      to.add("executor: 'ramping-arrival-rate',");
      to.add("startRate: " + Math.round(first(curve) * unit) + ",");
      to.add("timeUnit: '" + unit + "s',");
      stages(curve, unit, to);
    }
    long users = Math.clamp((long) Math.ceil(curve.most()), 1, load.maxUsers());
    to.add("preAllocatedVUs: " + users + ",");
    to.add("maxVUs: " + load.maxUsers() + ",");
  }

  private static double first(Curve curve) {
    return curve.lines().isEmpty() ? 0 : curve.lines().getFirst().from();
  }

  /** k6 wants whole numbers: of so many seconds, so that none is lost. */
  private static int unit(Curve curve) {
    for (int unit : List.of(1, 10, 100)) {
      boolean isWhole =
          curve.lines().stream()
              .allMatch(line -> whole(line.from() * unit) && whole(line.to() * unit));
      if (isWhole) {
        return unit;
      }
    }
    return 1000;
  }

  private static boolean whole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-9;
  }

  private static void stages(Curve curve, int unit, Lines to) {
    to.deeper("stages: [");
    double level = first(curve);
    for (var line : curve.lines()) {
      if (line.from() != level) {
        to.add("{ duration: '0s', target: " + Math.round(line.from() * unit) + " },");
      }
      to.add(
          "{ duration: '"
              + time(line.time())
              + "', target: "
              + Math.round(line.to() * unit)
              + " },");
      level = line.to();
    }
    to.back("],");
  }

  private static String time(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  /** Thresholds by the metric they stand under. */
  Map<String, List<String>> thresholds(List<Goal> goals, List<Goal> until) {
    var thresholds = new LinkedHashMap<String, List<String>>();
    for (var goal : goals) {
      put(goal, "'" + aggregate(goal, comparison(goal, false)) + "'", thresholds);
    }
    for (var goal : until) {
      var threshold = aggregate(goal, comparison(goal, true));
      put(
          goal,
          "{ threshold: '" + threshold + "', abortOnFail: true, delayAbortEval: '1s' }",
          thresholds);
    }
    return thresholds;
  }

  private void put(Goal goal, String threshold, Map<String, List<String>> to) {
    var step = goal.step();
    if (step.isPresent() && !TAG.matcher(step.get()).matches()) {
      untold("k6 has no goals of a step called " + step.get(), "");
      return;
    }
    var metric =
        switch (goal.metric()) {
          case ERROR_RATE -> "failed";
          case REQUEST_RATE -> "http_reqs";
          case P50, P75, P90, P95, P99, P999, MEAN_TIME, MAX_TIME -> "http_req_duration";
        };
    var key = Js.key(metric + step.map(name -> "{name:" + name + "}").orElse(""));
    to.computeIfAbsent(key, _ -> new ArrayList<>()).add(threshold);
  }

  private static String aggregate(Goal goal, String comparison) {
    var aggregate =
        switch (goal.metric()) {
          case MEAN_TIME -> "avg";
          case MAX_TIME -> "max";
          case ERROR_RATE, REQUEST_RATE -> "rate";
          case P50, P75, P90, P95, P99, P999 -> percentile(goal.metric());
        };
    return aggregate + comparison + Js.number(goal.bound());
  }

  private static String percentile(Metric metric) {
    return "p(" + metric.label().substring(1) + ")";
  }

  /** A threshold says what should be; what ends a load is what should not. */
  private static String comparison(Goal goal, boolean opposite) {
    return switch (goal.comparison()) {
      case BELOW -> opposite ? ">=" : "<";
      case ABOVE -> opposite ? "<=" : ">";
      case AT_MOST -> opposite ? ">" : "<=";
      case AT_LEAST -> opposite ? "<" : ">=";
    };
  }
}
