package dev.squall.shell.exports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts, names and patterns as JavaScript writes them. */
final class Js {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FLAGS = Pattern.compile("\\(\\?([ims]+)\\)(.*)", Pattern.DOTALL);
  private static final Pattern JAVA_ONLY =
      Pattern.compile(
          "(?<!\\\\)(?:\\\\\\\\)*(?:\\\\[AzZQEGhHRX]|\\\\p\\{|[*+?}]\\+|\\(\\?>|\\(\\?[a-z-]+[:)]|&&|\\[\\[)");

  private Js() {}

  static String text(String text) {
    var quoted = new StringBuilder("'");
    escape(text, "'", quoted);
    return quoted.append('\'').toString();
  }

  /** The text of a template literal, without its quotes. */
  static String literal(String text) {
    var quoted = new StringBuilder();
    escape(text, "`", quoted);
    return quoted.toString().replace("${", "\\${");
  }

  private static void escape(String text, String quote, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> to.append(quote.equals("`") ? "\n" : "\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        case '\\' -> to.append("\\\\");
        default -> {
          if (quote.indexOf(c) >= 0) {
            to.append('\\').append(c);
          } else if (JavaLiterals.isUnsafe(text, i)) {
            to.append("\\u%04x".formatted((int) c));
          } else {
            to.append(c);
          }
        }
      }
    }
  }

  static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  /** A key of an object. */
  static String key(String name) {
    return isIdentifier(name) ? name : text(name);
  }

  /** A member of an object. */
  static String member(String object, String name) {
    return isIdentifier(name) ? object + "." + name : object + "[" + text(name) + "]";
  }

  static String number(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    return number == (long) number ? Long.toString((long) number) : Double.toString(number);
  }

  /** A pattern of Java's that means the same here, if it does. */
  static Optional<String> pattern(String regex) {
    var flags = FLAGS.matcher(regex);
    boolean flagged = flags.matches();
    var plain = flagged ? flags.group(2) : regex;
    if (JAVA_ONLY.matcher(plain).find()) {
      return Optional.empty();
    }
    return Optional.of(
        flagged
            ? "new RegExp(" + text(plain) + ", " + text(flags.group(1)) + ")"
            : "new RegExp(" + text(plain) + ")");
  }

  static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(Js::text).toList()) + "]";
  }
}
