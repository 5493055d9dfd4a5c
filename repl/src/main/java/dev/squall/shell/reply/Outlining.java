package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.JsonOutline.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A walk through a document that notes every path. */
final class Outlining {
  private static final int DEEPEST = 16;
  private static final int SAMPLE = 40;

  /** So many items are looked at for what the items of a list hold. */
  private static final int LOOKED_AT = 50;

  private final Masks masks;
  private final List<Entry> entries = new ArrayList<>();

  private Outlining(Masks masks) {
    this.masks = masks;
  }

  static List<Entry> of(Json json, Masks masks) {
    var outlining = new Outlining(masks);
    outlining.walk(JsonPaths.ROOT, "", json, 0);
    return outlining.entries;
  }

  private boolean isFull(int depth) {
    return entries.size() >= JsonOutline.MOST || depth > DEEPEST;
  }

  private void walk(String path, String name, Json json, int depth) {
    if (isFull(depth)) {
      return;
    }
    add(path, name, json);
    if (masks.isSecret(name)) {
      return;
    }
    switch (json) {
      case Json.Obj object ->
          JsonPaths.members(object)
              .forEach((member, value) ->
                  walk(JsonPaths.member(path, member), member, value, depth + 1));
      case Json.Arr(var items) when !items.isEmpty() -> {
        walk(JsonPaths.item(path, 0), name, items.getFirst(), depth + 1);
        everyItem(JsonPaths.everyItem(path), name, items, depth + 1);
      }
      case Json.Arr _, Json.Str _, Json.Num _, Json.Truth _, Json.Null _ -> {}
    }
  }

  /** What a list's items hold, whichever of them does. */
  private void everyItem(String path, String name, List<Json> items, int depth) {
    if (isFull(depth)) {
      return;
    }
    var members = new LinkedHashMap<String, List<Json>>();
    for (var item : items.subList(0, Math.min(items.size(), LOOKED_AT))) {
      if (item instanceof Json.Obj object) {
        JsonPaths.members(object)
            .forEach((member, value) ->
                members.computeIfAbsent(member, _ -> new ArrayList<>()).add(value));
      }
    }
    if (members.isEmpty()) {
      add(path, name, items.getFirst());
      return;
    }
    for (Map.Entry<String, List<Json>> member : members.entrySet()) {
      below(JsonPaths.member(path, member.getKey()), member.getKey(), member.getValue(), depth);
    }
  }

  private void below(String path, String name, List<Json> values, int depth) {
    if (isFull(depth)) {
      return;
    }
    var inner =
        values.stream()
            .flatMap(value -> value instanceof Json.Arr(var items) ? items.stream() : Stream.of())
            .limit(LOOKED_AT)
            .toList();
    if (inner.isEmpty() || masks.isSecret(name)) {
      add(path, name, told(values));
    } else {
      everyItem(JsonPaths.everyItem(path), name, inner, depth + 1);
    }
  }

  /** A value that says something, where there is one. */
  private static Json told(List<Json> values) {
    return values.stream()
        .filter(value -> !(value instanceof Json.Null))
        .findFirst()
        .orElse(values.getFirst());
  }

  private void add(String path, String name, Json json) {
    if (entries.size() < JsonOutline.MOST) {
      entries.add(new Entry(path, Json.kind(json), sample(name, json, masks)));
    }
  }

  static String sample(String name, Json json, Masks masks) {
    if (masks.hides(name, json)) {
      return JsonLeaf.masked().text();
    }
    return switch (json) {
      case Json.Obj(var members) -> count(members.size(), "member");
      case Json.Arr(var items) -> count(items.size(), "item");
      case Json.Str(var text) ->
          Display.fit(Harmless.quoted(Line.start(masks.text(text), 2 * SAMPLE)), SAMPLE);
      case Json.Num(var text) -> Display.fit(masks.text(text), SAMPLE);
      case Json.Truth(var holds) -> String.valueOf(holds);
      case Json.Null() -> "null";
    };
  }

  private static String count(int count, String noun) {
    return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
