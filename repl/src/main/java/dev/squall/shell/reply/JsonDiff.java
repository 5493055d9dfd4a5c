package dev.squall.shell.reply;

import dev.squall.plan.JsonQuery.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Two documents path by path. */
final class JsonDiff {
  private static final List<String> IDS =
      List.of("id", "_id", "uuid", "key", "slug", "sku", "name");

  private final Differences differences;

  private JsonDiff(Differences differences) {
    this.differences = differences;
  }

  static void compare(Json before, Json after, Differences differences) {
    new JsonDiff(differences).compare(JsonPaths.ROOT, "", before, after);
  }

  private void compare(String path, String name, Json before, Json after) {
    if (before instanceof Json.Obj one && after instanceof Json.Obj other) {
      objects(path, JsonPaths.members(one), JsonPaths.members(other));
    } else if (before instanceof Json.Arr(var one) && after instanceof Json.Arr(var other)) {
      lists(path, name, one, other);
    } else if (!equal(before, after)) {
      differs(path, name, before, after);
    }
  }

  private void differs(String path, String name, Json before, Json after) {
    var note = Json.kind(before) == Json.kind(after) ? "" : kind(before) + " became " + kind(after);
    var difference = Difference.changed(path, shown(name, before), shown(name, after), note);
    Volatility.of(name, before, after)
        .ifPresentOrElse(
            why ->
                differences.addVolatile(
                    Difference.changed(path, difference.before(), difference.after(), why)),
            () -> differences.add(difference));
  }

  /** As numbers where both are: 1.0 is 1. */
  private static boolean equal(Json before, Json after) {
    if (before instanceof Json.Num(var one) && after instanceof Json.Num(var other)) {
      return one.equals(other)
          || number(one).flatMap(n -> number(other).map(m -> n.compareTo(m) == 0)).orElse(false);
    }
    return before.equals(after);
  }

  /** Nothing for an exponent that no number of ours has. */
  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String kind(Json json) {
    return Json.kind(json) == Kind.ARRAY ? "list" : Json.kind(json).name().toLowerCase(Locale.ROOT);
  }

  private void objects(String path, Map<String, Json> before, Map<String, Json> after) {
    before.forEach((name, value) -> {
      var place = JsonPaths.member(path, name);
      var other = after.get(name);
      if (other == null) {
        differences.add(Difference.removed(place, shown(name, value)));
      } else {
        compare(place, name, value, other);
      }
    });
    after.forEach((name, value) -> {
      if (!before.containsKey(name)) {
        differences.add(Difference.added(JsonPaths.member(path, name), shown(name, value)));
      }
    });
  }

  private void lists(String path, String name, List<Json> before, List<Json> after) {
    if (before.equals(after)) {
      return;
    }
    for (var id : IDS) {
      var one = byId(before, id);
      var other = byId(after, id);
      if (!one.isEmpty() && other.keySet().stream().anyMatch(one::containsKey)) {
        matched(path, id, one, other);
        return;
      }
    }
    boolean leaves =
        before.stream().allMatch(Json::isLeaf) && after.stream().allMatch(Json::isLeaf);
    if (leaves && before.size() != after.size()) {
      Sequences.compare(
          before,
          after,
          at ->
              differences.add(
                  Difference.removed(JsonPaths.item(path, at), shown(name, before.get(at)))),
          at ->
              differences.add(
                  Difference.added(JsonPaths.item(path, at), shown(name, after.get(at)))));
      return;
    }
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      var place = JsonPaths.item(path, i);
      if (i >= after.size()) {
        differences.add(Difference.removed(place, shown(name, before.get(i))));
      } else if (i >= before.size()) {
        differences.add(Difference.added(place, shown(name, after.get(i))));
      } else {
        compare(place, name, before.get(i), after.get(i));
      }
    }
  }

  /** Nothing where an item has none, or two have the same. */
  private static Map<String, Json> byId(List<Json> items, String id) {
    var byId = new LinkedHashMap<String, Json>();
    for (var item : items) {
      var value = item instanceof Json.Obj object ? JsonPaths.members(object).get(id) : null;
      var known =
          switch (value) {
            case Json.Str(var text) -> text;
            case Json.Num(var text) -> text;
            case Json.Obj _, Json.Arr _, Json.Truth _, Json.Null _ -> null;
            case null -> null;
          };
      if (known == null || byId.put(known, item) != null) {
        return Map.of();
      }
    }
    return byId;
  }

  private void matched(String path, String id, Map<String, Json> before, Map<String, Json> after) {
    before.forEach((key, item) -> {
      var other = after.get(key);
      var place = path + "[" + id + "=" + Harmless.line(key) + "]";
      if (other == null) {
        differences.add(Difference.removed(place, shown("", item)));
      } else {
        compare(place, "", item, other);
      }
    });
    after.forEach((key, item) -> {
      if (!before.containsKey(key)) {
        var place = path + "[" + id + "=" + Harmless.line(key) + "]";
        differences.add(Difference.added(place, shown("", item)));
      }
    });
    var one = new LinkedHashSet<>(before.keySet());
    one.retainAll(after.keySet());
    var other = new LinkedHashSet<>(after.keySet());
    other.retainAll(before.keySet());
    if (!List.copyOf(one).equals(List.copyOf(other))) {
      differences.add(Difference.changed(path, "order", "another order", ""));
    }
  }

  private String shown(String name, Json json) {
    if (differences.masks.hides(name, json)) {
      return Masks.HIDDEN;
    }
    return Json.isLeaf(json)
        ? Outlining.sample(name, json, differences.masks)
        : new Line(FlatJson.cut(json, 60, Fold.NONE, differences.masks)).text(false);
  }
}
