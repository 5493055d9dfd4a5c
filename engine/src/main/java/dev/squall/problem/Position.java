package dev.squall.problem;

/** Where a problem is. */
public sealed interface Position {

  /**
   * In a text: {@code shop.httpx:12:7} with the line itself.
   *
   * @param source name of the file or argument
   * @param line from 1
   * @param column from 1, in code points
   * @param text the line's text, without its end
   */
  record InText(String source, int line, int column, String text) implements Position {
    @Override
    public String toString() {
      return source + ":" + line + ":" + column;
    }
  }

  /**
   * In a file whose line is too long to show.
   *
   * @param source name of the file
   * @param line from 1
   * @param column from 1
   */
  record InFile(String source, int line, int column) implements Position {
    @Override
    public String toString() {
      return source + ":" + line + ":" + column;
    }
  }

  /**
   * In an object built in Java: {@code scenario shopping, step login}.
   *
   * @param path the place in words
   */
  record InObject(String path) implements Position {
    @Override
    public String toString() {
      return path;
    }
  }

  /** A place in an object, in words. */
  static Position in(String path) {
    return new InObject(path);
  }

  /**
   * In a text of one or more lines.
   *
   * @param source what the text is
   * @param text all of it
   * @param offset index of the character, from 0; beyond the end it is the end
   */
  static Position at(String source, String text, int offset) {
    int at = Math.min(offset, text.length());
    int from = text.lastIndexOf('\n', at - 1) + 1;
    int to = text.indexOf('\n', at);
    int line = 1 + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
    return new InText(
        source,
        line,
        1 + text.codePointCount(from, at),
        text.substring(from, to < 0 ? text.length() : to).stripTrailing());
  }
}
