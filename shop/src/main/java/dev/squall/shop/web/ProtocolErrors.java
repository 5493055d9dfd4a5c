package dev.squall.shop.web;

import dev.squall.shop.behaviour.Bandwidth;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.truth.Tally;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Requests that are refused before any route sees them: 400, 414, 431. JSON like every error. */
public final class ProtocolErrors extends ErrorHandler {

  /** Bytes of a request's line and headers together, and so of its URL. */
  public static final int HEADER_LIMIT = 8 * 1024;

  private final Tally unmatched;

  private final Conduct conduct;

  /**
   * Counts where no route does.
   *
   * @param unmatched where such requests are counted
   */
  public ProtocolErrors(Tally unmatched, Conduct conduct) {
    this.conduct = conduct;
    this.unmatched = unmatched;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var status = response.getStatus();
    var answer = Answer.error(status, detail(status, request));
    var micros = Writing.head(answer, request, response);
    // Whatever else fails, a client that went away for example, was counted where it arrived.
    if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException) {
      unmatched.arrived();
      unmatched.served(status, micros);
    }
    Writing.body(answer.body(), Bandwidth.UNLIMITED, conduct, request, response, callback);
    return true;
  }

  private static String detail(int status, Request request) {
    return switch (status) {
      case 400 -> "the request is malformed" + reason(request);
      case 414 -> "the URL is longer than " + HEADER_LIMIT + " bytes";
      case 417 -> "of Expect only 100-continue is understood";
      case 431 -> "the headers are longer than " + HEADER_LIMIT + " bytes";
      case 505 -> "this version of HTTP is not spoken here";
      default -> "the request could not be answered" + reason(request);
    };
  }

  /** The server's words where it refused, none where it failed: those would name its classes. */
  private static String reason(Request request) {
    return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refusal
            && refusal.getReason() != null
            && !refusal.getReason().equals(HttpStatus.getMessage(refusal.getCode()))
        ? ": " + refusal.getReason()
        : "";
  }
}
