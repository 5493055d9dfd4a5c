package dev.squall.shop;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Requests that are refused before any route sees them: 400, 414, 431. JSON like every error. */
final class ProtocolErrors extends ErrorHandler {

  private final Tally unmatched;

  ProtocolErrors(Tally unmatched) {
    this.unmatched = unmatched;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    unmatched.arrived();
    var status = response.getStatus();
    var answer =
        Answer.error(
            status,
            switch (status) {
              case 414 -> "the URL is longer than " + PracticeShop.URI_LIMIT + " bytes";
              case 431 -> "the headers are longer than " + PracticeShop.HEADER_LIMIT + " bytes";
              default -> String.valueOf(request.getAttribute(ErrorHandler.ERROR_MESSAGE));
            });
    answer.headers().forEach(response.getHeaders()::put);
    unmatched.served(Exchange.stamp(request, response));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }
}
