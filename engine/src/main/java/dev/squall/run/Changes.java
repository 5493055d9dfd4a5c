package dev.squall.run;

import dev.squall.plan.Plan;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.List;

/** What a load under way may be told, and why not where it may not. */
final class Changes {
  private static final double HIGHEST_RATE = 1e9;

  private final Plan plan;
  private final Crew crew;

  Changes(Plan plan, Crew crew) {
    this.plan = plan;
    this.crew = crew;
  }

  /** Whether the load, if it has a rate, had time left for this one. */
  boolean rate(double perSecond) {
    return switch (crew) {
      case OpenCrew open -> {
        if (!(perSecond >= 0 && perSecond <= HIGHEST_RATE)) {
          throw problem("a rate of " + perSecond + " per second cannot be kept", "rate(50)");
        }
        yield open.rate(perSecond);
      }
      case ClosedCrew _ ->
          throw problem("the load, " + plan.load() + ", has no rate", "users(30) changes it");
      case IterationsCrew _ -> throw problem("the load, " + plan.load() + ", has no rate", "");
    };
  }

  /** Whether the load, if its users can be set, had time left for them. */
  boolean users(int count) {
    return switch (crew) {
      case ClosedCrew closed -> {
        requireRoom(count, closed.ownUsers());
        yield closed.users(count);
      }
      case OpenCrew _ ->
          throw problem(
              "the load, " + plan.load() + ", has the users that it needs", "rate(50) changes it");
      case IterationsCrew _ ->
          throw problem("the load, " + plan.load() + ", keeps its users to its end", "");
    };
  }

  /** Users beyond the load's own have to find rows and connections as those did. */
  private void requireRoom(int count, int own) {
    if (count < 0) {
      throw problem(count + " users cannot be kept", "users(30)");
    }
    if (count > plan.mostUsers()) {
      throw problem(
          count + " users share " + plan.mostUsers() + " rows, and each wants its own",
          "users(" + plan.mostUsers() + ")");
    }
    if (count > own && plan.mostIterations() != Long.MAX_VALUE) {
      throw problem(
          count + " users are more than the load's own, whose rows end: the others would find none",
          "users(" + own + "), or begin with a load of more users");
    }
    if (count > own) {
      OwnMeans.requireMore(count - own, plan);
    }
  }

  private static ProblemException problem(String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in("run"), what, hint)));
  }
}
