package dev.squall.httpx;

import java.util.regex.Pattern;

/** The way behind something that cannot be read. */
final class Recovery {
  /** A line that begins so, without indentation, begins something new. */
  private static final Pattern FRESH = Pattern.compile("(?:request|req|scenario|mix|var|data) ");

  private final String text;
  private String lonely = "";

  /** Braces, and brackets at the end of a line: what is meant to go on in the next one. */
  private int braces;

  private int lists;
  private int others;

  private Recovery(String text) {
    this.text = text;
  }

  /**
   * The end of the item that begins at a place: of its line, of the last line of the blocks that
   * are opened in it, or where the block around it ends.
   *
   * @param toComma whether a comma ends it too
   */
  static int itemEnd(Tokens in, int from, boolean toComma) {
    return new Recovery(in.text()).end(in, from, toComma, false);
  }

  /** The place of the brace that closes the block in which a place is, or the end of the text. */
  static int blockEnd(Tokens in, int from) {
    return new Recovery(in.text()).end(in, from, false, true);
  }

  private int end(Tokens in, int from, boolean toComma, boolean pastLines) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> {
          lonely = "";
          others = 0;
          boolean over = braces + lists == 0 && !pastLines && !isContinued(i);
          if (over || FRESH.matcher(text).region(i + 1, text.length()).lookingAt()) {
            return i;
          }
        }
        case '{' -> braces++;
        case '}' -> {
          if (braces == 0) {
            return i;
          }
          braces--;
        }
        case '[' -> open(i);
        case '(' -> others++;
        case ']', ')' -> close();
        case ',' -> {
          if (toComma && braces + lists + others == 0) {
            return i;
          }
        }
        case '#' -> i = in.beginsComment(i) ? in.lineEnd(i) - 1 : i;
        case '"', '\'', '`' -> i = partner(i);
        default -> {}
      }
    }
    return text.length();
  }

  private void open(int bracket) {
    int i = bracket + 1;
    while (i < text.length() && Words.isBlank(text.charAt(i))) {
      i++;
    }
    if (i < text.length() && text.charAt(i) == '\n') {
      lists++;
    } else {
      others++;
    }
  }

  private void close() {
    if (others > 0) {
      others--;
    } else {
      lists = Math.max(0, lists - 1);
    }
  }

  private boolean isContinued(int lineEnd) {
    return lineEnd > 0
        && (text.charAt(lineEnd - 1) == '\\' || text.startsWith("\\\r", Math.max(0, lineEnd - 2)));
  }

  /** The quote that closes one in its line; the quote itself where none does. */
  private int partner(int quote) {
    char wanted = text.charAt(quote);
    if (lonely.indexOf(wanted) < 0) {
      for (int i = quote + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
        if (text.charAt(i) == wanted) {
          return i;
        }
        if (text.charAt(i) == '\\' && wanted == '"') {
          i++;
        }
      }
      lonely += wanted;
    }
    return quote;
  }
}
