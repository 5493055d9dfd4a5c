package dev.squall.shell.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSONPath that goes one way: names, indices, all of a list, and at its end a slice or a length.
 */
record JsonRoute(List<Leg> legs) {
  private static final Pattern LEG =
      Pattern.compile(
          "\\.(?<length>length|size)\\(\\)|\\.(?<name>[\\p{L}_][\\p{L}\\p{N}_-]*)|\\[(?<index>\\d{1,9})]"
              + "|\\[(?<quote>['\"])(?<quoted>[^'\"\\\\\\]]*)\\k<quote>]|(?<all>\\.\\*|\\[\\*])"
              + "|\\[(?<from>\\d{0,9}):(?<to>\\d{0,9})]");

  JsonRoute {
    legs = List.copyOf(legs);
  }

  /** One step of it. */
  sealed interface Leg {
    record Name(String name) implements Leg {}

    record Index(int index) implements Leg {}

    record All() implements Leg {}

    /** From the first, included, to the last, excluded. */
    record Slice(int from, Optional<Integer> to) implements Leg {}

    record Length() implements Leg {}
  }

  /** The way of a path, if it is one. */
  static Optional<JsonRoute> of(String path) {
    if (!path.startsWith("$")) {
      return Optional.empty();
    }
    var legs = new ArrayList<Leg>();
    var found = LEG.matcher(path).region(1, path.length());
    int at = 1;
    while (at < path.length()) {
      if (!found.region(at, path.length()).lookingAt() || endsBefore(legs)) {
        return Optional.empty();
      }
      if (found.group("length") != null) {
        legs.add(new Leg.Length());
      } else if (found.group("name") != null) {
        legs.add(new Leg.Name(found.group("name")));
      } else if (found.group("index") != null) {
        legs.add(new Leg.Index(Integer.parseInt(found.group("index"))));
      } else if (found.group("quoted") != null) {
        legs.add(new Leg.Name(found.group("quoted")));
      } else if (found.group("all") != null) {
        legs.add(new Leg.All());
      } else {
        var from = found.group("from");
        var to = found.group("to");
        legs.add(
            new Leg.Slice(
                from.isEmpty() ? 0 : Integer.parseInt(from),
                to.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(to))));
      }
      at = found.end();
    }
    return Optional.of(new JsonRoute(legs));
  }

  private static boolean endsBefore(List<Leg> legs) {
    return !legs.isEmpty()
        && (legs.getLast() instanceof Leg.Length || legs.getLast() instanceof Leg.Slice);
  }

  /** Whether it selects a list of what it finds. */
  boolean selectsSeveral() {
    return legs.stream().anyMatch(leg -> leg instanceof Leg.All || leg instanceof Leg.Slice);
  }

  boolean endsWithLength() {
    return !legs.isEmpty() && legs.getLast() instanceof Leg.Length;
  }

  /** Without its last leg. */
  JsonRoute begin() {
    return new JsonRoute(legs.subList(0, legs.size() - 1));
  }
}
