package dev.squall.shop;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What a route says, whole. {@code delayNanos}: how long it is held back, besides the latency. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only written
record Answer(int status, byte[] body, List<HttpField> headers, long delayNanos) {

  static final HttpField JSON =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

  private static final List<HttpField> ONLY_JSON = List.of(JSON);

  static Answer ok(Object body) {
    return json(200, Json.write(body));
  }

  static Answer created(Object body) {
    return json(201, Json.write(body));
  }

  static Answer message(String text) {
    return ok(new Message(text));
  }

  static Answer json(int status, byte[] body) {
    return new Answer(status, body, ONLY_JSON, 0);
  }

  static Answer empty(int status, List<HttpField> headers) {
    return new Answer(status, new byte[0], headers, 0);
  }

  static Answer error(int status, String detail) {
    var body = Json.write(new Failure(reason(status), detail));
    // RFC 9110 §15.5.2 wants the challenge with every 401.
    return status == 401
        ? new Answer(
            status, body, List.of(JSON, new HttpField(HttpHeader.WWW_AUTHENTICATE, "Bearer")), 0)
        : json(status, body);
  }

  Answer after(Duration time) {
    return new Answer(status, body, headers, time.toNanos());
  }

  private static String reason(int status) {
    var known = HttpStatus.getCode(status);
    if (status == 500) {
      return "Internal Server Error"; // Jetty shortens this one
    }
    if (known != null) {
      return known.getMessage();
    }
    return status < 500 ? "Client Error" : "Server Error";
  }

  private record Failure(String error, String detail) {}

  private record Message(String message) {}
}
