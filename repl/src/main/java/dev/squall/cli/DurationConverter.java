package dev.squall.cli;

import dev.squall.load.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Durations.parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + text + "' is no duration; write 500ms, 10s or 1m30s"));
  }
}
