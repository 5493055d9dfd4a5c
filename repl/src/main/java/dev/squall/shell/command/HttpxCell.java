package dev.squall.shell.command;

import java.util.regex.Pattern;

/** Lines below a command that are a scenario, in the words of {@code .httpx}. */
final class HttpxCell {
  /** What a file of these words begins with, comments apart. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?s)(?:\\s|#[^\\n]*\\n)*(?:var|data|request|req|scenario|mix|setup|teardown)\\b.*");

  private HttpxCell() {}

  static boolean is(Arguments arguments) {
    return BEGINS.matcher(arguments.body()).matches();
  }

  /** So that problems are told at the lines of the cell. */
  static String text(Arguments arguments) {
    return "\n" + arguments.body();
  }
}
