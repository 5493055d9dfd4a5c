package dev.squall.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A compiled template. */
public final class Segments {
  static final Segments NONE = new Segments(List.of());

  private static final byte[] NOTHING = {};

  private final Segment[] segments;
  private final boolean constant;

  Segments(List<Segment> segments) {
    this.segments = segments.toArray(Segment[]::new);
    this.constant = segments.stream().allMatch(Segment.Literal.class::isInstance);
  }

  /** The same bytes every time; not copied. */
  static Segments of(byte[] bytes) {
    return bytes.length == 0 ? NONE : new Segments(List.of(new Segment.Literal(bytes)));
  }

  /** How many pieces. */
  public int size() {
    return segments.length;
  }

  /** A piece. */
  public Segment at(int index) {
    return segments[index];
  }

  /** Whether it is the same bytes every time. */
  public boolean isConstant() {
    return constant;
  }

  /** The bytes of one that is constant, themselves and not a copy. */
  public byte[] constantBytes() {
    // The builder makes one literal of neighbouring ones.
    return segments.length == 0 ? NOTHING : ((Segment.Literal) segments[0]).bytes();
  }

  /** The text of one that is constant. */
  String constantText() {
    return new String(constantBytes(), StandardCharsets.UTF_8);
  }
}
