package dev.squall.plan;

import java.util.List;

/** A compiled template. */
public final class Segments {
  private final Segment[] segments;

  Segments(List<Segment> segments) {
    this.segments = segments.toArray(Segment[]::new);
  }

  /** How many pieces. */
  public int size() {
    return segments.length;
  }

  /** A piece. */
  public Segment at(int index) {
    return segments[index];
  }

  /** The length in bytes of one that is constant. */
  int constantLength() {
    int length = 0;
    for (var segment : segments) {
      if (segment instanceof Segment.Literal literal) {
        length += literal.bytes().length;
      }
    }
    return length;
  }

  /** Whether it is the same bytes every time. */
  public boolean isConstant() {
    for (var segment : segments) {
      if (!(segment instanceof Segment.Literal)) {
        return false;
      }
    }
    return true;
  }
}
