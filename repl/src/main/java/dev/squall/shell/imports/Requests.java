package dev.squall.shell.imports;

import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.regex.Pattern;

/** Pieces of requests that each kind of file has. */
final class Requests {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private Requests() {}

  static Request with(Request request, Body body) {
    return new Request(
        request.label(),
        request.method(),
        request.target(),
        request.query(),
        request.headers(),
        request.credentials(),
        body,
        request.checks(),
        request.captures(),
        request.handling());
  }

  /** Under a name, where it has not that one by itself. */
  static Request named(Request request, String name) {
    return request.endpoint().equals(name) ? request : request.named(name);
  }

  /** A text of this content type; JSON where it is some. */
  static Body text(String type, String template) {
    return isJson(type)
        ? new Body.Json(new Template(template))
        : new Body.Text(new Template(template));
  }

  static boolean isJson(String type) {
    var plain = MediaTypes.plain(type);
    return plain.equals("application/json") || plain.endsWith("+json");
  }

  /** Where the body brings its content type, or there is none. */
  static Request withoutType(Request request) {
    return new Request(
        request.label(),
        request.method(),
        request.target(),
        request.query(),
        request.headers().stream()
            .filter(header -> !header.name().equalsIgnoreCase("Content-Type"))
            .toList(),
        request.credentials(),
        request.body(),
        request.checks(),
        request.captures(),
        request.handling());
  }

  /** With its content type as a header, where another one would be sent by itself. */
  static Request typed(Request request, String type) {
    boolean said =
        request.headers().stream()
            .anyMatch(header -> header.name().equalsIgnoreCase("Content-Type"));
    return said || type.isBlank() || isImplied(request.body(), type)
        ? request
        : request.header("Content-Type", Literal.of(type));
  }

  /** Whether a body brings this content type by itself. */
  static boolean isImplied(Body body, String type) {
    return switch (body) {
      case Body.Json _ -> type.equalsIgnoreCase("application/json");
      case Body.Form _, Body.WrittenForm _ ->
          type.equalsIgnoreCase("application/x-www-form-urlencoded");
      case Body.Text _ -> type.equalsIgnoreCase("text/plain; charset=utf-8");
      case Body.Multipart _ -> MediaTypes.plain(type).equals("multipart/form-data");
      case Body.None _ -> false;
      case Body.Binary _ -> type.equalsIgnoreCase("application/octet-stream");
      case Body.FromFile _ -> false;
    };
  }

  /** A name of a header or a method (RFC 9110 §5.6.2). */
  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** Whether a header can have this value. */
  static boolean isOneLine(String text) {
    return text.chars().allMatch(c -> (c >= ' ' || c == '\t') && c != 0x7f);
  }
}
