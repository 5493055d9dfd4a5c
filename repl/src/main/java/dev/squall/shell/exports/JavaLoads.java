package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.number;
import static dev.squall.shell.exports.JavaLiterals.text;
import static dev.squall.shell.exports.JavaLiterals.time;

import dev.squall.Squall;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.goal.TimeOf;
import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.Shaped;
import dev.squall.load.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Loads and goals in Squall's words, or as they are made where words do not lead to them. */
final class JavaLoads {
  private JavaLoads() {}

  static Code load(Load load) {
    return switch (load) {
      case Iterations(var users, var count, var sharing) ->
          call("users", number(users))
              .dot(
                  switch (sharing) {
                    case DIVIDED -> "iterations";
                    case SHARED -> "sharedIterations";
                  },
                  number(count));
      case ClosedLoad closed -> {
        var code =
            closedStages(closed.profile().stages())
                .map(words -> spikes(words, closed.profile()))
                .orElseGet(() -> call("ClosedLoad.of", profile(closed.profile())));
        yield ending(code, closed.until(), closed.compression());
      }
      case OpenLoad open -> open(open);
    };
  }

  private static Code open(OpenLoad open) {
    var stages = open.profile().stages();
    // A staircase without an end is begun by the word that says what ends it.
    boolean climbs =
        !stages.isEmpty()
            && stages.getFirst() instanceof Stage.Staircase stairs
            && stairs.upTo().isEmpty();
    var code =
        openStages(stages, open.until())
            .map(words -> spikes(words, open.profile()))
            .orElseGet(() -> call("OpenLoad.of", profile(open.profile())));
    if (open.arrivals() == OpenLoad.Arrivals.POISSON) {
      code = code.dot("poisson");
    }
    if (open.maxUsers() != OpenLoad.DEFAULT_MAX_USERS) {
      code = code.dot("maxUsers", number(open.maxUsers()));
    }
    if (open.queue().isPresent()) {
      code = code.dot("queue", number(open.queue().getAsInt()));
    }
    return ending(code, climbs ? List.of() : open.until(), open.compression());
  }

  private static Code ending(Code load, List<Goal> until, double compression) {
    var code =
        until.isEmpty() ? load : load.dot("until", until.stream().map(JavaLoads::goal).toList());
    return compression == 1 ? code : code.dot("compressed", number(compression));
  }

  private static Code spikes(Code load, Profile profile) {
    var code = load;
    for (var spike : profile.spikes()) {
      code = code.dot("spike", number(spike.peak()), time(spike.at()), time(spike.time()));
    }
    return code;
  }

  private static Optional<Code> closedStages(List<Stage> stages) {
    if (stages.isEmpty()) {
      return Optional.empty();
    }
    double first = firstLevel(stages.getFirst());
    return first == (int) first
        ? steps(call("users", number(first)), first, stages)
        : Optional.empty();
  }

  private static Optional<Code> openStages(List<Stage> stages, List<Goal> until) {
    if (stages.isEmpty()) {
      return Optional.empty();
    }
    var rest = stages.subList(1, stages.size());
    return switch (stages.getFirst()) {
      case Stage.Staircase(var from, var by, var every, var upTo) -> {
        var stairs = call("stepUp", number(from), number(by), time(every));
        var begun =
            upTo.isPresent()
                ? stairs.dot("upTo", number(upTo.getAsDouble()))
                : stairs.dot("until", until.stream().map(JavaLoads::goal).toList());
        yield steps(begun, lastLevel(stages.getFirst()), rest);
      }
      case Stage.Daily(var traffic, var time) ->
          // A day may stop anywhere, and only the load knows at which level.
          steps(daily(traffic).dot("during", time(time)), lastLevel(stages.getFirst()), rest);
      case Stage.Hold _, Stage.Ramp _, Stage.Wave _ -> {
        double first = firstLevel(stages.getFirst());
        yield steps(call("perSecond", number(first)), first, stages);
      }
    };
  }

  private static double firstLevel(Stage stage) {
    return asLoad(stage).firstLevel();
  }

  private static double lastLevel(Stage stage) {
    return asLoad(stage).lastLevel();
  }

  private static Shaped<OpenLoad> asLoad(Stage stage) {
    return OpenLoad.of(new Profile(List.of(stage), List.of()));
  }

  private static Optional<Code> steps(Code begun, double from, List<Stage> stages) {
    var code = begun;
    double level = from;
    boolean isFirst = begun instanceof Code.Call call && call.of().isEmpty();
    for (var stage : stages) {
      boolean goesOn = level == firstLevel(stage);
      switch (stage) {
        case Stage.Hold(_, var time) when goesOn -> {
          code = code.dot(isFirst ? "during" : "hold", time(time));
        }
        case Stage.Hold(var at, var time) -> code = code.dot("jumpTo", number(at), time(time));
        case Stage.Ramp(_, var to, var time) when goesOn -> {
          code =
              to == 0 && !isFirst
                  ? code.dot("rampDown", time(time))
                  : code.dot("rampTo", number(to), time(time));
        }
        case Stage.Wave(_, var to, var period, var time) when goesOn -> {
          code = code.dot("wave", number(to), time(period), time(time));
        }
        case Stage.Ramp _, Stage.Wave _, Stage.Daily _, Stage.Staircase _ -> {
          return Optional.empty();
        }
      }
      level = lastLevel(stage);
      isFirst = false;
    }
    return Optional.of(code);
  }

  private static Code daily(DailyTraffic traffic) {
    var usual = DailyTraffic.of(traffic.min(), traffic.mid(), traffic.max());
    Code code = call("daily", number(traffic.min()), number(traffic.mid()), number(traffic.max()));
    if (!traffic.cycle().equals(usual.cycle())) {
      code = code.dot("cycle", time(traffic.cycle()));
    }
    var shares = traffic.shares();
    if (shares.equals(DailyTraffic.Shares.LONG_SLOPES)) {
      return code.dot("longSlopes");
    }
    return shares.equals(usual.shares())
        ? code
        : code.dot("shares", shares.all().mapToObj(JavaLiterals::number).toList());
  }

  private static Code profile(Profile profile) {
    return call(
        "new Profile",
        call("List.of", profile.stages().stream().map(JavaLoads::stage).toList()),
        call(
            "List.of",
            profile.spikes().stream()
                .map(spike ->
                    call("new Spike", number(spike.peak()), time(spike.at()), time(spike.time())))
                .toList()));
  }

  private static Code stage(Stage stage) {
    return switch (stage) {
      case Stage.Hold(var level, var time) -> call("new Stage.Hold", number(level), time(time));
      case Stage.Ramp(var from, var to, var time) ->
          call("new Stage.Ramp", number(from), number(to), time(time));
      case Stage.Wave(var from, var to, var period, var time) ->
          call("new Stage.Wave", number(from), number(to), time(period), time(time));
      case Stage.Daily(var traffic, var time) ->
          call("new Stage.Daily", daily(traffic), time(time));
      case Stage.Staircase(var from, var by, var every, var upTo) ->
          call("new Stage.Staircase", number(from), number(by), time(every), highest(upTo));
    };
  }

  private static Code highest(OptionalDouble upTo) {
    return upTo.isPresent()
        ? call("OptionalDouble.of", number(upTo.getAsDouble()))
        : call("OptionalDouble.empty");
  }

  static Code goal(Goal goal) {
    var word = word(goal.metric());
    Code subject = goal.step().map(name -> word.dot("of", text(name))).orElse(word);
    var bound = bound(goal);
    var comparison =
        switch (goal.comparison()) {
          case BELOW -> "isBelow";
          case ABOVE -> "isAbove";
          case AT_MOST -> "isAtMost";
          case AT_LEAST -> "isAtLeast";
        };
    return bound
        .map(value -> subject.dot(comparison, value))
        .orElseGet(() ->
            call(
                "new Goal",
                Code.word("Metric." + goal.metric().name()),
                goal.step()
                    .map(name -> call("Optional.of", text(name)))
                    .orElseGet(() -> call("Optional.empty")),
                Code.word("Comparison." + goal.comparison().name()),
                number(goal.bound())));
  }

  private static Code word(Metric metric) {
    return call(
        switch (metric) {
          case P50 -> "p50";
          case P75 -> "p75";
          case P90 -> "p90";
          case P95 -> "p95";
          case P99 -> "p99";
          case P999 -> "p999";
          case MEAN_TIME -> "meanTime";
          case MAX_TIME -> "maxTime";
          case ERROR_RATE -> "errorRate";
          case REQUEST_RATE -> "requestRate";
        });
  }

  /** What its word takes, where it takes this one exactly. */
  private static Optional<Code> bound(Goal goal) {
    return switch (goal.metric().unit()) {
      case SHARE -> Optional.of(JavaLiterals.share(goal.bound()));
      case PER_SECOND -> Optional.of(number(goal.bound()));
      case MILLIS -> {
        Duration limit =
            Math.abs(goal.bound()) < 1e12 ? Squall.millis(goal.bound()) : Duration.ZERO;
        double meant = new TimeOf(goal.metric(), goal.step()).isBelow(limit).bound();
        yield Double.compare(meant, goal.bound()) == 0
            ? Optional.of(time(limit))
            : Optional.empty();
      }
    };
  }
}
