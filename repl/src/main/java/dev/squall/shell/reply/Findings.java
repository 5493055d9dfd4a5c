package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import dev.squall.shell.reply.Line.Span;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.List;

/** What a request's own extractors found and its checks said. */
final class Findings {
  private static final int LONGEST = 200;

  private Findings() {}

  static List<Line> of(TracedStep step, Masks masks) {
    var lines = new ArrayList<Line>();
    for (var check : step.checks()) {
      var spans = new ArrayList<Span>();
      spans.add(new Span(check.ok() ? Tone.GOOD : Tone.BAD, check.ok() ? "✓ " : "✗ "));
      spans.add(new Span(Tone.PLAIN, Display.printable(check.check())));
      if (!check.ok()) {
        var actual = masks.value(check.check(), check.actual());
        spans.add(
            new Span(Tone.PLAIN, ", it was " + Display.fit(Display.printable(actual), LONGEST)));
      }
      lines.add(new Line(spans));
    }
    step.extracted()
        .forEach((name, value) -> {
          var shown = Display.fit(Display.printable(masks.value(name, value)), LONGEST);
          lines.add(
              new Line(
                  List.of(
                      new Span(Tone.KEY, Display.printable(name)),
                      new Span(Tone.PLAIN, " = " + shown))));
        });
    return lines;
  }
}
