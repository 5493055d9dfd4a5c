package dev.squall.shell.exports;

import dev.squall.scenario.Body;
import dev.squall.scenario.ContentTypes;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request sends beyond what it says: its scenario's headers, its base, its content type. */
final class Sent {
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

  private Sent() {}

  /** Its own headers and those of the scenario that it has none of. */
  static List<Header> headers(Scenario scenario, Request request) {
    var headers = new ArrayList<Header>();
    for (var header : scenario.headers()) {
      if (!has(request.headers(), header.name())) {
        headers.add(header);
      }
    }
    headers.addAll(request.headers());
    return headers;
  }

  /** With the content type of the body, where its tool says none by itself. */
  static List<Header> typed(Scenario scenario, Request request) {
    var headers = headers(scenario, request);
    if (has(headers, "Content-Type")) {
      return headers;
    }
    var type = type(request.body());
    if (type.isPresent()) {
      headers = new ArrayList<>(headers);
      headers.add(new Header("Content-Type", new Template(type.get())));
    }
    return headers;
  }

  private static Optional<String> type(Body body) {
    return switch (body) {
      case Body.None _, Body.Form _, Body.Multipart _ -> Optional.empty();
      case Body.Json _ -> Optional.of(JSON);
      case Body.Text _ -> Optional.of("text/plain; charset=utf-8");
      case Body.WrittenForm _ -> Optional.of(FORM);
      case Body.Binary _ -> Optional.of("application/octet-stream");
      case Body.FromFile(var path, var type) ->
          Optional.of(type.orElseGet(() -> ContentTypes.of(path)));
    };
  }

  static boolean has(List<Header> headers, String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  /** Whether a target stands on no base. */
  static boolean isAbsolute(List<Piece> target) {
    return target.isEmpty()
        || !(target.getFirst() instanceof Piece.Text(var text))
        || ABSOLUTE.matcher(text).matches();
  }

  /** Whether no check speaks of the status: then 400 and more fails the request. */
  static boolean hasNoStatusCheck(Request request) {
    return request.checks().stream()
        .noneMatch(check -> check.extractor() instanceof Extractor.Status);
  }

  /** A path of a file as the name that a server is told. */
  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
