package dev.squall.shop.web;

import dev.squall.shop.behaviour.Course;
import java.nio.ByteBuffer;
import java.util.Iterator;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body piece by piece, each at its time and none while the shop is frozen. It holds no
 * thread while it waits.
 */
final class PieceWriter extends IteratingCallback {

  private final Iterator<Body.Piece> pieces;
  private final Course course;
  private final Response response;
  private final Callback callback;
  private boolean isHeadSent;
  private boolean isEnded;
  // Taken from the pieces, and not yet due.
  private Body.@Nullable Piece next;
  // Written by the thread that wakes, read by the one that writes.
  private volatile boolean isDue;

  PieceWriter(Iterator<Body.Piece> pieces, Course course, Response response, Callback callback) {
    this.pieces = pieces;
    this.course = course;
    this.response = response;
    this.callback = callback;
  }

  @Override
  protected Action process() {
    if (isEnded) {
      return Action.SUCCEEDED;
    }
    if (next == null) {
      if (!pieces.hasNext()) {
        return write(true, ByteBuffer.allocate(0));
      }
      next = pieces.next();
    }
    var piece = next;
    if (piece.waitNanos() > 0 && !isHeadSent) {
      // Nobody should have to wait for the first piece to learn that there will be one.
      return write(false, ByteBuffer.allocate(0));
    }
    if (!isDue) {
      // Where it is due at once, this asks for another round, which comes after this one.
      course.after(piece.waitNanos(), this::due);
      return Action.IDLE;
    }
    isDue = false;
    next = null;
    return write(!pieces.hasNext(), piece.bytes());
  }

  private void due() {
    isDue = true;
    iterate();
  }

  private Action write(boolean last, ByteBuffer bytes) {
    isHeadSent = true;
    isEnded = last;
    Write.begin(last, bytes, course, response, this);
    return Action.SCHEDULED;
  }

  @Override
  protected void onCompleteSuccess() {
    callback.succeeded();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    callback.failed(cause);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
