package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A load as it is written. */
final class LoadWording {
  private static final DailyTraffic USUAL = DailyTraffic.of(0, 0, 0);

  /** In users or in arrivals a second. */
  private final Key level;

  private final List<LoadPart> parts = new ArrayList<>();

  private LoadWording(Key level) {
    this.level = level;
  }

  /** Nothing where no text reads as this load. */
  static Optional<LoadNode> of(Load load) {
    var node =
        switch (load) {
          case Iterations(var users, var count, var sharing) ->
              new LoadNode.Count(
                  count, users, sharing == Iterations.Sharing.SHARED, Reread.NOWHERE);
          case ClosedLoad closed -> closed(closed);
          case OpenLoad open -> open(open);
        };
    return Optional.of(node).filter(one -> Reread.load(one).equals(Optional.of(held(load))));
  }

  private static LoadNode closed(ClosedLoad load) {
    if (only(load.profile()) instanceof Stage.Hold(var users, var time)
        && load.equals(ClosedLoad.of(load.profile()))) {
      return new LoadNode.Users((int) users, time, Reread.NOWHERE);
    }
    var wording = new LoadWording(Key.VUS);
    wording.profile(load.profile());
    return wording.ended(load.compression(), load.until());
  }

  private static LoadNode open(OpenLoad load) {
    if (only(load.profile()) instanceof Stage.Hold(var rate, var time)
        && load.equals(OpenLoad.of(load.profile()))) {
      return new LoadNode.Rate(Figures.decimal(rate), time, Reread.NOWHERE);
    }
    var wording = new LoadWording(Key.RPS);
    wording.profile(load.profile());
    if (load.arrivals() == OpenLoad.Arrivals.POISSON) {
      wording.parts.add(setting(Key.ARRIVALS, new Amount.Word("poisson")));
    }
    if (load.maxUsers() != OpenLoad.DEFAULT_MAX_USERS) {
      wording.parts.add(setting(Key.MAX_VUS, new Amount.Whole(load.maxUsers())));
    }
    load.queue().ifPresent(most -> wording.parts.add(setting(Key.QUEUE, new Amount.Whole(most))));
    return wording.ended(load.compression(), load.until());
  }

  private static Optional<Stage> first(Profile profile) {
    return profile.stages().stream().findFirst();
  }

  /** The stage of a profile that is nothing else. */
  private static Stage only(Profile profile) {
    boolean alone = profile.stages().size() == 1 && profile.spikes().isEmpty();
    return alone ? profile.stages().getFirst() : new Stage.Ramp(0, 0, Duration.ZERO);
  }

  private LoadNode ended(double compression, List<Goal> until) {
    if (compression != 1) {
      parts.add(setting(Key.COMPRESSED, real(compression)));
    }
    if (!until.isEmpty()) {
      parts.add(
          new LoadPart.Until(
              until.stream().map(goal -> new GoalNode(goal, Reread.NOWHERE)).toList(),
              Reread.NOWHERE));
    }
    return new LoadNode.Parts(Block.of(parts), Reread.NOWHERE);
  }

  private void profile(Profile profile) {
    var done = Profile.EMPTY;
    double last = 0;
    boolean stands = false;
    switch (first(profile).orElse(null)) {
      case Stage.Hold(var height, var time) when level == Key.VUS || isPlain(profile) -> {
        parts.add(setting(level, height(height)));
        parts.add(setting(Key.DURATION, new Amount.Time(time)));
        done = done.then(profile.stages().getFirst());
        last = height;
      }
      case Stage.Wave(var from, _, _, _) when level == Key.VUS -> {
        parts.add(setting(level, height(from)));
        last = from;
        stands = true;
      }
      case null, default -> {}
    }
    for (var stage : profile.stages().subList(done.stages().size(), profile.stages().size())) {
      parts.add(shape(stage, last, stands));
      done = done.then(stage);
      last = OpenLoad.of(done).lastLevel();
      stands = false;
    }
    for (var spike : profile.spikes()) {
      parts.add(
          shape(
              LoadPart.Form.SPIKE,
              setting(Key.PEAK, real(spike.peak())),
              setting(Key.AT, new Amount.Time(spike.at())),
              setting(Key.FOR, new Amount.Time(spike.time()))));
    }
  }

  /** Whether there is nothing in it but stages. */
  private static boolean isPlain(Profile profile) {
    return profile.stages().stream()
        .allMatch(stage -> stage instanceof Stage.Hold || stage instanceof Stage.Ramp);
  }

  /**
   * A stretch behind another.
   *
   * @param last the level before it
   * @param stands whether the load says that level
   */
  private LoadPart shape(Stage stage, double last, boolean stands) {
    return switch (stage) {
      case Stage.Hold(var height, var time) -> ramp(last, height, height, time);
      case Stage.Ramp(var from, var to, var time) -> ramp(last, from, to, time);
      case Stage.Wave(var from, var to, var period, var time) -> {
        var settings = new ArrayList<Setting>();
        if (!stands) {
          settings.add(setting(Key.MIN, real(from)));
        }
        settings.add(setting(Key.MAX, real(to)));
        settings.add(setting(Key.PERIOD, new Amount.Time(period)));
        settings.add(setting(Key.DURATION, new Amount.Time(time)));
        yield shape(LoadPart.Form.WAVE, settings.toArray(Setting[]::new));
      }
      case Stage.Daily(var traffic, var time) -> daily(traffic, time);
      case Stage.Staircase(var from, var by, var every, var upTo) -> {
        var settings = new ArrayList<Setting>();
        settings.add(setting(Key.FROM, real(from)));
        settings.add(setting(Key.BY, real(by)));
        settings.add(setting(Key.EVERY, new Amount.Time(every)));
        upTo.ifPresent(most -> settings.add(setting(Key.UP_TO, real(most))));
        yield shape(LoadPart.Form.STEP, settings.toArray(Setting[]::new));
      }
    };
  }

  private LoadPart ramp(double last, double from, double to, Duration time) {
    var settings = new ArrayList<Setting>();
    if (from != last) {
      settings.add(setting(Key.FROM, real(from)));
    }
    settings.add(setting(Key.DURATION, new Amount.Time(time)));
    settings.add(setting(level, height(to)));
    return shape(LoadPart.Form.STAGE, settings.toArray(Setting[]::new));
  }

  private static LoadPart daily(DailyTraffic traffic, Duration time) {
    var settings = new ArrayList<Setting>();
    settings.add(setting(Key.MIN, real(traffic.min())));
    settings.add(setting(Key.MID, real(traffic.mid())));
    settings.add(setting(Key.MAX, real(traffic.max())));
    settings.add(setting(Key.CYCLE, new Amount.Time(traffic.cycle())));
    var shares = traffic.shares();
    if (!shares.equals(USUAL.shares())) {
      settings.add(setting(Key.MORNING_RAMP, real(shares.morningRamp())));
      settings.add(setting(Key.PEAK_SUSTAIN, real(shares.peakSustain())));
      settings.add(setting(Key.MID_DECLINE, real(shares.midDecline())));
      settings.add(setting(Key.MID_SUSTAIN, real(shares.midSustain())));
      settings.add(setting(Key.EVENING_DECLINE, real(shares.eveningDecline())));
    }
    settings.add(setting(Key.DURATION, new Amount.Time(time)));
    return shape(LoadPart.Form.DAILY, settings.toArray(Setting[]::new));
  }

  private static LoadPart shape(LoadPart.Form form, Setting... settings) {
    return new LoadPart.Shape(form, Block.of(List.of(settings)), Reread.NOWHERE);
  }

  private Amount height(double height) {
    return level == Key.VUS ? new Amount.Whole((long) height) : real(height);
  }

  private static Setting setting(Key key, Amount amount) {
    return new Setting(key, amount, Reread.NOWHERE);
  }

  private static Amount real(double number) {
    return new Amount.Real(Figures.decimal(number));
  }

  /** A ramp to where it begins is the same as that level, held. */
  private static Load held(Load load) {
    return switch (load) {
      case Iterations iterations -> iterations;
      case ClosedLoad closed -> closed.shaped(held(closed.profile()));
      case OpenLoad open -> open.shaped(held(open.profile()));
    };
  }

  private static Profile held(Profile profile) {
    return new Profile(
        profile.stages().stream()
            .map(stage ->
                stage instanceof Stage.Ramp(var from, var to, var time) && from == to
                    ? new Stage.Hold(to, time)
                    : stage)
            .toList(),
        profile.spikes());
  }
}
