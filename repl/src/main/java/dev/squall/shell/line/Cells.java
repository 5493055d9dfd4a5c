package dev.squall.shell.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Cuts what was entered at once into its parts. */
public final class Cells {
  private static final Pattern COMMAND = Pattern.compile("\\s*%(\\w[\\w-]*)(?=\\s|$)");
  private static final Pattern WHOLE = Pattern.compile("\\s*%%(\\w[\\w-]*)(?=\\s|$)");
  private static final Pattern PROBE =
      Pattern.compile(
          "\\s*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\s+(?:/|https?://|\\$\\{|\"|'|\\{).*",
          Pattern.DOTALL);
  private static final Pattern CURL = Pattern.compile("\\s*(?:\\$ )?curl\\s+\\S.*", Pattern.DOTALL);
  private static final Pattern QUESTION =
      Pattern.compile("\\s*(?:\\?+\\s*([\\w.$%]*)|([%\\w.$]+)\\s*\\?+)\\s*");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]*:\\s.*");

  private static final Pattern CONTENT_TYPE = Pattern.compile("(?im)^content-type:");

  private final String text;
  private final Predicate<String> isComplete;
  private final List<Part> parts = new ArrayList<>();
  private int at;

  private Cells(String text, Predicate<String> isComplete) {
    this.text = text;
    this.isComplete = isComplete;
  }

  /**
   * The parts in their order.
   *
   * @param isComplete whether Java needs nothing more: only behind it another language may begin
   */
  public static List<Part> of(String text, Predicate<String> isComplete) {
    var cells = new Cells(text, isComplete);
    cells.cut();
    return List.copyOf(cells.parts);
  }

  /** Whether a line is no Java. */
  public static boolean isForeign(String line) {
    return COMMAND.matcher(line).lookingAt()
        || WHOLE.matcher(line).lookingAt()
        || PROBE.matcher(line).matches()
        || CURL.matcher(line).matches()
        || QUESTION.matcher(line).matches();
  }

  private void cut() {
    while (at < text.length()) {
      int end = endOfLine(at);
      var line = text.substring(at, end);
      if (line.isBlank()) {
        at = Math.min(text.length(), end + 1);
      } else if (WHOLE.matcher(line).lookingAt()) {
        whole(line, end);
      } else if (COMMAND.matcher(line).lookingAt()) {
        command(end);
      } else if (PROBE.matcher(line).matches()) {
        probe(end);
      } else if (CURL.matcher(line).matches()) {
        curl();
      } else if (QUESTION.matcher(line).matches()) {
        question(line, end);
      } else {
        java();
      }
    }
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private int next(int end) {
    return Math.min(text.length(), end + 1);
  }

  private void whole(String line, int end) {
    var name = WHOLE.matcher(line);
    if (name.lookingAt()) {
      parts.add(new Part.Whole(text.substring(at), at, name.group(1), name.end(), next(end) - at));
    }
    at = text.length();
  }

  /** A line that ends in a backslash goes on. */
  private void command(int end) {
    while (end > at && end < text.length() && text.charAt(end - 1) == '\\') {
      end = endOfLine(end + 1);
    }
    var whole = text.substring(at, end).replace("\\\n", " \n");
    var name = COMMAND.matcher(whole);
    if (name.lookingAt()) {
      parts.add(new Part.Line(whole, at, name.group(1), name.end()));
    }
    at = next(end);
  }

  private void question(String line, int end) {
    var word = QUESTION.matcher(line);
    if (word.matches()) {
      parts.add(new Part.Question(line, at, word.group(1) == null ? word.group(2) : word.group(1)));
    }
    at = next(end);
  }

  /** Lines of headers belong to it, and behind an empty line the rest as its body. */
  private void probe(int end) {
    int from = at;
    int begin = end;
    while (begin < text.length() && text.charAt(begin - 1) == '\\') {
      begin = endOfLine(begin + 1);
    }
    end = begin;
    int to = openJson(from, end);
    if (to > end) {
      end = endOfLine(to);
    }
    while (end < text.length()) {
      var line = text.substring(end + 1, endOfLine(end + 1));
      if (!HEADER.matcher(line).matches()) {
        break;
      }
      end = endOfLine(end + 1);
    }
    end = body(end);
    parts.add(new Part.Probe(text.substring(from, end), from));
    at = next(end);
  }

  /** A body in brackets may go over several lines. */
  private int openJson(int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      boolean begins =
          i > from && (Character.isWhitespace(text.charAt(i - 1)) || text.startsWith(":=", i - 2));
      if ((c == '{' || c == '[') && begins) {
        int close = Words.endOfJson(text, i);
        if (close > end) {
          return close;
        }
        i = close - 1;
      }
    }
    return end;
  }

  private int body(int end) {
    if (end >= text.length()) {
      return end;
    }
    int first = next(end);
    var line = text.substring(first, endOfLine(first));
    boolean afterGap = line.isBlank();
    if (afterGap) {
      first = next(endOfLine(first));
      line = first < text.length() ? text.substring(first, endOfLine(first)) : "";
    }
    boolean looksSo = line.startsWith("{") || line.startsWith("[") || line.startsWith("<");
    if (!looksSo) {
      return afterGap && CONTENT_TYPE.matcher(text).region(at, end).find() ? anyBody(end) : end;
    }
    return line.startsWith("<") ? text.length() : endOfLine(Words.endOfJson(text, first));
  }

  /** What a header announces is a body, whatever it looks like, up to the next probe or command. */
  private int anyBody(int from) {
    int end = from;
    while (end < text.length()) {
      int next = endOfLine(end + 1);
      if (isForeign(text.substring(end + 1, next))) {
        break;
      }
      end = next;
    }
    return end;
  }

  /** Over all lines that end in a backslash or in the middle of a quote. */
  private void curl() {
    int from = at;
    int i = at;
    char quote = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (quote == 0 && c == '\n') {
        break;
      }
      if (c == '\\' && quote != '\'') {
        i++;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      i++;
    }
    int end = Math.min(i, text.length());
    parts.add(new Part.Curl(text.substring(from, end), from));
    at = next(end);
  }

  private void java() {
    int from = at;
    int end = endOfLine(at);
    while (end < text.length()) {
      int begin = end + 1;
      var line = text.substring(begin, endOfLine(begin));
      if (isForeign(line) && isComplete.test(text.substring(from, end))) {
        break;
      }
      end = endOfLine(begin);
    }
    parts.add(new Part.Java(text.substring(from, end), from));
    at = next(end);
  }
}
