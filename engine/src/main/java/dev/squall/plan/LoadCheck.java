package dev.squall.plan;

import dev.squall.goal.Goal;
import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Durations;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.Spike;
import dev.squall.load.Stage;
import dev.squall.problem.Nearest;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** Tells everything about a load that cannot be kept or does nothing. */
final class LoadCheck {
  private static final double HIGHEST = 1e9;

  /** What a compression has to leave of each time. */
  private static final double SHORTEST_NANOS = 1000;

  /** What one wave or one stretch of days may come to. */
  private static final long MOST_PERIODS = 100_000;

  private final Load load;
  private final Consumer<Problem> problems;

  LoadCheck(Load load, Consumer<Problem> problems) {
    this.load = load;
    this.problems = problems;
  }

  void check() {
    if (load.maxUsers() < 1) {
      problem("a load needs at least one user, not " + load.maxUsers(), "users(20)");
    }
    switch (load) {
      case ClosedLoad(var profile, var until, var compression) -> {
        levels(profile)
            .filter(level -> load.maxUsers() >= 1 && !isKept(level))
            .forEach(level -> problem(level + " users cannot be kept", "users(20)"));
        profile(profile, compression, until);
      }
      case OpenLoad(var profile, _, _, var queue, var until, var compression) -> {
        rates(profile);
        if (queue.isPresent() && queue.getAsInt() < 0) {
          problem("a queue of " + queue.getAsInt() + " holds nobody", "queue(100), 0 for none");
        }
        profile(profile, compression, until);
      }
      case Iterations(_, var count, _) -> {
        if (count < 1) {
          problem(count + " iterations do nothing", "users(5).iterations(100)");
        }
      }
    }
  }

  /** That a worker is one of those that share the load. */
  void checkPart(Options.Part part) {
    if (part.worker() < 0 || part.worker() >= part.workers()) {
      problem(
          "there is no worker " + part.worker() + " of " + part.workers(),
          "part(0, 4) is the first of four, part(3, 4) the last");
    }
  }

  /** That a load's goals speak of steps that there are. */
  void checkGoals(Collection<String> steps) {
    for (var goal : until()) {
      if (!Double.isFinite(goal.bound())) {
        problem("the goal " + goal + " can never hold", "give it a number");
      }
      goal.step()
          .filter(step -> !steps.contains(step))
          .ifPresent(step ->
              problem(
                  "no step is called " + step,
                  Nearest.to(step, steps).map(near -> "perhaps " + near).orElse("")));
    }
  }

  private List<Goal> until() {
    return switch (load) {
      case ClosedLoad closed -> closed.until();
      case OpenLoad open -> open.until();
      case Iterations _ -> List.of();
    };
  }

  private void rates(Profile profile) {
    var wrong = levels(profile).filter(level -> !isKept(level)).distinct().toArray();
    for (double rate : wrong) {
      rate(rate);
    }
    if (wrong.length == 0 && levels(profile).allMatch(level -> level == 0)) {
      rate(0);
    }
  }

  private void rate(double rate) {
    problem("a rate of " + rate + " per second cannot be kept", "perSecond(50)");
  }

  private static boolean isKept(double level) {
    return level >= 0 && level <= HIGHEST;
  }

  private static DoubleStream levels(Profile profile) {
    return DoubleStream.concat(
        profile.stages().stream().flatMapToDouble(LoadCheck::levels),
        profile.spikes().stream().mapToDouble(Spike::peak));
  }

  private static DoubleStream levels(Stage stage) {
    return switch (stage) {
      case Stage.Hold(var level, _) -> DoubleStream.of(level);
      case Stage.Ramp(var from, var to, _) -> DoubleStream.of(from, to);
      case Stage.Wave(var from, var to, _, _) -> DoubleStream.of(from, to);
      case Stage.Daily(var day, _) -> DoubleStream.of(day.min(), day.mid(), day.max());
      case Stage.Staircase(var from, var by, _, var upTo) ->
          DoubleStream.of(from, from + by, upTo.orElse(from + by));
    };
  }

  private void profile(Profile profile, double compression, List<Goal> until) {
    if (!(compression > 0 && Double.isFinite(compression))) {
      problem("a load cannot be compressed " + compression + " times", "compressed(60)");
      return;
    }
    boolean alone = profile.stages().size() == 1;
    if (profile.stages().isEmpty()) {
      time("a load", Duration.ZERO);
    }
    boolean fine = true;
    for (var stage : profile.stages()) {
      fine &= stage(stage, alone ? "a load" : "a stage of a load", until);
    }
    if (fine) {
      whole(profile, compression);
    }
  }

  /** The shortest time of a stage that its level or its shape depends on. */
  private static Duration shortest(Stage stage) {
    return switch (stage) {
      case Stage.Hold(_, var time) -> time;
      case Stage.Ramp(_, _, var time) -> time;
      case Stage.Wave(_, _, var period, var time) -> period.compareTo(time) < 0 ? period : time;
      case Stage.Daily(var day, var time) -> day.cycle().compareTo(time) < 0 ? day.cycle() : time;
      case Stage.Staircase stairs -> stairs.every();
    };
  }

  private void leavesSomething(Profile profile, double compression) {
    boolean vanishes =
        profile.stages().stream()
            .anyMatch(stage -> shortest(stage).toNanos() / compression < SHORTEST_NANOS);
    if (compression > 1 && vanishes) {
      problem(
          "compressed " + compression + " times, a part of the load is shorter than a microsecond",
          "compressed(60)");
    }
  }

  /** Only of stages that are fine by themselves: then nothing overflows. */
  private void whole(Profile profile, double compression) {
    leavesSomething(profile, compression);
    double nanos = profile.time().toSeconds() / compression * 1e9;
    var time = Duration.ofNanos((long) Math.min(nanos, 9e18));
    if (time.compareTo(TimeCheck.LONGEST) > 0) {
      time("a load", compression == 1 ? profile.time() : time);
    }
    for (var spike : profile.spikes()) {
      if (spike.at().isNegative()
          || !spike.time().isPositive()
          || spike.time().compareTo(TimeCheck.LONGEST) > 0
          || spike.at().compareTo(profile.time()) > 0
          || spike.end().compareTo(profile.time()) > 0) {
        problem(
            "a spike at "
                + Durations.print(spike.at())
                + " for "
                + Durations.print(spike.time())
                + " does not lie in a load of "
                + Durations.print(profile.time()),
            "spike(500, seconds(10), seconds(5))");
      }
    }
  }

  /** Whether there is no problem with it that makes its time unknown. */
  private boolean stage(Stage stage, String noun, List<Goal> until) {
    return switch (stage) {
      case Stage.Hold(_, var time) -> time(noun, time);
      case Stage.Ramp(_, _, var time) -> time(noun, time);
      case Stage.Wave(_, _, var period, var time) -> {
        boolean lasts = time(noun, time);
        yield periods("a wave", period, time, MOST_PERIODS) && lasts;
      }
      case Stage.Daily(var day, var time) -> {
        shares(day.shares());
        boolean lasts = time(noun, time);
        yield periods("a day", day.cycle(), time, MOST_PERIODS / 10) && lasts;
      }
      case Stage.Staircase stairs -> staircase(stairs, until);
    };
  }

  private boolean staircase(Stage.Staircase stairs, List<Goal> until) {
    var limit = "stepUp(100, 50, seconds(30)).upTo(1000), or until(p95().isAbove(millis(300)))";
    if (stairs.upTo().isEmpty() && until.isEmpty()) {
      problem("a staircase without an end", limit);
    }
    if (!(stairs.by() > 0)) {
      problem("a staircase with steps of " + stairs.by() + " goes nowhere", limit);
      return false;
    }
    if (stairs.steps() > Stage.Staircase.MOST_STEPS) {
      problem(
          "a staircase of " + stairs.steps() + " steps",
          "at most " + Stage.Staircase.MOST_STEPS + ": make them higher");
      return false;
    }
    return time("a step", stairs.every());
  }

  private boolean periods(String noun, Duration period, Duration time, long most) {
    if (!time(noun, period)) {
      return false;
    }
    if (time.dividedBy(period) > most) {
      problem(
          noun + " of " + Durations.print(period) + " comes too often in " + Durations.print(time),
          "at most " + most + " times");
      return false;
    }
    return true;
  }

  private void shares(DailyTraffic.Shares shares) {
    boolean each = shares.all().allMatch(share -> share >= 0);
    // 0.1 + 0.2 + 0.7 may be a little more than 1.
    if (!each || shares.sum() > 1 + 1e-9) {
      problem(
          "a day cannot be divided into " + shares,
          "shares of it from 0 to 1, together at most 1: shares(.2, .1, .2, .1, .2)");
    }
  }

  private boolean time(String noun, Duration time) {
    boolean fine = time.isPositive() && time.compareTo(TimeCheck.LONGEST) <= 0;
    if (!fine) {
      problem(
          noun + " cannot last " + Durations.print(time), "during(seconds(10)), at most a year");
    }
    return fine;
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in("load"), what, hint));
  }
}
