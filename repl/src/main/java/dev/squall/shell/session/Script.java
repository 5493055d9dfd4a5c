package dev.squall.shell.session;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What was entered as the text of a {@code .jsh} file. A cell of several lines ends at a line
 * {@code // %%}, because what begins with {@code %%} would take all the lines below it.
 */
public final class Script {
  private static final String END = "// %%";
  private static final Pattern ENDS = Pattern.compile("(?m)^//[ \\t]*%%[ \\t]*(?:\\R|\\z)");

  private Script() {}

  /** The file's text. */
  public static String text(List<String> cells) {
    var text = new StringBuilder();
    for (var cell : cells) {
      boolean isLong = cell.strip().indexOf('\n') >= 0;
      if (isLong && !text.isEmpty() && !text.toString().endsWith(END + "\n")) {
        text.append(END).append('\n');
      }
      text.append(cell.stripTrailing()).append('\n');
      if (isLong) {
        text.append(END).append('\n');
      }
    }
    return text.toString();
  }

  /** The pieces that are entered one after the other; a file of another hand may be one. */
  public static List<String> cells(String text) {
    return ENDS.splitAsStream(text).filter(Predicate.not(String::isBlank)).toList();
  }
}
