package dev.squall.shell.command;

import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.httpx.Httpx;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.session.Session;
import dev.squall.stats.Results;
import java.util.Arrays;
import java.util.List;

/** {@code %expect}. */
final class GoalCommand {
  private static final String USUAL = "p95 < 300ms, errors < 1%";

  private GoalCommand() {}

  static Command expect() {
    return new Command(
        "expect",
        Group.RUN,
        "%expect GOALS [RUN]",
        "Holds a run against goals; its reports show how it met them.",
        "Goals are those of .httpx: " + USUAL + ", p99 of browse <= 1s, rps > 500.",
        List.of("%expect " + USUAL, "%expect errors < 1% r1"),
        "judge(runs(1), p95().isBelow(millis(300)), errorRate().isBelow(percent(1)))",
        GoalCommand::judge,
        ResultCommands.or(Arrays.stream(Metric.values()).map(Metric::word).toList(), "metric"));
  }

  private static String judge(Session session, Arguments arguments) {
    boolean names = !arguments.isEmpty() && arguments.words().getLast().text().matches("r\\d{1,6}");
    var named = names ? withoutRun(arguments) : arguments;
    var kept =
        names
            ? Chosen.of(session, arguments).one(session, arguments)
            : Chosen.last(session, arguments);
    var goals = goals(named);
    var results = Chosen.results(kept, arguments);
    goals.forEach(goal -> check(goal, results, named));
    return kept.judge(goals).toString().stripTrailing();
  }

  private static Arguments withoutRun(Arguments arguments) {
    var words = arguments.words();
    return new Arguments(
        arguments.line().substring(0, words.getLast().from()).stripTrailing(),
        arguments.from(),
        words.subList(0, words.size() - 1),
        arguments.body());
  }

  private static List<Goal> goals(Arguments arguments) {
    if (arguments.isEmpty()) {
      throw arguments.wrong(0, "what is expected?", USUAL);
    }
    int from = arguments.words().getFirst().from();
    try {
      return Httpx.goals("command", arguments.line().substring(from));
    } catch (ProblemException e) {
      throw new ProblemException(
          e.problems().stream().map(problem -> moved(problem, arguments.line(), from)).toList());
    }
  }

  /** Where the person wrote it. */
  private static Problem moved(Problem problem, String line, int by) {
    return problem.position() instanceof Position.InText(_, var row, var column, _) && row == 1
        ? new Problem(
            Position.at("command", line, line.offsetByCodePoints(by, column - 1)),
            problem.what(),
            problem.hint())
        : problem;
  }

  private static void check(Goal goal, Results results, Arguments arguments) {
    goal.step()
        .filter(step -> !ResultCommands.steps(results).contains(step))
        .ifPresent(step -> {
          int word = arguments.words().stream().map(each -> each.text()).toList().indexOf("of") + 1;
          throw arguments.wrong(
              word, "no step is called " + step, ResultCommands.meant(step, results));
        });
  }
}
