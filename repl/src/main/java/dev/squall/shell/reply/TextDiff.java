package dev.squall.shell.reply;

import dev.squall.sheet.Display;

/** Two bodies that are not both JSON, line by line. */
final class TextDiff {
  private static final int LONGEST = 120;
  private static final int MOST_LINES = 20_000;

  private TextDiff() {}

  static void compare(String before, String after, Differences differences) {
    var one = before.lines().limit(MOST_LINES).toList();
    var other = after.lines().limit(MOST_LINES).toList();
    Sequences.compare(
        one,
        other,
        at -> differences.add(Difference.removed(line(at), shown(one.get(at), differences))),
        at -> differences.add(Difference.added(line(at), shown(other.get(at), differences))));
  }

  private static String line(int index) {
    return "line " + (index + 1);
  }

  private static String shown(String line, Differences differences) {
    return Display.fit(Harmless.line(differences.masks.body(line)), LONGEST);
  }
}
