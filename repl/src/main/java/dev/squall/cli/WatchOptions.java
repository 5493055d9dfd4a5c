package dev.squall.cli;

import dev.squall.live.ListenAddress;
import dev.squall.live.MetricNamespace;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Who may watch a run from outside while it lasts. */
final class WatchOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--prometheus",
      paramLabel = "PORT",
      converter = Address.class,
      description = "Metrics to scrape, at [HOST:]PORT.")
  private @Nullable ListenAddress prometheus;

  @Option(
      names = "--prometheus-namespace",
      paramLabel = "NAME",
      converter = Namespace.class,
      description = "What their names begin with (squall).")
  private @Nullable MetricNamespace namespace;

  @Option(
      names = "--live",
      paramLabel = "PORT",
      converter = Address.class,
      description = "A page to watch it, at [HOST:]PORT.")
  private @Nullable ListenAddress live;

  @Option(
      names = "--linger",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How long they stay after the report (0s).")
  private @Nullable Duration linger;

  WatchOptions() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  /** {@code [HOST:]PORT}. */
  static final class Address implements ITypeConverter<ListenAddress> {
    @Override
    public ListenAddress convert(String text) {
      try {
        return ListenAddress.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** The beginning of names. */
  static final class Namespace implements ITypeConverter<MetricNamespace> {
    @Override
    public MetricNamespace convert(String text) {
      try {
        return new MetricNamespace(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Refuses what has no meaning without another option. */
  void check() {
    if (namespace != null && prometheus == null) {
      throw wrong("--prometheus-namespace goes with --prometheus");
    }
    if (linger != null && prometheus == null && live == null) {
      throw wrong("--linger goes with --prometheus or --live");
    }
  }

  /** Listens, before anything is sent, and says where. */
  Watching open(@Nullable PrintWriter screen) {
    var watching = new Watching(linger == null ? Duration.ZERO : linger, screen);
    try {
      if (prometheus != null) {
        watching.metrics(prometheus, namespace == null ? MetricNamespace.USUAL : namespace);
      }
      if (live != null) {
        watching.page(live);
      }
      return watching;
    } catch (Watching.Unavailable e) {
      watching.close();
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
