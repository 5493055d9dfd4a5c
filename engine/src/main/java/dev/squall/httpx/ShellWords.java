package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Splits a command line into words as bash does, but for variables: {@code $name} and {@code
 * ${name}} stay as they are in any quotes, because a step decides about them later. A dollar sign
 * behind a backslash is one for the server, and becomes <code>${$}</code> where a variable would
 * else begin.
 */
final class ShellWords {
  private final String source;
  private final String text;
  private final boolean endsAtBar;
  private final List<ShellWord> words = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  /** Where the word so far has a dollar sign that begins no variable. */
  private final BitSet plainDollars = new BitSet();

  private int at;
  private boolean windows;

  /**
   * What a command line came to.
   *
   * @param words without quotes
   * @param end where it ended, before what ended it
   * @param problems in the order of the text
   */
  record Split(List<ShellWord> words, int end, List<Problem> problems) {
    Split {
      words = List.copyOf(words);
      problems = List.copyOf(problems);
    }
  }

  private ShellWords(String source, String text, int from, boolean endsAtBar) {
    this.source = source;
    this.text = text;
    this.at = from;
    this.endsAtBar = endsAtBar;
  }

  /**
   * The words from an offset up to a line end that no backslash continues, a {@code #} that begins
   * a word, a word that is a closing brace or, where a bar ends it, one that is {@code |}.
   */
  static Split split(String source, String text, int from, boolean endsAtBar) {
    return new ShellWords(source, text, from, endsAtBar).split();
  }

  /** A word that a shell, and {@link #split}, reads as this text. */
  static String quote(String text) {
    return ShellQuotes.quote(text);
  }

  private Split split() {
    skipBlanks();
    while (at < text.length() && !ends()) {
      word();
      skipBlanks();
    }
    return new Split(words, at, problems);
  }

  private boolean ends() {
    return lineEnd(at) > 0 || text.charAt(at) == '#' || isAlone('}') || (endsAtBar && isAlone('|'));
  }

  private boolean isAlone(char sign) {
    return text.charAt(at) == sign && (at + 1 == text.length() || isSpace(at + 1));
  }

  /** How long the line end there is; 0 where there is none. */
  private int lineEnd(int offset) {
    return text.startsWith("\n", offset) ? 1 : text.startsWith("\r\n", offset) ? 2 : 0;
  }

  private boolean isBlank(int offset) {
    return offset < text.length() && " \t\r".indexOf(text.charAt(offset)) >= 0;
  }

  private boolean isSpace(int offset) {
    return isBlank(offset) || lineEnd(offset) > 0;
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (isBlank(at) && lineEnd(at) == 0) {
        at++;
      } else if (!isContinued()) {
        return;
      }
    }
  }

  /** Whether a line goes on behind a continuation sign here, which is then passed. */
  private boolean isContinued() {
    char sign = text.charAt(at);
    if (sign != '\\' && sign != '^') {
      return false;
    }
    int next = at + 1;
    while (sign == '\\' && isBlank(next) && lineEnd(next) == 0) {
      next++;
    }
    boolean lastOfAll = sign == '\\' && at + 1 == text.length();
    if (lineEnd(next) == 0 && !lastOfAll) {
      return false;
    }
    if (sign == '^') {
      windows();
    } else if (next > at + 1) {
      problem(at, "a blank stands behind the \\ at the end of a line", "make \\ the last of it");
    }
    at = next + lineEnd(next);
    return true;
  }

  private void windows() {
    if (!windows) {
      windows = true;
      problem(at, "a command for the Windows command line", "copy as cURL (bash) instead");
    }
  }

  private void word() {
    int from = at;
    word.setLength(0);
    plainDollars.clear();
    while (at < text.length() && !isSpace(at)) {
      piece();
    }
    words.add(new ShellWord(template(), new Span(from, at)));
  }

  private void piece() {
    char c = text.charAt(at);
    if (c == '\'') {
      verbatim();
    } else if (c == '"') {
      quoted();
    } else if (text.startsWith("$'", at)) {
      var escapes = new ShellEscapes(text, at + 2, this::append);
      escapes.read().ifPresent(wrong -> problem(wrong.at(), wrong.what(), wrong.hint()));
      closed(at, "$'", escapes.end());
    } else if (c == '\\' || c == '^') {
      escaped(c);
    } else {
      plain(c);
    }
  }

  private void verbatim() {
    int end = text.indexOf('\'', at + 1);
    word.append(text, at + 1, end < 0 ? text.length() : end);
    closed(at, "'", end);
  }

  private void quoted() {
    int open = at;
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      boolean backslash = c == '\\' && at + 1 < text.length();
      if (backslash && lineEnd(at + 1) > 0) {
        at += 1 + lineEnd(at + 1);
      } else if (backslash && "$`\"\\".indexOf(text.charAt(at + 1)) >= 0) {
        append(text.charAt(at + 1), true);
        at += 2;
      } else {
        plain(c);
      }
    }
    closed(open, "\"", at < text.length() ? at : -1);
  }

  private void closed(int open, String quote, int end) {
    at = end < 0 ? text.length() : end + 1;
    if (end < 0 && !windows) {
      problem(
          open,
          "a " + quote + " that nothing closes",
          "close it with " + quote.substring(quote.length() - 1));
    }
  }

  private void escaped(char sign) {
    if (isContinued()) {
      return;
    }
    if (sign == '^') {
      if (text.startsWith("\"", at + 1)) {
        windows();
      } else {
        append('^', false);
      }
      at++;
    } else {
      append(text.charAt(at + 1), true);
      at += 2;
    }
  }

  private void plain(char c) {
    if (text.startsWith("$(", at)) {
      problem(
          at,
          "the output of a command, and Squall runs none",
          "name a variable instead, or write \\$( for the text itself");
    }
    append(c, false);
    at++;
  }

  private void append(char c, boolean escaped) {
    plainDollars.set(word.length(), escaped && c == '$');
    word.append(c);
  }

  /**
   * The word with its plain dollar signs kept from being read as variables. Only a run of them that
   * ends before a name or a brace could be; in it, what stands before a plain one is text, too.
   */
  private String template() {
    if (plainDollars.isEmpty()) {
      return word.toString();
    }
    var template = new StringBuilder();
    int next = 0;
    while (next < word.length()) {
      int end = next;
      while (end < word.length() && word.charAt(end) == '$') {
        end++;
      }
      int last = plainDollars.previousSetBit(end - 1);
      if (end > next && last >= next && end < word.length() && beginsName(word.charAt(end))) {
        template.repeat("${$}", last + 1 - next);
        next = last + 1;
      }
      template.append(word, next, end);
      if (end < word.length()) {
        template.append(word.charAt(end));
      }
      next = end + 1;
    }
    return template.toString();
  }

  private static boolean beginsName(char c) {
    return c == '{' || c == '_' || Character.isLetter(c);
  }

  private void problem(int offset, String what, String hint) {
    problems.add(new Problem(Position.at(source, text, offset), what, hint));
  }
}
