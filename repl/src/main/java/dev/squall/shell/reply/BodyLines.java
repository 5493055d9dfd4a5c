package dev.squall.shell.reply;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A body as lines of a screen.
 *
 * @param lines from the first
 * @param folded whether they leave something out
 */
record BodyLines(List<Line> lines, boolean folded) {
  private static final int WIDEST = 4;

  /** The most of a text that is looked at for a folded view, in characters. */
  private static final int LOOKED_AT = 1 << 18;

  static BodyLines of(TracedStep step, View view) {
    var kind = BodyKind.of(step);
    return switch (kind) {
      case BodyKind.Empty() -> new BodyLines(List.of(), false);
      case BodyKind.Binary() -> binary(step);
      case BodyKind.Document(var json) -> json(json, view);
      case BodyKind.Markup(var isXml) -> markup(step.body(), isXml, view);
      case BodyKind.Broken(var why) -> {
        var text = text(step.body(), view);
        var lines = new ArrayList<Line>();
        lines.add(Line.of(Tone.FAINT, "no JSON, though it says so: " + Harmless.line(why)));
        lines.addAll(text.lines());
        yield new BodyLines(lines, text.folded());
      }
      case BodyKind.Plain() -> text(step.body(), view);
    };
  }

  private static BodyLines binary(TracedStep step) {
    var lines = new ArrayList<Line>();
    lines.add(Line.of(Tone.FAINT, BodyKind.size(step)));
    lines.addAll(HexLines.of(step.body()));
    return new BodyLines(lines, false);
  }

  private static BodyLines json(Json json, View view) {
    var masks = new Masks(view.reveals());
    if (view.full()) {
      return new BodyLines(
          JsonLines.of(json, view.columns(), Integer.MAX_VALUE - 1, Fold.NONE, masks).orElseThrow(),
          false);
    }
    var plain = JsonLines.of(json, view.columns(), view.lines(), Fold.LADDER.getFirst(), masks);
    if (plain.isPresent()) {
      boolean cut =
          !JsonLines.of(json, view.columns(), view.lines(), Fold.LITTLE_MORE, masks).equals(plain);
      return new BodyLines(plain.get(), cut);
    }
    return Fold.LADDER.stream()
        .skip(1)
        .flatMap(fold -> JsonLines.of(json, view.columns(), view.lines(), fold, masks).stream())
        .findFirst()
        .map(lines -> new BodyLines(cut(lines, view.columns()), true))
        .orElseGet(() -> new BodyLines(List.of(Line.of(Tone.FAINT, "…")), true));
  }

  private static List<Line> cut(List<Line> lines, int columns) {
    return lines.stream().map(line -> line.cut(columns)).toList();
  }

  private static BodyLines markup(String body, boolean isXml, View view) {
    boolean isOneLine = body.strip().lines().limit(3).count() < 3;
    long most = view.full() ? Long.MAX_VALUE : view.lines() + 1L;
    var shown = shown(body, view);
    var lines =
        isXml && isOneLine ? MarkupLines.broken(shown, most) : shown.lines().limit(most).toList();
    return folded(lines.stream().map(line -> MarkupLines.of(start(line, view))), body, view);
  }

  private static BodyLines text(String body, View view) {
    var lines =
        shown(body, view)
            .lines()
            .map(line -> Line.of(Tone.PLAIN, Harmless.line(start(line, view))));
    return folded(lines, body, view);
  }

  /** Its secrets masked before anything is cut, because half a secret is not known as one. */
  private static String shown(String body, View view) {
    boolean isAll = view.full() || body.length() <= LOOKED_AT;
    return new Masks(view.reveals()).body(isAll ? body : body.substring(0, LOOKED_AT));
  }

  /** As much of a line as can come to be seen, and a little more, so that it is known as cut. */
  private static String start(String line, View view) {
    int most = 2 * WIDEST * view.columns();
    return view.full() || line.length() <= most ? line : line.substring(0, most);
  }

  private static BodyLines folded(Stream<Line> all, String body, View view) {
    if (view.full()) {
      return new BodyLines(all.toList(), false);
    }
    // A line that is longer than a few lines of the screen is data, not something to read.
    int widest = view.columns() * WIDEST;
    var cut = new ArrayList<Line>();
    int room = view.lines();
    boolean folded = false;
    for (var line : all.limit(room + 1L).toList()) {
      var shorter = line.cut(widest);
      int taken = Math.max(1, Math.ceilDiv(shorter.width(), view.columns()));
      if (taken > room) {
        folded = true;
        break;
      }
      folded |= shorter.width() < line.width();
      cut.add(shorter);
      room -= taken;
    }
    if (folded) {
      cut.add(Line.of(Tone.FAINT, "… of " + Numbers.count(body.length()) + " characters"));
    }
    return new BodyLines(cut, folded);
  }
}
