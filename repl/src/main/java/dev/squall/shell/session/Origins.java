package dev.squall.shell.session;

import dev.squall.scenario.Extractor;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which step and which extractor gave a variable its value. */
public final class Origins {
  private final Map<String, Origin> all = new ConcurrentHashMap<>();

  /**
   * Of a variable.
   *
   * @param step its name
   * @param extractor in words
   */
  public record Origin(String step, String extractor) {}

  void put(String variable, String step, Extractor extractor) {
    all.put(variable, new Origin(step, extractor.toString()));
  }

  /** A variable has a value that somebody gave it. */
  public void set(String variable) {
    all.put(variable, new Origin("", "set"));
  }

  /** Of a variable. */
  public Optional<Origin> of(String variable) {
    return Optional.ofNullable(all.get(variable));
  }
}
