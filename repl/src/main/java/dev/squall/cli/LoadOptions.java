package dev.squall.cli;

import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.users;

import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.LevelCurve;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much load, in the words of the command line. */
final class LoadOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Virtual users; with --rate, the most at once.")
  private @Nullable Integer users;

  @Option(names = "--rate", paramLabel = "N", description = "So many iterations begun each second.")
  private @Nullable Double rate;

  @Option(names = "--iterations", paramLabel = "N", description = "So many iterations in all.")
  private @Nullable Long iterations;

  @Option(
      names = "--for",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How long: 10s, 1m30s; alone it scales the load.")
  private @Nullable Duration time;

  @Option(
      names = "--stages",
      paramLabel = "D:N,…",
      converter = Stages.Converter.class,
      description = "Ramps to users, or to arrivals (N/s), in turn.")
  private @Nullable Stages stages;

  LoadOptions() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  /**
   * What was asked for; nothing where another load is to hold.
   *
   * @param usualTime of users or arrivals of which nobody says how long; without one they must
   */
  Optional<Load> load(int usualUsers, Optional<Duration> usualTime) {
    if (stages != null) {
      if (users != null || rate != null || iterations != null) {
        throw wrong("--stages says how many: without --users, --rate and --iterations");
      }
      var load = stages.load();
      return Optional.of(time == null ? load : within(time, load));
    }
    if (iterations != null) {
      if (rate != null || time != null) {
        throw wrong("--iterations goes with neither --rate nor --for");
      }
      return Optional.of(users(users == null ? usualUsers : users).iterations(iterations));
    }
    if (rate == null && users == null && (time == null || usualTime.isEmpty())) {
      return Optional.empty();
    }
    var during =
        Optional.ofNullable(time)
            .or(() -> usualTime)
            .orElseThrow(() -> wrong("how long? --users and --rate go with --for or --iterations"));
    return Optional.of(steady(usualUsers, during));
  }

  private Load steady(int usualUsers, Duration during) {
    if (rate != null) {
      var arrivals = perSecond(rate).during(during);
      return users == null ? arrivals : arrivals.maxUsers(users);
    }
    return users(users == null ? usualUsers : users).during(during);
  }

  /** The load itself, or its levels each for its part of the time that was asked for. */
  Load scaled(Load load) {
    return time == null ? load : within(time, load);
  }

  private Load within(Duration whole, Load load) {
    return switch (load) {
      case ClosedLoad closed -> {
        checkEnd(closed.profile(), load);
        yield closed.compressed(closed.compression() * factor(whole, closed.curve()));
      }
      case OpenLoad open -> {
        checkEnd(open.profile(), load);
        yield open.compressed(open.compression() * factor(whole, open.curve()));
      }
      case Iterations _ -> throw wrong("--for alone needs a load that lasts a time, not " + load);
    };
  }

  private void checkEnd(Profile profile, Load load) {
    if (profile.climbsWithoutEnd()) {
      throw wrong(
          "--for alone needs a load that has an end, not "
              + load
              + "; --rate N or --users N goes with --for");
    }
  }

  private static double factor(Duration whole, LevelCurve curve) {
    return (double) curve.endNanos() / whole.toNanos();
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
