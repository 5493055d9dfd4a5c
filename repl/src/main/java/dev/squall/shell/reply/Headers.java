package dev.squall.shell.reply;

import dev.squall.stats.HeaderLine;
import dev.squall.stats.Trace.TracedStep;
import java.util.Locale;
import java.util.Optional;

/** What the headers of an answer say of it. */
final class Headers {
  private Headers() {}

  /** The first value of a name, in any case. */
  static Optional<String> first(TracedStep step, String name) {
    return step.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HeaderLine::value)
        .findFirst();
  }

  /** The media type without its parameters, in small letters; empty where none is told. */
  static String mediaType(TracedStep step) {
    var type = first(step, "Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** {@code application/json}, {@code application/problem+json} and their like. */
  static boolean saysJson(String mediaType) {
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }
}
