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

  /** The only line of a short text, at a column counted from 1. */
  static Position at(String source, String text, int column) {
    return new InText(source, 1, column, text);
  }
}
