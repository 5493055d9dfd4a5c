package dev.squall.shop.web;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answer to a handshake: counted and stamped as it leaves, like every other. */
final class Handshake extends Response.Wrapper {

  private final LongConsumer counted;

  Handshake(Request request, Response response, LongConsumer counted) {
    super(request, response);
    this.counted = counted;
  }

  @Override
  public void write(boolean last, ByteBuffer bytes, Callback callback) {
    if (getStatus() == HttpStatus.SWITCHING_PROTOCOLS_101) {
      counted.accept(Writing.stamp(getRequest(), this));
    }
    super.write(last, bytes, callback);
  }
}
