package dev.squall.httpx;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.load.ArrivalRate;
import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.Stage;
import dev.squall.load.StepUp;
import dev.squall.load.Users;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Loads of every kind and shape. */
record GeneratedLoads(Random random) {

  Load next() {
    return switch (random.nextInt(6)) {
      case 0 -> new Users(random.nextInt(99)).iterations(random.nextLong(1L << 50));
      case 1 -> new Users(1 + random.nextInt(99)).sharedIterations(random.nextInt(99));
      case 2, 3 -> closed();
      default -> open();
    };
  }

  private ClosedLoad closed() {
    var load =
        random.nextInt(3) == 0
            ? new Users(users()).wave(level(), time(), time())
            : new Users(users()).hold(time());
    for (int i = random.nextInt(4); i > 0; i--) {
      load =
          switch (random.nextInt(5)) {
            case 0 -> load.rampTo(100 * i + users(), time());
            case 1 -> load.jumpTo(users(), time());
            case 2 -> load.wave(level(), time(), time());
            case 3 -> load.rampUp(time());
            default -> load.spike(level(), time(), time());
          };
    }
    if (load.profile().stages().getFirst() instanceof Stage.Ramp(var from, var to, _)
        && from == to) {
      load = load.jumpTo(1, time());
      load = load.shaped(new Profile(load.profile().stages().reversed().subList(0, 1), List.of()));
    }
    load = random.nextBoolean() ? load : load.until(goal());
    return random.nextInt(3) == 0 ? load.compressed(1.5) : load;
  }

  private OpenLoad open() {
    var load = begun();
    for (int i = random.nextInt(4); i > 0; i--) {
      load =
          switch (random.nextInt(6)) {
            case 0 -> load.rampTo(load.lastLevel() + level() + 0.5, time());
            case 1 -> load.jumpTo(level(), time());
            case 2 -> load.wave(level(), time(), time());
            case 3 -> load.shaped(load.profile().then(daily().profile().stages().getFirst()));
            case 4 -> load.hold(time());
            default -> load.spike(level(), time(), time());
          };
    }
    load = random.nextBoolean() ? load : load.poisson();
    load =
        random.nextBoolean() ? load : load.maxUsers(random.nextInt(500)).queue(random.nextInt(9));
    load = random.nextBoolean() ? load : load.until(goal(), goal());
    return random.nextInt(3) == 0 ? load.compressed(60) : load;
  }

  private OpenLoad begun() {
    return switch (random.nextInt(5)) {
      case 0 -> new StepUp(level(), level() + 1, time()).until(goal());
      case 1 -> new StepUp(level(), level() + 1, time()).upTo(level());
      case 2 -> daily();
      case 3 -> new ArrivalRate(level()).rampTo(level() + 100_000, time());
      default -> new ArrivalRate(level()).hold(time());
    };
  }

  private OpenLoad daily() {
    var traffic = DailyTraffic.of(level(), level(), level());
    traffic = random.nextBoolean() ? traffic.longSlopes() : traffic.cycle(time());
    return random.nextBoolean()
        ? traffic.during(time())
        : traffic.shares(.1, .2, .3, .05, .015).during(time());
  }

  private Goal goal() {
    return new Goal(
        Metric.P95, Optional.of("a step"), Comparison.ABOVE, random.nextInt(9000) / 4.0);
  }

  private int users() {
    return random.nextInt(50);
  }

  private double level() {
    return random.nextInt(10_000) / 8.0;
  }

  private Duration time() {
    return Duration.ofMillis(random.nextInt(1_000_000));
  }
}
