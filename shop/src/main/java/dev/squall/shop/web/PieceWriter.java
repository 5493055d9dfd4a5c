package dev.squall.shop.web;

import dev.squall.shop.behaviour.Conduct;
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
  private final Conduct conduct;
  private final Response response;
  private final Callback callback;
  private long due = System.nanoTime();
  private boolean isHeadSent;
  private boolean isEnded;
  private Body.@Nullable Piece waiting;
  private volatile boolean isDue;

  PieceWriter(Iterator<Body.Piece> pieces, Conduct conduct, Response response, Callback callback) {
    this.pieces = pieces;
    this.conduct = conduct;
    this.response = response;
    this.callback = callback;
  }

  @Override
  protected Action process() {
    if (isEnded) {
      return Action.SUCCEEDED;
    }
    var piece = waiting;
    if (piece == null) {
      if (!pieces.hasNext()) {
        return write(true, ByteBuffer.allocate(0));
      }
      piece = pieces.next();
      waiting = piece;
      due += piece.waitNanos();
      if (piece.waitNanos() > 0 && !isHeadSent) {
        return write(false, ByteBuffer.allocate(0));
      }
    }
    if (!isDue) {
      conduct.at(due, () -> conduct.gate().pass(this::goOn));
      // Where it was due at once, goOn has asked for another round already.
      return Action.IDLE;
    }
    isDue = false;
    waiting = null;
    return write(!pieces.hasNext(), piece.bytes());
  }

  private void goOn() {
    isDue = true;
    iterate();
  }

  private Action write(boolean last, ByteBuffer bytes) {
    isHeadSent = true;
    isEnded = last;
    response.write(last, bytes, this);
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
