package dev.squall.cli;

import java.io.Console;
import java.util.Optional;

/** What is known of the terminal before there is a prompt. */
final class Screen {
  private static final int COLUMNS = 80;

  private Screen() {}

  /** Whether a person sees output as it comes and lines may be redrawn. */
  static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** The width that the shell exports, else 80. */
  static int columns() {
    var columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,3}") ? Integer.parseInt(columns) : COLUMNS;
  }
}
