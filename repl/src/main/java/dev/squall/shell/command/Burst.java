package dev.squall.shell.command;

import dev.squall.Squall;
import dev.squall.goal.Goal;
import dev.squall.httpx.Httpx;
import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.Run;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import dev.squall.shell.session.Session;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A load that a person asked for in words, on the base of the session and with the variables of
 * whoever probes.
 *
 * @param goals what would be good enough
 * @param plan what is run
 */
public record Burst(List<Goal> goals, Plan plan) {
  public Burst {
    goals = List.copyOf(goals);
  }

  /**
   * Of the draft, or of the last probe where the draft has no step.
   *
   * @param load such as {@code 20 users for 10s}
   * @throws ProblemException with all that is wrong with it
   */
  public static Burst of(Session session, String load) {
    return of(session, Arguments.of(load, 0, ""), true);
  }

  /**
   * Of a workload.
   *
   * @param load such as {@code 20 users for 10s}
   * @throws ProblemException with all that is wrong with it
   */
  public static Burst of(Session session, Workload workload, String load, Option... options) {
    var said = LoadLine.of(load, 0);
    var all = new ArrayList<>(usual(session, said));
    all.addAll(List.of(options));
    return new Burst(List.of(), plan(session, workload, said.load(), all.toArray(Option[]::new)));
  }

  /**
   * What stands behind a command.
   *
   * @param mayBeUnnamed whether the draft or the last probe is meant where nothing is named
   */
  static Burst of(Session session, Arguments arguments, boolean mayBeUnnamed) {
    if (!mayBeUnnamed
        && !HttpxCell.is(arguments)
        && arguments.word(0).filter(word -> !LoadLine.begins(word)).isEmpty()) {
      throw arguments.wrong(0, "what is to be run?", Target.HINT);
    }
    var target = Target.of(session, arguments);
    boolean said = whole(arguments).length() > end(arguments, target.words());
    var howMuch =
        said
            ? LoadLine.of(whole(arguments), begin(arguments, target.words()))
            : target
                .load()
                .map(Burst::own)
                .orElseThrow(
                    () -> arguments.wrong(arguments.count(), "how much is missing", LoadLine.HINT));
    try {
      return new Burst(
          target.goals(),
          plan(
              session, target.workload(), howMuch.load(), target.options(usual(session, howMuch))));
    } catch (ProblemException e) {
      throw placed(e, arguments, target, said);
    }
  }

  private static Httpx.HowMuch own(Load load) {
    return new Httpx.HowMuch(load, Optional.empty());
  }

  private static int begin(Arguments arguments, int words) {
    return words < arguments.count()
        ? arguments.words().get(words).from()
        : arguments.line().length();
  }

  private static int end(Arguments arguments, int words) {
    return words < arguments.count() ? 0 : arguments.line().length();
  }

  /** A load may stand below its command. */
  private static String whole(Arguments arguments) {
    return arguments.body().isBlank() || HttpxCell.is(arguments)
        ? arguments.line()
        : arguments.line() + "\n" + arguments.body();
  }

  /** What is wrong with the load stands where it was said; the rest in the file, if it is there. */
  private static ProblemException placed(
      ProblemException found, Arguments arguments, Target target, boolean said) {
    var ours = new ArrayList<Problem>();
    var others = new ArrayList<Problem>();
    for (var problem : found.problems()) {
      if (said && problem.position().equals(Position.in("load"))) {
        var place = Position.at("command", whole(arguments), begin(arguments, target.words()));
        ours.add(new Problem(place, problem.what(), problem.hint()));
      } else {
        others.add(problem);
      }
    }
    ours.addAll(
        target
            .script()
            .map(script -> script.placed(Map.of(target.workload().name(), others)))
            .orElse(others));
    return new ProblemException(ours);
  }

  /** Redirects lead to nobody else who may not be loaded. */
  private static List<Option> usual(Session session, Httpx.HowMuch said) {
    var options = new ArrayList<Option>();
    options.add(Squall.redirectsWithin(session.guard().allowed().toArray(String[]::new)));
    said.grace().map(Squall::grace).ifPresent(options::add);
    return options;
  }

  private static Plan plan(Session session, Workload workload, Load load, Option... options) {
    return Plan.of(ready(session, workload, options), load, Options.of(options));
  }

  /** On the base of the session, with the variables that nothing in it gives. */
  static Workload ready(Session session, Workload workload, Option... options) {
    var based = session.base().map(base -> on(workload, base)).orElse(workload);
    return GivenVariables.in(based, session.user().variables(), Options.of(options));
  }

  /** Where a scenario has a base it keeps it. */
  private static Workload on(Workload workload, String base) {
    return switch (workload) {
      case Scenario scenario -> scenario.base().isPresent() ? scenario : scenario.at(base);
      case Mix mix ->
          new Mix(
              mix.name(),
              mix.shares().stream()
                  .map(share -> new Mix.Share(share.weight(), based(share.scenario(), base)))
                  .toList(),
              mix.setup(),
              mix.teardown(),
              mix.variables());
    };
  }

  private static Scenario based(Scenario scenario, String base) {
    return scenario.base().isPresent() ? scenario : scenario.at(base);
  }

  /** Runs it; what was measured. */
  public Results run() {
    return start().await();
  }

  /** Begins it. */
  public Run start() {
    return Run.start(plan);
  }
}
