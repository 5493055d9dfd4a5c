package dev.squall.shell.debug;

import java.util.List;
import java.util.stream.Collectors;

/** What a person sees after a word of the debugger. Immutable; secrets are masked already. */
public final class DebugView {
  private final List<Line> lines;
  private final boolean coloured;

  DebugView(List<Line> lines, boolean coloured) {
    this.lines = List.copyOf(lines);
    this.coloured = coloured;
  }

  /** For a terminal that shows colours (ANSI), or without them. */
  public String text(boolean inColour) {
    return lines.stream()
        .map(line -> inColour ? line.ansi() : line.text())
        .collect(Collectors.joining("\n"));
  }

  /** A fragment of a page, on light and on dark; whatever a server sent is text in it. */
  public String html() {
    return lines.stream()
        .map(Line::html)
        .collect(
            Collectors.joining(
                "\n",
                "<pre style=\"margin:0;white-space:pre-wrap;overflow-wrap:anywhere\">",
                "</pre>"));
  }

  /** The screen; in colours where the debugger was told to use them. */
  @Override
  public String toString() {
    return text(coloured);
  }
}
