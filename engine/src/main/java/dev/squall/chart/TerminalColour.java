package dev.squall.chart;

import org.jspecify.annotations.Nullable;

/** Colours of a terminal's own palette, which fits its ground. */
final class TerminalColour {
  private static final String RESET = "\u001b[0m";
  private static final int GREY = 7;

  private TerminalColour() {}

  /** What changes to an ink; without one, what changes back. */
  static String of(@Nullable Ink ink) {
    if (ink == null) {
      return RESET;
    }
    return ink.ansi() == GREY ? "\u001b[0;90m" : "\u001b[0;3" + ink.ansi() + "m";
  }

  static String coloured(String text, Ink ink, boolean colour) {
    return colour ? of(ink) + text + RESET : text;
  }
}
