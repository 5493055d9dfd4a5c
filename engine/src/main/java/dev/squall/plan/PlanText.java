package dev.squall.plan;

import dev.squall.goal.Goal;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.OpenLoad;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A plan for a person to read: load, expected requests, steps, variables and where they come from.
 */
public final class PlanText {
  private static final double NANOS = 1e9;
  private static final String UNTIL_ITS_GOAL = "as many as it takes until its goal ends it";

  private final Plan plan;
  private final List<Goal> goals;
  private final StringBuilder text = new StringBuilder();

  private PlanText(Plan plan, List<Goal> goals) {
    this.plan = plan;
    this.goals = goals;
  }

  /** The plan and what would be good enough; ends with a line end. */
  public static String of(Plan plan, List<Goal> goals) {
    return new PlanText(plan, goals).text();
  }

  private String text() {
    line((plan.workload() instanceof Mix ? "mix " : "scenario ") + plan.workload().name());
    line("  load      " + plan.load());
    line("  expected  " + perIteration() + ";");
    line("            " + inAll());
    line("  asks      " + hosts());
    line("  settings  " + settings());
    for (var goal : goals) {
      line((goal.equals(goals.getFirst()) ? "  goals     " : "            ") + goal);
    }
    switch (plan.workload()) {
      case Scenario scenario -> parts(scenario);
      case Mix mix -> parts(mix);
    }
    var variables = VariableLines.of(plan);
    if (!variables.isEmpty()) {
      line("");
      line("variables");
      int width = variables.keySet().stream().mapToInt(String::length).max().orElse(0);
      variables.forEach((name, from) ->
          line("  " + name + " ".repeat(width - name.length() + 2) + String.join("; ", from)));
    }
    return text.toString();
  }

  private String hosts() {
    return plan.targets().stream()
        .map(target -> (target.secure() ? "https://" : "http://") + target.authority())
        .collect(Collectors.joining(", "));
  }

  private String settings() {
    var options = plan.options();
    return "cookies "
        + switch (options.cookies()) {
          case FRESH -> "fresh in each iteration";
          case USER -> "of each user";
          case SHARED -> "shared by all";
        }
        + ", connections "
        + switch (options.connections().reuse()) {
          case KEPT -> "kept";
          case FRESH -> "fresh for each request";
        }
        + ", seed "
        + options.seed()
        + (options.tls().verifies() ? "" : ", certificates NOT verified");
  }

  private void parts(Scenario scenario) {
    scenario
        .pacing()
        .ifPresent(cycle -> line("  pacing    each user begins one every " + seconds(cycle)));
    part("setup, once", scenario.setup());
    part("steps", scenario.steps());
    part("teardown, once", scenario.teardown());
  }

  private void parts(Mix mix) {
    part("setup, once", mix.setup());
    double sum = mix.shares().stream().mapToDouble(Mix.Share::weight).sum();
    for (var share : mix.shares()) {
      line("");
      line(number(100 * share.weight() / sum) + " % " + share.scenario().name());
      parts(share.scenario());
    }
    part("teardown, once", mix.teardown());
  }

  private void part(String name, List<Step> steps) {
    if (!steps.isEmpty()) {
      line("");
      line(name);
      StepLines.of(steps).forEach(step -> line("  " + step));
    }
  }

  private String perIteration() {
    var requests = requests();
    var range =
        requests.most() == requests.fewest()
            ? number(requests.most()) + (requests.most() == 1 ? " request" : " requests")
            : Double.isInfinite(requests.most())
                ? "at least "
                    + number(requests.fewest())
                    + (requests.fewest() == 1 ? " request" : " requests")
                : number(requests.fewest()) + " to " + number(requests.most()) + " requests";
    return range
        + " an iteration"
        + (requests.most() == requests.fewest()
            ? ""
            : Double.isNaN(requests.mean())
                ? ", depending on answers"
                : ", " + number(requests.mean()) + " on average");
  }

  private String inAll() {
    return switch (plan.load()) {
      case Iterations some -> iterations((double) some.count(), "");
      case OpenLoad open when open.profile().climbsWithoutEnd() -> UNTIL_ITS_GOAL;
      case OpenLoad open ->
          iterations(
              Math.rint(open.curve().levelSeconds()), open.until().isEmpty() ? "" : "at most ");
      case ClosedLoad closed when closed.profile().climbsWithoutEnd() -> UNTIL_ITS_GOAL;
      case ClosedLoad closed -> closed(closed);
    };
  }

  private String closed(ClosedLoad load) {
    double paused =
        Math.max(expected(Expected.Measure.PAUSES).mean() * plan.options().thinkScale(), pacing());
    if (!(paused > 0)) {
      return "as many iterations as the answers' times let "
          + (load.maxUsers() == 1 ? "1 user do" : load.maxUsers() + " users do");
    }
    // Each user begins its first at once.
    double most = load.maxUsers() + load.curve().levelSeconds() / paused;
    return iterations(Math.ceil(most), "at most about ")
        + ", for each takes "
        + number(paused)
        + " s without its requests";
  }

  private String iterations(double count, String atMost) {
    double requests = count * requests().mean();
    return atMost
        + number(count)
        + (count == 1 ? " iteration" : " iterations")
        + (Double.isNaN(requests)
            ? ""
            : ", " + number(requests) + (requests == 1 ? " request" : " requests"));
  }

  private double pacing() {
    return plan.workload() instanceof Scenario scenario
        ? scenario.pacing().map(PlanText::inSeconds).orElse(0.0)
        : 0;
  }

  private Expected requests() {
    return expected(Expected.Measure.REQUESTS);
  }

  private Expected expected(Expected.Measure measure) {
    return switch (plan.workload()) {
      case Scenario scenario -> Expected.of(scenario.steps(), measure);
      case Mix mix -> {
        double sum = mix.shares().stream().mapToDouble(Mix.Share::weight).sum();
        yield Expected.mixed(
            mix.shares().stream()
                .map(share -> Expected.of(share.scenario().steps(), measure))
                .toList(),
            mix.shares().stream().map(share -> share.weight() / sum).toList());
      }
    };
  }

  private static double inSeconds(Duration time) {
    return time.toNanos() / NANOS;
  }

  private static String seconds(Duration time) {
    return number(inSeconds(time)) + " s";
  }

  private static String number(double value) {
    if (value > 1e15) {
      return "more than 10^15";
    }
    return value >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', ' ')
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private void line(String words) {
    text.append(words.stripTrailing()).append('\n');
  }
}
