package dev.squall.shop.behaviour;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What is said of the name of a route that no shop has. */
final class RouteNames {

  private static final int SHOWN = 3;

  // What is longer is no slip of the pen, and comparing it would only take time.
  private static final int LONGEST = 100;

  private RouteNames() {}

  static String unknown(String name, Collection<String> known) {
    return "there is no route '%s'; the nearest are %s".formatted(cut(name), nearest(name, known));
  }

  static String nearest(String name, Collection<String> known) {
    var meant = cut(name);
    return known.stream()
        .sorted(
            Comparator.comparingInt((String other) -> distance(meant, other))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .collect(Collectors.joining(", "));
  }

  private static String cut(String name) {
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }

  /** Levenshtein's: how many letters to put in, take out or change. */
  private static int distance(String one, String other) {
    var above = new int[other.length() + 1];
    for (var j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      var row = new int[other.length() + 1];
      row[0] = i;
      for (var j = 1; j <= other.length(); j++) {
        var changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + changed);
      }
      above = row;
    }
    return above[other.length()];
  }
}
