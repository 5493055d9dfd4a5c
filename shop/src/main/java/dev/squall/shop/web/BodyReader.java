package dev.squall.shop.web;

import dev.squall.shop.json.Refusal;
import java.io.ByteArrayOutputStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads a request's body to its end without holding a thread while the client is slow. */
final class BodyReader implements Invocable.Task {

  /** 1 MiB: no body that this shop keeps needs more. */
  static final int LIMIT = 1 << 20;

  private static final byte[] NONE = {};

  /** Where the body goes: exactly one of the three is called. */
  interface Sink {
    /**
     * The body has come.
     *
     * @param bytes the whole body, empty where it is dropped
     * @param length in bytes, also where it is dropped
     * @param waited whether it came after the headers
     */
    void read(byte[] bytes, long length, boolean waited);

    void refused(Refusal refusal);

    void failed(Throwable cause);
  }

  private final Request request;
  private final boolean isKept;
  private final Sink sink;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
  private long length;
  private boolean waited;

  private BodyReader(Request request, boolean isKept, Sink sink) {
    this.request = request;
    this.isKept = isKept;
    this.sink = sink;
  }

  static void keep(Request request, Sink sink) {
    if (hasNone(request)) {
      sink.read(NONE, 0, false);
    } else if (request.getLength() > LIMIT) {
      sink.refused(tooLarge());
    } else {
      new BodyReader(request, true, sink).run();
    }
  }

  static void drop(Request request, Sink sink) {
    new BodyReader(request, false, sink).run();
  }

  @Override
  public void run() {
    while (true) {
      var chunk = request.read();
      if (chunk == null) {
        waited = true;
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        fail(chunk.getFailure());
        return;
      }
      take(chunk);
      if (isKept && length > LIMIT) {
        sink.refused(tooLarge());
        return;
      }
      if (chunk.isLast()) {
        sink.read(kept.toByteArray(), length, waited);
        return;
      }
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private void take(Content.Chunk chunk) {
    length += chunk.remaining();
    if (isKept) {
      var bytes = new byte[chunk.remaining()];
      chunk.getByteBuffer().get(bytes);
      kept.writeBytes(bytes);
    }
    chunk.release();
  }

  private void fail(Throwable cause) {
    if (cause instanceof HttpException malformed) {
      sink.refused(
          new Refusal(malformed.getCode(), "the body is malformed, or shorter than announced"));
    } else {
      sink.failed(cause);
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
