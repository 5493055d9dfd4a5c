package dev.squall.shop.doors;

import dev.squall.shop.web.ProtocolErrors;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What HTTP/2 needs said apart, with TLS and without. */
final class Http2 {

  /**
   * Bytes of headers that are still decoded. Beyond it Jetty gives up the connection with all its
   * streams; below it, what is too long gets an answer, like in HTTP/1.1.
   */
  private static final int DECODED = 8 * ProtocolErrors.HEADER_LIMIT;

  /** A field of HTTP/1.1 is longer than its name and value by {@code ": "} and the line's end. */
  private static final int FIELD_OVERHEAD = 4;

  /**
   * Control frames per second. A client with a time-out resets a stream for each request it gives
   * up, and that may be many; Jetty's 128 would end the lesson.
   */
  private static final int CONTROL_FRAMES_A_SECOND = 100_000;

  private Http2() {}

  /** The same configuration with the limits of HTTP/1.1 kept another way. */
  static HttpConfiguration of(HttpConfiguration other) {
    var configuration = new HttpConfiguration(other);
    configuration.setRequestHeaderSize(DECODED);
    configuration.addCustomizer(Http2::keptWithinLimits);
    return configuration;
  }

  static <T extends AbstractHTTP2ServerConnectionFactory> T customized(T factory) {
    factory.setRateControlFactory(new WindowRateControl.Factory(CONTROL_FRAMES_A_SECOND));
    // WebSocket is for HTTP/1.1 here, and whoever asks is told so.
    factory.setConnectProtocolEnabled(false);
    return factory;
  }

  private static Request keptWithinLimits(Request request, HttpFields.Mutable responseHeaders) {
    var path = request.getHttpURI().getPathQuery();
    var length = path == null ? 0 : path.length();
    if (length > ProtocolErrors.HEADER_LIMIT) {
      throw new HttpException.RuntimeException(HttpStatus.URI_TOO_LONG_414);
    }
    for (var field : request.getHeaders()) {
      var value = field.getValue();
      length += field.getName().length() + (value == null ? 0 : value.length()) + FIELD_OVERHEAD;
    }
    if (length > ProtocolErrors.HEADER_LIMIT) {
      throw new HttpException.RuntimeException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
    }
    return request;
  }
}
