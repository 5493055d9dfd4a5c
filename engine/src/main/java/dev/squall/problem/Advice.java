package dev.squall.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The same advice in the words of those who read it: what a plan finds wrong is told in Java, and
 * not everybody writes Java.
 *
 * @param words a pattern in Java's words, and what is said instead of what it matches
 */
public record Advice(Map<Pattern, String> words) {

  /** Of pairs: Java's words as they stand, with {@code …} for any others, and the other words. */
  public static Advice of(String... pairs) {
    var words = new LinkedHashMap<Pattern, String>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      var literal = Pattern.quote(pairs[i]).replace("…", "\\E(.*?)\\Q");
      words.put(Pattern.compile(literal), pairs[i + 1]);
    }
    return new Advice(words);
  }

  /** A problem in these words. */
  public Problem of(Problem problem) {
    return new Problem(problem.position(), said(problem.what()), said(problem.hint()));
  }

  private String said(String text) {
    var said = text;
    for (var pair : words.entrySet()) {
      said = pair.getKey().matcher(said).replaceAll(pair.getValue());
    }
    return said;
  }
}
