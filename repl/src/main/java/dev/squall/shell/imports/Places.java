package dev.squall.shell.imports;

import dev.squall.problem.Position;
import dev.squall.secret.Secrets;

/** Places in files. */
final class Places {
  private static final int LONGEST_LINE = 160;

  private Places() {}

  /**
   * A line and a column; with the line itself where it is short and holds nothing that nobody
   * should see.
   */
  static Position inText(String file, String text, int line, int column) {
    int from = 0;
    for (int n = 1; n < line && from >= 0; n++) {
      from = text.indexOf('\n', from) + 1;
      if (from == 0) {
        break;
      }
    }
    int end = text.indexOf('\n', from);
    int to = end < 0 ? text.length() : end;
    int at = Math.max(1, column);
    if (to - from > LONGEST_LINE) {
      return new Position.InFile(Shown.text(file), Math.max(1, line), at);
    }
    var shown = text.substring(from, to).stripTrailing();
    return isShowable(shown) && at <= shown.length() + 1
        ? new Position.InText(Shown.text(file), Math.max(1, line), at, shown)
        : new Position.InFile(Shown.text(file), Math.max(1, line), at);
  }

  private static boolean isShowable(String line) {
    return line.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)
        && Secrets.body(Secrets.head(line)).equals(line);
  }

  /** A JSON pointer with one more key (RFC 6901). */
  static String pointer(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
