package dev.squall.shell.exports;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What a format cannot say: each thing once, at the first place where it is wanted. */
final class Notes {
  private final List<Problem> problems = new ArrayList<>();

  /** The words of it, for a comment. */
  String add(String place, String what, String hint) {
    boolean isKnown =
        problems.stream()
            .anyMatch(earlier -> earlier.what().equals(what) && earlier.hint().equals(hint));
    if (!isKnown) {
      problems.add(new Problem(Position.in(place), what, hint));
    }
    return oneLine("left out: " + what + (hint.isEmpty() ? "" : "; " + hint));
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }

  /** A text that no name can end early or break into lines. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u0085\\u2028\\u2029]+", " ")
        .replace("*/", "* /")
        // Java reads these even in comments.
        .replace("\\u", "\\ u");
  }
}
