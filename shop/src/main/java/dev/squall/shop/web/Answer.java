package dev.squall.shop.web;

import dev.squall.shop.json.Json;
import dev.squall.shop.json.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What a route says. {@code delayNanos}: how long it is held back, besides the latency. */
public record Answer(int status, Body body, List<HttpField> headers, long delayNanos) {

  private static final Body.Whole NOTHING = new Body.Whole(new byte[0]);

  private static final List<HttpField> ONLY_JSON = List.of(type("application/json"));

  /** 200 with a record as JSON. */
  public static Answer ok(Object body) {
    return json(200, Json.write(body));
  }

  /** 201 with a record as JSON. */
  public static Answer created(Object body) {
    return json(201, Json.write(body));
  }

  /** 200 with {@code {"message": …}}. */
  public static Answer message(String text) {
    return ok(new Message(text));
  }

  /** JSON that is written already. */
  public static Answer json(int status, byte[] body) {
    return new Answer(status, new Body.Whole(body), ONLY_JSON, 0);
  }

  /** A text of any type, in UTF-8. */
  public static Answer text(int status, HttpField type, String text) {
    return of(status, type, new Body.Whole(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A body of any type. */
  public static Answer of(int status, HttpField type, Body body) {
    return new Answer(status, body, List.of(type), 0);
  }

  /** No body. */
  public static Answer empty(int status, List<HttpField> headers) {
    return new Answer(status, NOTHING, headers, 0);
  }

  /** {@code {"error", "detail"}}, with the headers that the status must not be without. */
  public static Answer error(int status, String detail) {
    // RFC 9110 §15.5.2, §15.5.6, §15.5.8 and §15.5.22.
    return switch (status) {
      case 401 -> challenge("Bearer", detail);
      // Empty means that just now no method is allowed here (§10.2.1).
      case 405 -> failure(status, detail).with(new HttpField(HttpHeader.ALLOW, ""));
      case 407 ->
          failure(status, detail)
              .with(new HttpField(HttpHeader.PROXY_AUTHENTICATE, "Basic realm=\"practice\""));
      case 426 ->
          failure(status, detail)
              .with(new HttpField(HttpHeader.UPGRADE, "websocket"))
              .with(new HttpField(HttpHeader.CONNECTION, "Upgrade"));
      default -> failure(status, detail);
    };
  }

  /** 401 with {@code {"error", "detail"}} and that challenge (RFC 9110 §11.6.1). */
  public static Answer challenge(String challenge, String detail) {
    return failure(401, detail).with(new HttpField(HttpHeader.WWW_AUTHENTICATE, challenge));
  }

  static Answer of(Refusal refusal) {
    return error(refusal.status(), refusal.detail());
  }

  /** A content type, encoded once. */
  public static HttpField type(String mediaType) {
    return new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, mediaType);
  }

  /** The same with one more header. */
  public Answer with(HttpField header) {
    var more = new ArrayList<>(headers);
    more.add(header);
    return new Answer(status, body, more, delayNanos);
  }

  /** The same, held back for that long. */
  public Answer after(Duration time) {
    return new Answer(status, body, headers, time.toNanos());
  }

  private static Answer failure(int status, String detail) {
    return json(status, Json.write(new Failure(reason(status), detail)));
  }

  /** The phrase of the status line; those that Jetty shortens or lacks are the registry's. */
  private static String reason(int status) {
    var known = HttpStatus.getCode(status);
    return switch (status) {
      case 425 -> "Too Early";
      case 451 -> "Unavailable For Legal Reasons";
      case 500 -> "Internal Server Error";
      case 506 -> "Variant Also Negotiates";
      default -> {
        if (known != null) {
          yield known.getMessage();
        }
        yield status < 500 ? "Client Error" : "Server Error";
      }
    };
  }

  private record Failure(String error, String detail) {}

  private record Message(String message) {}
}
