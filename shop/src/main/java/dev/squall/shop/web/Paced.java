package dev.squall.shop.web;

import dev.squall.shop.behaviour.Bandwidth;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The same bytes at the pace of a bandwidth: every slice waits for as long as it takes to send. */
final class Paced implements Iterator<Body.Piece> {

  /** A slice takes about 20 ms: often enough to look steady, seldom enough to cost nothing. */
  private static final long SLICES_A_SECOND = 50;

  private static final double NANOS = 1e9;

  private final Iterator<Body.Piece> pieces;
  private final long bytesPerSecond;
  private ByteBuffer current = ByteBuffer.allocate(0);

  Paced(Iterator<Body.Piece> pieces, Bandwidth bandwidth) {
    this.pieces = pieces;
    this.bytesPerSecond = bandwidth.bytesPerSecond();
  }

  @Override
  public boolean hasNext() {
    return current.hasRemaining() || pieces.hasNext();
  }

  @Override
  public Body.Piece next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var wait = 0L;
    if (!current.hasRemaining()) {
      var piece = pieces.next();
      current = piece.bytes().duplicate();
      wait = piece.waitNanos();
    }
    var most = Math.ceilDiv(bytesPerSecond, SLICES_A_SECOND);
    var length = (int) Math.min(most, current.remaining());
    var slice = current.slice(current.position(), length);
    current.position(current.position() + length);
    return new Body.Piece(slice, wait + (long) (length * NANOS / bytesPerSecond));
  }
}
