package dev.squall.shell.reply;

import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.stream.Collectors;

/**
 * An answer as a terminal shows it: redirects, status, size and times, what failed and what may
 * help, headers where they are wanted, the body, what was extracted and checked.
 */
public final class ReplyText {
  private ReplyText() {}

  /**
   * The lines, each with its end. Nothing of what the server sent can move a cursor, set a colour
   * or turn the direction of writing.
   */
  public static String of(TracedStep step, View view) {
    var lines = new ArrayList<>(Headline.of(step, view));
    var body = BodyLines.of(step, view);
    if (view.headers() && !body.lines().isEmpty()) {
      lines.add(Line.of(Tone.PLAIN, ""));
    }
    lines.addAll(body.lines());
    if (body.folded()) {
      lines.add(Line.of(Tone.FAINT, "folded · %body shows all of it"));
    }
    lines.addAll(Findings.of(step, new Masks(view.reveals())));
    return lines.stream()
        .map(line -> line.text(view.colour()) + "\n")
        .collect(Collectors.joining());
  }
}
