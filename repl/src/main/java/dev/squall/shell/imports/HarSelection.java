package dev.squall.shell.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which entries of a recording become steps. */
final class HarSelection {
  private static final Set<String> FOR_SHOW =
      Set.of("image", "font", "stylesheet", "script", "media", "manifest", "texttrack");

  private static final Set<String> DRESSES =
      Set.of(
          "text/javascript",
          "application/javascript",
          "application/x-javascript",
          "application/ecmascript",
          "text/css",
          "application/wasm",
          "application/font-woff",
          "application/vnd.ms-fontobject",
          "application/manifest+json");

  private static final Set<String> ENDINGS =
      Set.of(
          "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico",
          "woff", "woff2", "ttf", "otf", "eot", "mp4", "webm", "mp3", "wasm");

  private HarSelection() {}

  /** Why an entry cannot become a step, whatever is wanted. */
  static Optional<String> reason(HarEntry entry) {
    var scheme = Url.scheme(entry.url()).orElse("");
    if (scheme.equals("ws") || scheme.equals("wss") || entry.status().orElse(0) == 101) {
      return Optional.of("a WebSocket is no step");
    }
    if (Url.parse(entry.url()).isEmpty()) {
      return Optional.of(
          scheme.isEmpty() || scheme.startsWith("http")
              ? "this is no URL that a request can go to"
              : "nothing is sent for " + Shown.text(scheme) + ":");
    }
    if (!Requests.isToken(entry.method()) || entry.method().equalsIgnoreCase("CONNECT")) {
      return Optional.of("no method of a step");
    }
    if (!entry.node().path("_fromCache").asText().isEmpty()) {
      return Optional.of("the browser had it in its cache and sent nothing");
    }
    return entry.status().orElse(200) < 100
        ? Optional.of("it has no answer: it was blocked or broken off")
        : Optional.empty();
  }

  /** Pictures, fonts, styles, scripts: what a page is dressed with. */
  static boolean isAsset(HarEntry entry) {
    if (!entry.method().equals("GET")) {
      return false;
    }
    if (!entry.purpose().isEmpty()) {
      return FOR_SHOW.contains(entry.purpose());
    }
    var type = entry.type();
    if (type.isEmpty() || type.equals("x-unknown")) {
      return ENDINGS.contains(ending(entry.url()));
    }
    return DRESSES.contains(type)
        || type.startsWith("image/")
        || type.startsWith("font/")
        || type.startsWith("audio/")
        || type.startsWith("video/");
  }

  private static String ending(String url) {
    var path = url.replaceFirst("[?#].*", "");
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
