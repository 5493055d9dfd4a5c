package dev.squall.httpx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between braces, in order. No blank line begins it. */
record Block<T>(List<Line<T>> lines) {
  Block {
    lines = beginning(lines);
  }

  static <T> Block<T> of(List<T> items) {
    return new Block<>(items.stream().map(Line::of).toList());
  }

  /** Without the comments. */
  List<T> items() {
    return items(lines);
  }

  static <T> List<T> items(List<Line<T>> lines) {
    return lines.stream().map(Line::item).flatMap(Optional::stream).toList();
  }

  static <T> List<Line<T>> beginning(List<Line<T>> lines) {
    if (lines.isEmpty() || !lines.getFirst().gap()) {
      return List.copyOf(lines);
    }
    var others = new ArrayList<>(lines);
    others.set(0, lines.getFirst().gap(false));
    return List.copyOf(others);
  }
}
