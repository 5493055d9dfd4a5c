package dev.squall.plan;

import dev.squall.data.Dataset;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The feeds of a scenario: opened, checked, and their columns made variables. */
final class FeedCompiler {
  private final Load load;
  private final Consumer<Problem> problems;

  FeedCompiler(Load load, Consumer<Problem> problems) {
    this.load = load;
    this.problems = problems;
  }

  /** The feeds that can be used; the others are problems, and nobody knows their columns. */
  List<PlannedFeed> compile(Scenario scenario, String here, Variables variables) {
    var taken = new HashSet<String>();
    var compiled = new ArrayList<PlannedFeed>();
    for (var feed : scenario.feeds()) {
      var position = Position.in(here + ", feed " + feed);
      Dataset.open(feed, compiled.size(), position, problems)
          .ifPresentOrElse(
              rows -> compiled.add(planned(rows, position, taken, variables)),
              variables::haveUnknownColumns);
    }
    return compiled;
  }

  private PlannedFeed planned(
      Dataset rows, Position position, Set<String> taken, Variables variables) {
    var slots = new ArrayList<Integer>();
    for (var column : rows.columns()) {
      if (BuiltInVariable.named(column).isPresent()) {
        tell(position, "the column " + column + " has the name of a built-in", "call it otherwise");
      } else if (!taken.add(column)) {
        tell(position, "two feeds have a column " + column, "call one of them otherwise");
      } else if (variables.isOwn(column)) {
        tell(
            position,
            "the column " + column + " has the name of a variable that a step extracts",
            "call one of them otherwise");
      }
      slots.add(variables.declare(column));
    }
    rows.mostUsers()
        .ifPresent(most -> {
          if (load.maxUsers() > most) {
            tell(
                position,
                load.maxUsers() + " users share " + most + " rows, and each wants its own",
                load instanceof OpenLoad
                    ? "add .maxUsers(" + most + ") to the load, or more rows"
                    : "take fewer users, more rows, or another order than .unique()");
          }
        });
    return new PlannedFeed(rows, slots);
  }

  private void tell(Position position, String what, String hint) {
    problems.accept(new Problem(position, what, hint));
  }
}
