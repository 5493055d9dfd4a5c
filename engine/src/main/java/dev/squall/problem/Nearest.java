package dev.squall.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known name nearest to a misspelt one, in any case, if any is within a third of its length:
   * at least two edits, but never as many as it has letters.
   */
  public static Optional<String> to(String name, Collection<String> known) {
    var lower = name.toLowerCase(Locale.ROOT);
    int limit = Math.min(Math.max(2, name.length() / 3), name.length() - 1);
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : known) {
      int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Levenshtein's distance, row by row. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
