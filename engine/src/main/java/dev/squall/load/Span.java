package dev.squall.load;

import java.util.List;

/** From one time to another, in nanoseconds. */
record Span(long from, long to) {

  /** One, or none where it would be empty. */
  static List<Span> of(long from, long to) {
    return from < to ? List.of(new Span(from, to)) : List.of();
  }

  /** What of it lies between two times, seen from the first. */
  List<Span> within(long begin, long end) {
    return of(Math.max(from, begin) - begin, Math.min(to, end) - begin);
  }
}
