package dev.squall.shell.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The origins that requests go to.
 *
 * @param base the one that most go to, of several the first; nothing where there is none
 */
record Origins(Optional<String> base) {

  static Origins of(List<String> origins) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    origins.forEach(origin -> counts.merge(origin, 1, Integer::sum));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new Origins(
        counts.entrySet().stream()
            .filter(each -> each.getValue() == most)
            .map(Map.Entry::getKey)
            .findFirst());
  }

  boolean isBase(String origin) {
    return base.filter(origin::equals).isPresent();
  }

  /** What a request to this origin is written with: a path on the base, else a whole URL. */
  String target(String origin, String path) {
    return isBase(origin) ? path : origin + path;
  }
}
