package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A line of a shell, split into words. Stands in until the real one comes. */
final class ShellWords {
  private static final String SAFE = "_@%+=:,./?&~^$-{}[]";

  private ShellWords() {}

  /**
   * The words of a line.
   *
   * @param end where it was left: at a line end, a comment, a closing brace or a bar
   */
  record Split(List<ShellWord> words, int end, List<Problem> problems) {
    public Split {
      words = List.copyOf(words);
      problems = List.copyOf(problems);
    }
  }

  static Split split(String source, String text, int from, boolean endsAtBar) {
    var words = new ArrayList<ShellWord>();
    var problems = new ArrayList<Problem>();
    int i = from;
    while (true) {
      i = blanks(text, i);
      if (i >= text.length() || text.charAt(i) == '\n' || text.charAt(i) == '#') {
        return new Split(words, i, problems);
      }
      int begin = i;
      var word = new StringBuilder();
      boolean quoted = false;
      while (i < text.length() && text.charAt(i) != '\n' && !Words.isBlank(text.charAt(i))) {
        char c = text.charAt(i);
        if (c == '\'' || c == '"') {
          quoted = true;
          int close = close(text, i, c);
          if (close < 0) {
            problems.add(
                new Problem(
                    Position.at(source, text, i), "a quote without an end", "close it with " + c));
            return new Split(words, text.length(), problems);
          }
          word.append(unescaped(text.substring(i + 1, close), c));
          i = close + 1;
        } else if (c == '\\' && i + 1 < text.length()) {
          if (text.charAt(i + 1) == '\n') {
            break;
          }
          quoted = true;
          word.append(text.charAt(i + 1));
          i += 2;
        } else {
          word.append(c);
          i++;
        }
      }
      boolean ends = word.toString().equals("}") || (endsAtBar && word.toString().equals("|"));
      if (ends && !quoted) {
        return new Split(words, begin, problems);
      }
      words.add(new ShellWord(word.toString(), new Span(begin, i)));
    }
  }

  private static int blanks(String text, int from) {
    int i = from;
    while (i < text.length()) {
      if (text.startsWith("\\\n", i)) {
        i += 2;
      } else if (text.startsWith("\\\r\n", i)) {
        i += 3;
      } else if (Words.isBlank(text.charAt(i))) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  private static int close(String text, int open, char quote) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
      if (quote == '"' && text.charAt(i) == '\\') {
        i++;
      }
    }
    return -1;
  }

  private static String unescaped(String text, char quote) {
    return quote == '"' ? text.replace("\\\"", "\"").replace("\\\\", "\\") : text;
  }

  /** A word as a shell reads it again. */
  static String quote(String word) {
    boolean safe =
        !word.isEmpty()
            && !word.equals("}")
            && word.codePoints()
                .allMatch(c -> c < 128 && (Words.isLetter(c) || SAFE.indexOf(c) >= 0));
    return safe ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
