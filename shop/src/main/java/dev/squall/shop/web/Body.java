package dev.squall.shop.web;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.function.Supplier;

/** The body of an answer. */
public sealed interface Body {

  /** Sent as it is. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only written
  record Whole(byte[] bytes) implements Body {}

  /**
   * Sent piece by piece, so that nothing long is ever held whole.
   *
   * @param length in bytes, or {@link #UNKNOWN}
   * @param pieces opened once per answer
   */
  record Pieces(long length, Supplier<Iterator<Piece>> pieces) implements Body {}

  /**
   * One piece.
   *
   * @param waitNanos how long after the one before it is sent, in nanoseconds
   */
  record Piece(ByteBuffer bytes, long waitNanos) {}

  /** Of a body whose length nobody knows before its end. */
  long UNKNOWN = -1;
}
