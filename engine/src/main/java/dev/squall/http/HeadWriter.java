package dev.squall.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A buffer that one request after another is written into. */
final class HeadWriter {
  private static final byte[] LINE_END = {'\r', '\n'};

  // A user who once sent a large body does not hold room for another one for ever.
  private static final int LARGE = 64 * 1024;

  private byte[] bytes = {};
  private int length;

  /** Forgets what was written. */
  void begin() {
    length = 0;
    if (bytes.length > LARGE) {
      bytes = new byte[0];
    }
  }

  /** Whether it is this buffer that those bytes are in, so that it must not be written over. */
  @SuppressWarnings("ReferenceEquality") // equal bytes elsewhere are no danger
  boolean holds(byte[] other) {
    return bytes == other;
  }

  HeadWriter append(byte[] source) {
    return append(source, 0, source.length);
  }

  /** {@code from} inclusive to {@code to} exclusive. */
  HeadWriter append(byte[] source, int from, int to) {
    int more = to - from;
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(1024, Math.max(bytes.length * 2, length + more)));
    }
    System.arraycopy(source, from, bytes, length, more);
    length += more;
    return this;
  }

  HeadWriter append(String text) {
    return append(text.getBytes(StandardCharsets.UTF_8));
  }

  void endLine() {
    append(LINE_END);
  }

  RenderedRequest into(RenderedRequest request) {
    return request.bytes(bytes, 0, length);
  }
}
