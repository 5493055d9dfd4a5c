package dev.squall.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What was copied from a prompt, with its prompts and its answers. */
final class Pasted {
  private static final Pattern FIRST =
      Pattern.compile("^\\s*(?:(?:https?://\\S+|squall) ❯|squall>|jshell>|In \\[\\d+]:)(?: |$)");
  private static final Pattern NEXT = Pattern.compile("^\\s*(?:…|\\.\\.\\.>|\\.\\.\\.:)(?: |$)");

  private Pasted() {}

  /** Only what was entered: where no line begins with a prompt, all of it as it is. */
  static String entered(String text) {
    var lines = text.lines().toList();
    if (lines.stream().noneMatch(line -> FIRST.matcher(line).find())) {
      return text;
    }
    List<String> entered = new ArrayList<>();
    boolean isEntered = false;
    for (var line : lines) {
      var first = FIRST.matcher(line);
      var next = NEXT.matcher(line);
      if (first.find()) {
        if (first.end() < line.stripTrailing().length()) {
          entered.add(line.substring(first.end()));
        }
        isEntered = true;
      } else if (isEntered && next.find()) {
        entered.add(line.substring(next.end()));
      } else {
        isEntered = false;
      }
    }
    return String.join("\n", entered);
  }
}
