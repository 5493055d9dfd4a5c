package dev.squall.shell.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What was entered as the text of a {@code .jsh} file. A cell of several lines ends at a line
 * {@code // %%}, because what begins with {@code %%} would take all the lines below it.
 *
 * @param text the file's
 * @param secrets variables of the environment that it asks for
 */
public record Script(String text, Set<String> secrets) {
  private static final String END = "// %%";
  private static final Pattern ENDS = Pattern.compile("(?m)^//[ \\t]*%%[ \\t]*(?:\\R|\\z)");

  /** What would write the file or perform it while it is performed. */
  private static final Pattern OF_FILES =
      Pattern.compile("(?m)^[ \\t]*%(?:(?:save|load)[ \\t].*\\.jsh['\"]?[ \\t]*$|notebook[ \\t])");

  private static final Pattern BEGIN_OF_LINE = Pattern.compile("(?m)^");

  public Script {
    secrets = Set.copyOf(secrets);
  }

  /**
   * Of what was entered.
   *
   * @param failed the places of those that did not go through, from 0: they become comments, so
   *     that what stands behind them can be performed
   */
  public static Script of(List<String> entered, Set<Integer> failed) {
    var secrets = new TreeSet<String>();
    var text = new StringBuilder();
    for (int i = 0; i < entered.size(); i++) {
      var masked = Masked.of(entered.get(i));
      var cell = OF_FILES.matcher(masked.text()).replaceAll("// $0").stripTrailing();
      if (failed.contains(i)) {
        cell = BEGIN_OF_LINE.matcher(cell).replaceAll("// ");
      } else {
        secrets.addAll(masked.names());
      }
      boolean isLong = cell.strip().indexOf('\n') >= 0;
      if (isLong && !text.isEmpty() && !text.toString().endsWith(END + "\n")) {
        text.append(END).append('\n');
      }
      text.append(cell).append('\n');
      if (isLong) {
        text.append(END).append('\n');
      }
    }
    return new Script(text.toString(), secrets);
  }

  /** The pieces that are entered one after the other; a file of another hand may be one. */
  public static List<String> cells(String text) {
    return ENDS.splitAsStream(text).filter(Predicate.not(String::isBlank)).toList();
  }
}
