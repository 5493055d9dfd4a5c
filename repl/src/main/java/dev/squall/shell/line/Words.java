package dev.squall.shell.line;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words at blanks, as a shell does: {@code 'as it stands'}, {@code "with \" in
 * it"}; behind a backslash any character stands for itself. JSON keeps its quotes: within {@code
 * {…}} and {@code […]} nothing is cut.
 */
public final class Words {
  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private Words(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** The words from an index on. A quote that nobody closes ends with the text. */
  public static List<Word> of(String text, int from) {
    var all = new Words(text, from);
    all.cut();
    return List.copyOf(all.words);
  }

  private void cut() {
    while (true) {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (at >= text.length()) {
        return;
      }
      word();
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c);
  }

  private void word() {
    int from = at;
    var word = new StringBuilder();
    char first = text.charAt(at);
    if (first == '{' || first == '[') {
      at = endOfJson(text, at);
      words.add(new Word(text.substring(from, at), from, at, false));
      return;
    }
    while (at < text.length() && !isBlank(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        quoted(c, word);
      } else if ((c == '{' || c == '[') && text.startsWith(":=", at - 2) && at - 2 >= from) {
        int end = endOfJson(text, at);
        word.append(text, at, end);
        at = end;
      } else {
        if (c == '\\' && at + 1 < text.length()) {
          at++;
        }
        word.append(text.charAt(at++));
      }
    }
    words.add(new Word(word.toString(), from, at, first == '\'' || first == '"'));
  }

  private void quoted(char quote, StringBuilder word) {
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    at = Math.min(text.length(), at + 1);
  }

  /** Behind the bracket that closes the one at an index; the text's end where none does. */
  public static int endOfJson(String text, int from) {
    int depth = 0;
    boolean inString = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return text.length();
  }
}
