package dev.squall.shop;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads a request's body to its end without holding a thread while the client is slow. */
final class BodyReader implements Invocable.Task {

  /** 1 MiB: no body of this shop needs more. */
  static final int LIMIT = 1 << 20;

  private static final byte[] NONE = {};

  private final Request request;
  private final Consumer<byte[]> whole;
  private final Consumer<Refusal> refused;
  private final Consumer<Throwable> failed;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream(256);

  private BodyReader(
      Request request,
      Consumer<byte[]> whole,
      Consumer<Refusal> refused,
      Consumer<Throwable> failed) {
    this.request = request;
    this.whole = whole;
    this.refused = refused;
    this.failed = failed;
  }

  /** Ends in exactly one of the three. */
  static void read(
      Request request,
      Consumer<byte[]> whole,
      Consumer<Refusal> refused,
      Consumer<Throwable> failed) {
    if (hasNone(request)) {
      whole.accept(NONE);
    } else if (request.getLength() > LIMIT) {
      refused.accept(tooLarge());
    } else {
      new BodyReader(request, whole, refused, failed).run();
    }
  }

  @Override
  public void run() {
    while (true) {
      var chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        fail(chunk.getFailure());
        return;
      }
      var bytes = new byte[chunk.remaining()];
      chunk.getByteBuffer().get(bytes);
      chunk.release();
      read.writeBytes(bytes);
      if (read.size() > LIMIT) {
        refused.accept(tooLarge());
        return;
      }
      if (chunk.isLast()) {
        whole.accept(read.toByteArray());
        return;
      }
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private void fail(Throwable cause) {
    if (cause instanceof HttpException malformed) {
      refused.accept(new Refusal(malformed.getCode(), "the body is malformed"));
    } else {
      failed.accept(cause);
    }
  }

  private static boolean hasNone(Request request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" ->
          !request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
              && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
      default -> false;
    };
  }

  private static Refusal tooLarge() {
    return new Refusal(413, "a body is at most " + LIMIT + " bytes");
  }
}
