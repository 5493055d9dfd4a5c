package dev.squall.httpx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What counts instead of what a file says.
 *
 * @param variables values of variables; the file need not have them
 * @param data files with the rows of data that the file has, by its name; its order stays. What a
 *     file is, its ending says: {@code .csv}, {@code .json} or {@code .jsonl}
 */
public record Overrides(Map<String, String> variables, Map<String, String> data) {

  /** Nothing. */
  public static final Overrides NONE = new Overrides(Map.of(), Map.of());

  public Overrides {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
