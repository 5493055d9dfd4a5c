package dev.squall.shell.exports;

import dev.squall.Squall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Texts, numbers and times as Java writes them. */
final class JavaLiterals {
  /** A class file holds no constant of 64 KiB, and a character may take three bytes and more. */
  private static final int LONGEST = 10_000;

  private JavaLiterals() {}

  static Code text(String text) {
    if (text.length() <= LONGEST) {
      return Code.word(quoted(text));
    }
    var parts = new ArrayList<Code>(List.of(text("")));
    for (int i = 0; i < text.length(); i += LONGEST) {
      parts.add(text(text.substring(i, Math.min(text.length(), i + LONGEST))));
    }
    return Code.call("String.join", parts);
  }

  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    escape(text, "\"", quoted);
    return quoted.append('"').toString();
  }

  static String character(char c) {
    var quoted = new StringBuilder("'");
    escape(Character.toString(c), "'", quoted);
    return quoted.append('\'').toString();
  }

  /** A text block where that reads better than a text in quotes. */
  static Code body(String text) {
    boolean isBetter = text.indexOf('\n') >= 0 || (text.indexOf('"') >= 0 && text.length() > 30);
    return isBetter && text.length() <= LONGEST ? block(text) : text(text);
  }

  private static Code block(String text) {
    var lines = new ArrayList<String>();
    lines.add("\"\"\"");
    for (var line : text.split("\n", -1)) {
      lines.add(blockLine(line));
    }
    // The last line's end is none of the text's.
    lines.set(lines.size() - 1, lines.getLast() + "\\");
    lines.add("\"\"\"");
    return new Code.Block(lines);
  }

  private static String blockLine(String line) {
    var quoted = new StringBuilder();
    // What a text block would strip, or take for its own indentation.
    boolean endsBlank = line.endsWith(" ") || line.endsWith("\t");
    escape(endsBlank ? line.substring(0, line.length() - 1) : line, "", quoted);
    if (endsBlank) {
      quoted.append(line.endsWith("\t") ? "\\t" : "\\s");
    }
    return quoted.toString().replace("\"\"\"", "\\\"\\\"\\\"");
  }

  private static void escape(String text, String quote, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        case '\\' -> to.append("\\\\");
        default -> {
          if (quote.indexOf(c) >= 0) {
            to.append('\\').append(c);
          } else if (c < ' ') {
            to.append("\\%03o".formatted((int) c));
          } else if (isUnsafe(text, i)) {
            to.append("\\u%04x".formatted((int) c));
          } else {
            to.append(c);
          }
        }
      }
    }
  }

  /** What an editor would not show, or no file could hold. */
  static boolean isUnsafe(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  static Code number(long number) {
    return Code.word(number == (int) number ? Long.toString(number) : number + "L");
  }

  static Code number(double number) {
    if (Double.isNaN(number)) {
      return Code.word("Double.NaN");
    }
    if (Double.isInfinite(number)) {
      return Code.word(number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
    }
    boolean isWhole = number == (int) number && (number != 0 || 1 / number > 0);
    return Code.word(isWhole ? Integer.toString((int) number) : Double.toString(number));
  }

  /** A share, as a percentage where that comes to the same. */
  static Code share(double share) {
    double percentage = share * 100;
    for (double tried : List.of(percentage, (double) Math.round(percentage * 1e6) / 1e6)) {
      if (Double.isFinite(tried) && Squall.percent(tried) == share) {
        return Code.call("percent", number(tried));
      }
    }
    return number(share);
  }

  static Code time(Duration time) {
    if (time.isNegative() || time.compareTo(Duration.ofDays(365)) > 0) {
      return exact(time);
    }
    double millis = time.toNanos() / 1e6;
    if (millis < 1000) {
      return time(time, "millis", Squall::millis, millis);
    }
    if (millis % 3_600_000 == 0) {
      return time(time, "hours", Squall::hours, millis / 3_600_000);
    }
    return millis % 60_000 == 0
        ? time(time, "minutes", Squall::minutes, millis / 60_000)
        : time(time, "seconds", Squall::seconds, millis / 1000);
  }

  private static Code time(
      Duration time, String word, DoubleFunction<Duration> meaning, double count) {
    return meaning.apply(count).equals(time) ? Code.call(word, number(count)) : exact(time);
  }

  private static Code exact(Duration time) {
    return Code.call(
        "Duration.ofSeconds",
        Code.word(time.getSeconds() + "L"),
        Code.word(Integer.toString(time.getNano())));
  }
}
