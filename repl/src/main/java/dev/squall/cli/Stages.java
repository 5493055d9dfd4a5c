package dev.squall.cli;

import dev.squall.load.ArrivalRate;
import dev.squall.load.Durations;
import dev.squall.load.Load;
import dev.squall.load.Shaped;
import dev.squall.load.Users;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Levels that a load ramps to from 0, one after the other: {@code 30s:10,5m:10,30s:0} of users,
 * {@code 1m:100/s,5m:100/s} of arrivals.
 */
record Stages(List<Stage> stages, boolean ofArrivals) {
  private static final Pattern STAGE = Pattern.compile("([^:]+):(\\d+(?:\\.\\d+)?)(/s)?");

  /** A level and how long the way to it takes. */
  record Stage(Duration time, double level) {}

  Load load() {
    return ofArrivals ? ramped(new ArrivalRate(0)) : ramped(new Users(0));
  }

  private <L extends Load & Shaped<L>> L ramped(Shaped<L> from) {
    var load = from.rampTo(stages.getFirst().level, stages.getFirst().time);
    for (var stage : stages.subList(1, stages.size())) {
      load =
          stage.level == load.lastLevel()
              ? load.hold(stage.time)
              : load.rampTo(stage.level, stage.time);
    }
    return load;
  }

  /** Of the command line. */
  static final class Converter implements ITypeConverter<Stages> {
    @Override
    public Stages convert(String text) {
      var read = Pattern.compile(",").splitAsStream(text).map(String::strip).toList();
      var stages = read.stream().map(Converter::stage).flatMap(Optional::stream).toList();
      long arrivals = read.stream().filter(stage -> stage.endsWith("/s")).count();
      if (read.isEmpty()
          || stages.size() < read.size()
          || (arrivals > 0 && arrivals < read.size())) {
        throw new TypeConversionException(
            "'"
                + text
                + "' are no stages; write 30s:10,5m:10,30s:0 for users or 1m:100/s,5m:100/s for"
                + " arrivals");
      }
      return new Stages(stages, arrivals > 0);
    }

    private static Optional<Stage> stage(String text) {
      var parts = STAGE.matcher(text);
      return parts.matches()
          ? Durations.parse(parts.group(1))
              .map(time -> new Stage(time, Double.parseDouble(parts.group(2))))
          : Optional.empty();
    }
  }
}
