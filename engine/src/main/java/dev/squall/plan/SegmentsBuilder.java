package dev.squall.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gathers segments; neighbouring literals become one. */
final class SegmentsBuilder {
  private final List<Segment> segments = new ArrayList<>();
  private final ByteArrayOutputStream literal = new ByteArrayOutputStream();

  SegmentsBuilder text(String text) {
    literal.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  SegmentsBuilder bytes(byte[] bytes) {
    literal.writeBytes(bytes);
    return this;
  }

  SegmentsBuilder hole(Segment hole) {
    closeLiteral();
    segments.add(hole);
    return this;
  }

  /** The pieces of another template. */
  SegmentsBuilder all(Segments segments) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.at(i) instanceof Segment.Literal ready) {
        bytes(ready.bytes());
      } else {
        hole(segments.at(i));
      }
    }
    return this;
  }

  Segments build() {
    closeLiteral();
    return new Segments(segments);
  }

  private void closeLiteral() {
    if (literal.size() > 0) {
      segments.add(new Segment.Literal(literal.toByteArray()));
      literal.reset();
    }
  }
}
