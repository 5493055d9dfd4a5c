package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.Line.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document as lines: what fits on one stands on one, everything else is opened. */
final class JsonLines {
  private static final int INDENT = 2;

  private final int columns;
  private final int most;
  private final Fold fold;
  private final Masks masks;
  private final List<Line> lines = new ArrayList<>();
  private final List<Span> open = new ArrayList<>();
  private int width;

  /** What the lines take on a screen, where a long one goes on below. */
  private int rows;

  private JsonLines(int columns, int most, Fold fold, Masks masks) {
    this.columns = columns;
    this.most = most;
    this.fold = fold;
    this.masks = masks;
  }

  /** All lines; nothing where a screen needs more than so many, which then were not all made. */
  static Optional<List<Line>> of(Json json, int columns, int most, Fold fold, Masks masks) {
    var made = new JsonLines(columns, most, fold, masks);
    made.value(json, 0, "");
    made.end();
    return made.isFull() ? Optional.empty() : Optional.of(made.lines);
  }

  private boolean isFull() {
    return rows > most;
  }

  private void value(Json json, int depth, String after) {
    var flat =
        Json.isLeaf(json)
            ? Optional.of(JsonLeaf.of(json, fold.characters(), masks))
            : FlatJson.fitting(json, columns - width - after.length(), fold, masks);
    if (flat.isPresent()) {
      flat.get().forEach(this::add);
    } else if (depth >= fold.depth()) {
      JsonLeaf.of(json, fold.characters(), masks).forEach(this::add);
    } else {
      opened(json, depth);
    }
    add(new Span(Tone.PLAIN, after));
  }

  private void opened(Json json, int depth) {
    switch (json) {
      case Json.Obj(var members) -> object(members, depth);
      case Json.Arr(var items) when items.stream().allMatch(Json::isLeaf) -> leaves(items, depth);
      case Json.Arr(var items) -> list(items, depth);
      case Json.Str _, Json.Num _, Json.Truth _, Json.Null _ ->
          throw new IllegalStateException("a leaf has nothing to open");
    }
  }

  private void object(List<Json.Member> members, int depth) {
    add(new Span(Tone.PLAIN, "{"));
    int shown = Math.min(members.size(), fold.members());
    for (int i = 0; i < shown && !isFull(); i++) {
      var member = members.get(i);
      begin(depth + 1);
      add(JsonLeaf.name(member.name()));
      add(new Span(Tone.PLAIN, ": "));
      var comma = i + 1 < members.size() ? "," : "";
      if (masks.hides(member.name(), member.value())) {
        add(JsonLeaf.masked());
        add(new Span(Tone.PLAIN, comma));
      } else {
        value(member.value(), depth + 1, comma);
      }
    }
    more(members.size() - shown, depth + 1);
    begin(depth);
    add(new Span(Tone.PLAIN, "}"));
  }

  private void list(List<Json> items, int depth) {
    add(new Span(Tone.PLAIN, "["));
    int shown = Math.min(items.size(), fold.items());
    for (int i = 0; i < shown && !isFull(); i++) {
      begin(depth + 1);
      var comma = i + 1 < items.size() ? "," : "";
      if (i == 0 || !fold.brief()) {
        value(items.get(i), depth + 1, comma);
      } else {
        brief(items.get(i), comma);
      }
    }
    more(items.size() - shown, depth + 1);
    begin(depth);
    add(new Span(Tone.PLAIN, "]"));
  }

  private void brief(Json item, String comma) {
    int room = columns - width - comma.length();
    FlatJson.cut(item, room, fold, masks).forEach(this::add);
    add(new Span(Tone.PLAIN, comma));
  }

  /** As many on each line as it has room for. */
  private void leaves(List<Json> items, int depth) {
    add(new Span(Tone.PLAIN, "["));
    begin(depth + 1);
    int from = lines.size();
    // A list of numbers is read by the line: three lines of it are what three items are elsewhere.
    int i = 0;
    for (; i < items.size() && !isFull(); i++) {
      var spans = JsonLeaf.of(items.get(i), fold.characters(), masks);
      int wide = spans.stream().mapToInt(span -> Display.width(span.text())).sum();
      boolean isFirst = width == (depth + 1) * INDENT;
      if (!isFirst && width + 1 + wide + 1 > columns) {
        if (lines.size() - from + 1 >= fold.items()) {
          break;
        }
        begin(depth + 1);
      } else if (!isFirst) {
        add(new Span(Tone.PLAIN, " "));
      }
      spans.forEach(this::add);
      add(new Span(Tone.PLAIN, i + 1 < items.size() ? "," : ""));
    }
    more(items.size() - i, depth + 1);
    begin(depth);
    add(new Span(Tone.PLAIN, "]"));
  }

  private void more(int count, int depth) {
    if (count > 0 && !isFull()) {
      begin(depth);
      add(new Span(Tone.FAINT, "… " + Numbers.count(count) + " more"));
    }
  }

  private void begin(int depth) {
    end();
    add(new Span(Tone.PLAIN, " ".repeat(depth * INDENT)));
  }

  private void end() {
    lines.add(new Line(open));
    rows += Math.max(1, Math.ceilDiv(width, columns));
    open.clear();
    width = 0;
  }

  private void add(Span span) {
    if (!span.text().isEmpty()) {
      open.add(span);
      width += Display.width(span.text());
    }
  }
}
