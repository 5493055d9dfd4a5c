package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.load.ArrivalRate;
import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.Spike;
import dev.squall.load.Stage;
import dev.squall.load.Users;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How much and how long. */
final class LoadMeaning {
  private static final Set<Key> LEVELS = Set.of(Key.VUS, Key.RPS);

  private final Problems problems;

  LoadMeaning(Problems problems) {
    this.problems = problems;
  }

  Meaning.Loaded of(LoadNode node) {
    return switch (node) {
      case LoadNode.Users(var users, var time, _) -> only(new Users(users).during(time));
      case LoadNode.Rate(var rate, var time, _) ->
          only(new ArrivalRate(rate.doubleValue()).during(time));
      case LoadNode.Count(var count, var users, var shared, _) ->
          only(iterations(users, count, shared));
      case LoadNode.Parts(var parts, var at) -> new Parts(parts.items(), at).loaded();
    };
  }

  private static Meaning.Loaded only(Load load) {
    return new Meaning.Loaded(Optional.of(load), Optional.empty());
  }

  private static Iterations iterations(int users, long count, boolean shared) {
    return shared ? new Users(users).sharedIterations(count) : new Users(users).iterations(count);
  }

  /** A load of settings and shapes. */
  private final class Parts {
    private final Span at;
    private final Map<Key, Amount> settings = new EnumMap<>(Key.class);
    private final List<LoadPart.Shape> shapes = new ArrayList<>();
    private final List<Goal> until = new ArrayList<>();

    Parts(List<LoadPart> parts, Span at) {
      this.at = at;
      for (var part : parts) {
        switch (part) {
          case Setting(var key, var amount, _) -> settings.put(key, amount);
          case LoadPart.Shape shape -> shapes.add(shape);
          case LoadPart.Until(var goals, _) -> goals.forEach(goal -> until.add(goal.goal()));
        }
      }
    }

    Meaning.Loaded loaded() {
      return new Meaning.Loaded(load(), time(settings, Key.GRACE));
    }

    private Optional<Load> load() {
      if (settings.containsKey(Key.ITERATIONS)) {
        long count = ((Amount.Whole) settings.get(Key.ITERATIONS)).number();
        return leftOver("a number of iterations", Key.VUS, Key.ITERATIONS)
            .map(_ -> iterations(users().orElse(1), count, false));
      }
      boolean isOpen =
          settings.containsKey(Key.RPS)
              || (!settings.containsKey(Key.VUS) && shapes.stream().noneMatch(this::isOfUsers));
      return isOpen ? open() : closed();
    }

    private boolean isOfUsers(LoadPart.Shape shape) {
      return of(shape).containsKey(Key.VUS);
    }

    private Optional<Load> open() {
      if (settings.containsKey(Key.VUS)) {
        problem("vus and rps in one load", "one of them; max_vus limits the users of rps");
        return Optional.empty();
      }
      return profile(Key.RPS).map(this::open);
    }

    private OpenLoad open(Profile profile) {
      var load = OpenLoad.of(profile).until(until.toArray(Goal[]::new));
      if (settings.get(Key.ARRIVALS) instanceof Amount.Word(var word) && word.equals("poisson")) {
        load = load.poisson();
      }
      if (settings.get(Key.MAX_VUS) instanceof Amount.Whole(var most)) {
        load = load.maxUsers((int) most);
      }
      if (settings.get(Key.QUEUE) instanceof Amount.Whole(var most)) {
        load = load.queue((int) most);
      }
      return compression().map(load::compressed).orElse(load);
    }

    private Optional<Load> closed() {
      for (var key : List.of(Key.MAX_VUS, Key.QUEUE, Key.ARRIVALS)) {
        if (settings.containsKey(key)) {
          problem(key.word + " is for arrivals, and this load has users", "rps = 100");
        }
      }
      return profile(Key.VUS)
          .map(profile -> {
            var load = ClosedLoad.of(profile).until(until.toArray(Goal[]::new));
            return compression().map(load::compressed).orElse(load);
          });
    }

    private Optional<Double> compression() {
      return settings.get(Key.COMPRESSED) instanceof Amount.Real(var factor)
          ? Optional.of(factor.doubleValue())
          : Optional.empty();
    }

    /** The levels over time, in users or in arrivals a second. */
    private Optional<Profile> profile(Key level) {
      if (shapes.isEmpty()) {
        return level(settings, level)
            .flatMap(height ->
                time(settings, Key.DURATION)
                    .map(time -> ramped(Profile.EMPTY.then(new Stage.Hold(height, time)), height)))
            .or(() -> missing(level));
      }
      if (!isUsed(level)) {
        return Optional.empty();
      }
      var profile = Profile.EMPTY;
      double last = level(settings, level).orElse(0.0);
      if (settings.containsKey(level) && settings.containsKey(Key.DURATION) && !takesTime()) {
        profile = profile.then(new Stage.Hold(last, time(settings, Key.DURATION).orElseThrow()));
      }
      for (var shape : shapes) {
        var next = shaped(profile, last, shape, level);
        if (next.isEmpty()) {
          return Optional.empty();
        }
        profile = next.get();
        last = end(profile);
      }
      return Optional.of(ramped(profile, start(profile)));
    }

    /** Whether level and duration of the load itself mean something beside its shapes. */
    private boolean isUsed(Key level) {
      var first = shapes.getFirst();
      boolean lies =
          switch (first.form()) {
            case STAGE -> true;
            case SPIKE -> !of(first).containsKey(Key.BASE);
            case WAVE -> !of(first).containsKey(Key.MIN);
            case STEP, DAILY -> false;
          };
      boolean held = settings.containsKey(Key.DURATION) && !takesTime();
      if (settings.containsKey(level) && !lies && !held) {
        problem(level.word + " beside a shape that has its own levels", "leave one of them out");
        return false;
      }
      if (settings.containsKey(Key.DURATION) && !settings.containsKey(level) && !takesTime()) {
        problem(
            "a duration beside shapes that have their own",
            level.word + " = 10 would be held so long before them");
        return false;
      }
      return true;
    }

    /** Whether a shape lasts as long as the load says. */
    private boolean takesTime() {
      return shapes.stream()
          .anyMatch(shape ->
              switch (shape.form()) {
                case WAVE, DAILY -> !of(shape).containsKey(Key.DURATION);
                case SPIKE -> of(shape).containsKey(Key.BASE);
                case STAGE, STEP -> false;
              });
    }

    /** With what leads to its first level and away from its last. */
    private Profile ramped(Profile profile, double first) {
      var with = profile;
      var up = time(settings, Key.RAMP_UP);
      if (up.isPresent()) {
        with = with.after(new Stage.Ramp(0, first, up.get()));
      }
      var down = time(settings, Key.RAMP_DOWN);
      return down.isPresent() ? with.then(new Stage.Ramp(end(profile), 0, down.get())) : with;
    }

    private static double start(Profile profile) {
      return OpenLoad.of(profile).firstLevel();
    }

    private static double end(Profile profile) {
      return OpenLoad.of(profile).lastLevel();
    }

    private Optional<Profile> shaped(Profile before, double last, LoadPart.Shape shape, Key level) {
      var own = of(shape);
      return switch (shape.form()) {
        case STAGE -> stage(own, last, level, shape.at()).map(before::then);
        case WAVE ->
            from(own, last, shape)
                .flatMap(least ->
                    number(own, Key.MAX, shape)
                        .flatMap(most -> wave(own, least, most, shape).map(before::then)));
        case STEP -> staircase(own, shape).map(before::then);
        case DAILY -> daily(own, shape).map(before::then);
        case SPIKE -> spike(before, own, shape);
      };
    }

    /** To a level within a time; it is held where it is the one from which it goes. */
    private Optional<Stage> stage(Map<Key, Amount> own, double last, Key level, Span where) {
      own.keySet().stream()
          .filter(key -> key != level && key != Key.DURATION && key != Key.FROM)
          .forEach(key ->
              problems.add(
                  where.from(),
                  "a stage has no " + key.word,
                  "stage { duration = 1m, " + level.word + " = 10 }"));
      var to = level(own, level);
      var time = time(own, Key.DURATION);
      if (to.isEmpty() || time.isEmpty()) {
        problems.add(
            where.from(),
            "a stage without a duration or without " + level.word,
            "stage { duration = 1m, " + level.word + " = 10 }");
        return Optional.empty();
      }
      double from = level(own, Key.FROM).orElse(last);
      return Optional.of(
          to.get() == from
              ? new Stage.Hold(from, time.get())
              : new Stage.Ramp(from, to.get(), time.get()));
    }

    /** Without a word the load's own level, where it says one. */
    private Optional<Double> from(Map<Key, Amount> own, double last, LoadPart.Shape shape) {
      boolean stands =
          !own.containsKey(Key.MIN) && settings.keySet().stream().anyMatch(LEVELS::contains);
      return stands ? Optional.of(last) : number(own, Key.MIN, shape);
    }

    /** Its own, else the load's. */
    private Optional<Duration> whole(Map<Key, Amount> own, LoadPart.Shape shape) {
      var time = time(own, Key.DURATION);
      return time.isPresent() ? time : time(settings, Key.DURATION, shape);
    }

    private Optional<Stage> wave(
        Map<Key, Amount> own, double least, double most, LoadPart.Shape shape) {
      return time(own, Key.PERIOD, shape)
          .flatMap(
              period -> whole(own, shape).map(time -> new Stage.Wave(least, most, period, time)));
    }

    private Optional<Stage> staircase(Map<Key, Amount> own, LoadPart.Shape shape) {
      return number(own, Key.FROM, shape)
          .flatMap(from ->
              number(own, Key.BY, shape)
                  .flatMap(by ->
                      time(own, Key.EVERY, shape)
                          .map(every -> new Stage.Staircase(from, by, every, upTo(own)))));
    }

    private static OptionalDouble upTo(Map<Key, Amount> own) {
      return level(own, Key.UP_TO).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private Optional<Stage> daily(Map<Key, Amount> own, LoadPart.Shape shape) {
      var least = number(own, Key.MIN, shape);
      var mid = number(own, Key.MID, shape);
      var most = number(own, Key.MAX, shape);
      var time = whole(own, shape);
      if (least.isEmpty() || mid.isEmpty() || most.isEmpty() || time.isEmpty()) {
        return Optional.empty();
      }
      var traffic = DailyTraffic.of(least.get(), mid.get(), most.get());
      traffic = time(own, Key.CYCLE).map(traffic::cycle).orElse(traffic);
      var shares = traffic.shares();
      traffic =
          traffic.shares(
              share(own, Key.MORNING_RAMP, shares.morningRamp()),
              share(own, Key.PEAK_SUSTAIN, shares.peakSustain()),
              share(own, Key.MID_DECLINE, shares.midDecline()),
              share(own, Key.MID_SUSTAIN, shares.midSustain()),
              share(own, Key.EVENING_DECLINE, shares.eveningDecline()));
      return Optional.of(new Stage.Daily(traffic, time.get()));
    }

    private Optional<Profile> spike(Profile before, Map<Key, Amount> own, LoadPart.Shape shape) {
      var peak = number(own, Key.PEAK, shape);
      var from = time(own, Key.AT, shape);
      var time = time(own, Key.FOR, shape);
      if (peak.isEmpty() || from.isEmpty() || time.isEmpty()) {
        return Optional.empty();
      }
      var spike = new Spike(peak.get(), from.get(), time.get());
      if (!before.stages().isEmpty()) {
        return Optional.of(before.with(spike));
      }
      return number(own, Key.BASE, shape)
          .flatMap(base ->
              time(settings, Key.DURATION, shape)
                  .map(whole -> before.then(new Stage.Hold(base, whole)).with(spike)));
    }

    private Optional<Integer> users() {
      return settings.get(Key.VUS) instanceof Amount.Whole(var count)
          ? Optional.of((int) count)
          : Optional.empty();
    }

    /** Nothing, and a problem, where anything but these keys or any shape stands here. */
    private Optional<Boolean> leftOver(String of, Key... known) {
      var others = new ArrayList<>(settings.keySet());
      others.removeAll(List.of(known));
      others.remove(Key.GRACE);
      if (!others.isEmpty() || !shapes.isEmpty() || !until.isEmpty()) {
        problem(
            of + " has no " + (others.isEmpty() ? "shape" : others.getFirst().word),
            "iterations = 100, vus = 10");
        return Optional.empty();
      }
      return Optional.of(true);
    }

    private Optional<Profile> missing(Key level) {
      if (settings.containsKey(Key.DURATION)) {
        problem("a load that does not say how much", "vus = 10, rps = 100 or iterations = 1000");
      } else {
        problem("a load that does not say how long", level.word + " = 10, duration = 1m");
      }
      return Optional.empty();
    }

    private void problem(String what, String hint) {
      problems.add(at.from(), what, hint);
    }
  }

  private static Map<Key, Amount> of(LoadPart.Shape shape) {
    var own = new EnumMap<Key, Amount>(Key.class);
    shape.settings().items().forEach(setting -> own.put(setting.key(), setting.amount()));
    return own;
  }

  private static Optional<Double> level(Map<Key, Amount> settings, Key key) {
    return switch (settings.get(key)) {
      case Amount.Whole(var number) -> Optional.of((double) number);
      case Amount.Real(var number) -> Optional.of(number.doubleValue());
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Duration> time(Map<Key, Amount> settings, Key key) {
    return settings.get(key) instanceof Amount.Time(var time)
        ? Optional.of(time)
        : Optional.empty();
  }

  private static double share(Map<Key, Amount> own, Key key, double otherwise) {
    return own.get(key) instanceof Amount.Real(BigDecimal number)
        ? number.doubleValue()
        : otherwise;
  }

  private Optional<Double> number(Map<Key, Amount> own, Key key, LoadPart.Shape shape) {
    return told(level(own, key), key, shape);
  }

  private Optional<Duration> time(Map<Key, Amount> settings, Key key, LoadPart.Shape shape) {
    return told(time(settings, key), key, shape);
  }

  private <T> Optional<T> told(Optional<T> value, Key key, LoadPart.Shape shape) {
    if (value.isEmpty()) {
      var word = Words.of(shape.form());
      problems.add(
          shape.at().from(),
          "a " + word + " without " + key.word,
          key == Key.DURATION
              ? "load { duration = 1m, " + word + " { … } }"
              : word + " { " + key.word + " = … }");
    }
    return value;
  }
}
