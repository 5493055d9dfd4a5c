package dev.squall.plan;

import java.nio.charset.StandardCharsets;
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
    return segments.length == 0 ? 0 : literal().bytes().length;
  }

  /** The text of one that is constant. */
  String constantText() {
    return segments.length == 0 ? "" : new String(literal().bytes(), StandardCharsets.UTF_8);
  }

  /** The builder makes one literal of neighbouring ones. */
  private Segment.Literal literal() {
    return (Segment.Literal) segments[0];
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
