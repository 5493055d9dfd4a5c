package dev.squall.shell.docs;

import dev.squall.problem.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to explain besides words. */
public final class Topics {
  private static final List<String> NAMES =
      List.of("cells", "load", "percentiles", "secrets", "trust", "variables");

  private Topics() {}

  /** In the order of the alphabet. */
  public static List<String> names() {
    return NAMES;
  }

  /** The topic of this name, in any case. */
  public static Optional<Topic> of(String name) {
    var known = name.strip().toLowerCase(Locale.ROOT);
    return NAMES.contains(known) ? Optional.of(new Topic(known, read(known))) : Optional.empty();
  }

  /** The topic that was probably meant. */
  public static Optional<String> like(String misspelt) {
    return Nearest.to(misspelt.strip(), NAMES);
  }

  private static String read(String name) {
    try (var in = Topics.class.getResourceAsStream("topics/" + name + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the topic is not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
