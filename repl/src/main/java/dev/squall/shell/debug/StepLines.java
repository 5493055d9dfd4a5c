package dev.squall.shell.debug;

import dev.squall.run.Stepped;
import dev.squall.run.VariableChange;
import dev.squall.sample.Outcome;
import dev.squall.sheet.Numbers;
import dev.squall.shell.debug.Line.Tone;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.List;

/** One step as lines: what went, what came, what was made of it. */
final class StepLines {
  /** Of a body; nobody reads further on a screen. */
  private static final int MOST_LINES = 40;

  private static final int MOST_CHARACTERS = 4_000;

  private static final String HEAD_END = "\r\n\r\n";

  private final Mask mask;
  private final List<Line> lines = new ArrayList<>();

  private StepLines(Mask mask) {
    this.mask = mask;
  }

  static List<Line> of(Stepped stepped, Mask mask) {
    var screen = new StepLines(mask);
    screen.add(stepped);
    return screen.lines;
  }

  /** The same in one line. */
  static Line brief(Stepped stepped, Mask mask) {
    var step = stepped.step();
    if (stepped.skipped()) {
      return Line.of(Tone.FAINT, "- " + step.name() + "  skipped");
    }
    boolean ok = step.outcome() instanceof Outcome.Ok;
    var answered =
        step.status() > 0
            ? "  " + step.status() + " · " + Numbers.decimal(step.serviceMs()) + " ms"
            : "";
    return Line.of(
        ok ? Tone.GOOD : Tone.BAD,
        (ok ? "✓ " : "✗ ") + step.name() + answered + (ok ? "" : "  " + error(step, mask)));
  }

  private void add(Stepped stepped) {
    var step = stepped.step();
    line(
        Tone.TITLE,
        step.name()
            + (step.endpoint().isEmpty() || step.name().equals(step.endpoint())
                ? ""
                : "  " + step.endpoint())
            + (stepped.skipped() ? "  skipped: nothing was sent" : ""));
    for (var hop : step.hops()) {
      line(
          Tone.FAINT,
          "↪ "
              + mask.target(hop.url())
              + "  "
              + hop.status()
              + " to "
              + mask.target(hop.location()));
    }
    request(step.request());
    if (step.status() > 0) {
      answer(step);
    }
    captures(step);
    checks(step);
    if (!(step.outcome() instanceof Outcome.Ok)) {
      line(Tone.BAD, error(step, mask));
    }
    stepped.changes().forEach(this::change);
  }

  private void request(String wire) {
    int end = wire.indexOf(HEAD_END);
    block(Tone.SENT, "> ", mask.head(end < 0 ? wire : wire.substring(0, end)));
    if (end >= 0 && end + HEAD_END.length() < wire.length()) {
      line(Tone.SENT, ">");
      block(Tone.SENT, "> ", mask.body(wire.substring(end + HEAD_END.length())));
    }
  }

  private void answer(TracedStep step) {
    line(Tone.TITLE, "< " + answered(step));
    for (var header : step.headers()) {
      line(
          Tone.FAINT,
          "< " + header.name() + ": " + mask.target(mask.value(header.name(), header.value())));
    }
    if (!step.body().isEmpty()) {
      line(Tone.RECEIVED, "<");
      block(Tone.RECEIVED, "< ", mask.body(step.body()));
    }
  }

  private static String answered(TracedStep step) {
    var timing = step.timing();
    var opening =
        (timing.dnsMs() > 0 ? "name " + Numbers.decimal(timing.dnsMs()) + " · " : "")
            + (step.reused() ? "" : "connect " + Numbers.decimal(timing.connectMs()) + " · ")
            + (timing.tlsMs() > 0 ? "TLS " + Numbers.decimal(timing.tlsMs()) + " · " : "");
    return step.status()
        + " · "
        + Numbers.bytes(step.bytesReceived())
        + " · "
        + Numbers.decimal(step.responseMs())
        + " ms   "
        + opening
        + "server "
        + Numbers.decimal(timing.waitMs())
        + " · body "
        + Numbers.decimal(timing.readMs())
        + (step.reused() ? " · reused connection" : " · new connection");
  }

  private void captures(TracedStep step) {
    for (var capture : step.captures()) {
      var found = capture.value();
      line(
          found.isPresent() ? Tone.PLAIN : Tone.BAD,
          found.isPresent()
              ? "extract "
                  + capture.variable()
                  + " from "
                  + capture.extractor()
                  + ": "
                  + cut(mask.value(capture.variable(), found.get()))
              : "extract "
                  + capture.variable()
                  + " from "
                  + capture.extractor()
                  + ": found nothing, "
                  + capture.missing());
    }
  }

  private void checks(TracedStep step) {
    for (var check : step.checks()) {
      line(
          check.ok() ? Tone.GOOD : Tone.BAD,
          (check.ok() ? "✓ " : "✗ ")
              + check.check()
              + (check.check().contains("${")
                  ? " (" + mask.value(check.check(), check.expected()) + ")"
                  : "")
              + (check.ok() ? "" : ", but it was " + mask.value(check.check(), check.actual())));
    }
  }

  private static String error(TracedStep step, Mask mask) {
    return switch (step.outcome()) {
      case Outcome.Ok() -> "";
      case Outcome.Interrupted() -> "interrupted";
      case Outcome.Failed(var category, var kind, var message) ->
          category.label() + " (" + kind + "): " + mask.value(kind, message);
    };
  }

  private void change(VariableChange change) {
    var name = change.name();
    var before = change.before().map(value -> cut(mask.value(name, value)));
    var after = change.after().map(value -> cut(mask.value(name, value)));
    if (before.isEmpty()) {
      line(Tone.CHANGED, "+ " + name + " = " + after.orElse(""));
    } else if (after.isEmpty()) {
      line(Tone.CHANGED, "- " + name + " (was " + before.get() + ")");
    } else {
      line(Tone.CHANGED, "~ " + name + ": " + before.get() + " → " + after.get());
    }
  }

  /** A value in a line. */
  static String cut(String value) {
    int most = 120;
    return value.codePointCount(0, value.length()) <= most
        ? value
        : value.substring(0, value.offsetByCodePoints(0, most)) + "…";
  }

  private void line(Tone tone, String text) {
    lines.add(Line.of(tone, text));
  }

  /** A long text ends with a line that says what is left out. */
  private void block(Tone tone, String mark, String text) {
    var whole = text.strip();
    if (whole.codePoints().limit(1_000).anyMatch(StepLines::isBinary)) {
      line(
          Tone.FAINT, mark + "(" + Numbers.count(whole.length()) + " characters that are no text)");
      return;
    }
    int end =
        whole.offsetByCodePoints(
            0, Math.min(MOST_CHARACTERS, whole.codePointCount(0, whole.length())));
    var shown = whole.substring(0, end).lines().limit(MOST_LINES).toList();
    shown.forEach(each -> line(tone, mark + each));
    int left = whole.length() - shown.stream().mapToInt(String::length).sum();
    if (end < whole.length() || whole.lines().skip(MOST_LINES).findAny().isPresent()) {
      line(Tone.FAINT, mark + "… about " + Numbers.count(left) + " characters more");
    }
  }

  private static boolean isBinary(int character) {
    return character == 0xFFFD || (character < ' ' && "\r\n\t\f".indexOf(character) < 0);
  }
}
