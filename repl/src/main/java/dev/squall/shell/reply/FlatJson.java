package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import dev.squall.shell.reply.Line.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value on one line, as far as so many cells go; the rest is not even looked at. */
final class FlatJson {
  private final Fold fold;
  private final Masks masks;
  private final List<Span> spans = new ArrayList<>();
  private int room;

  private FlatJson(int room, Fold fold, Masks masks) {
    this.room = room;
    this.fold = fold;
    this.masks = masks;
  }

  /** All of it; nothing where it takes more cells. */
  static Optional<List<Span>> fitting(Json json, int cells, Fold fold, Masks masks) {
    var flat = new FlatJson(cells, fold, masks);
    flat.value(json);
    return flat.room < 0 ? Optional.empty() : Optional.of(flat.spans);
  }

  /** As much of it as fits. */
  static List<Span> cut(Json json, int cells, Fold fold, Masks masks) {
    var flat = new FlatJson(cells, fold, masks);
    flat.value(json);
    return new Line(flat.spans).cut(Math.max(2, cells)).spans();
  }

  private void value(Json json) {
    switch (json) {
      case Json.Obj(var members) when !members.isEmpty() -> object(members);
      case Json.Arr(var items) when !items.isEmpty() -> list(items);
      case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Truth _, Json.Null _ ->
          JsonLeaf.of(json, fold.characters(), masks).forEach(this::add);
    }
  }

  private void object(List<Json.Member> members) {
    add(Tone.PLAIN, "{");
    for (int i = 0; i < members.size() && room >= 0; i++) {
      var member = members.get(i);
      add(Tone.PLAIN, i == 0 ? "" : ", ");
      add(JsonLeaf.name(member.name()));
      add(Tone.PLAIN, ": ");
      if (masks.hides(member.name(), member.value())) {
        add(JsonLeaf.masked());
      } else {
        value(member.value());
      }
    }
    add(Tone.PLAIN, "}");
  }

  private void list(List<Json> items) {
    add(Tone.PLAIN, "[");
    for (int i = 0; i < items.size() && room >= 0; i++) {
      add(Tone.PLAIN, i == 0 ? "" : ", ");
      value(items.get(i));
    }
    add(Tone.PLAIN, "]");
  }

  private void add(Tone tone, String text) {
    add(new Span(tone, text));
  }

  /** Also what goes beyond the room, once: there it will be cut. */
  private void add(Span span) {
    if (room >= 0) {
      spans.add(span);
      room -= Display.width(span.text());
    }
  }
}
