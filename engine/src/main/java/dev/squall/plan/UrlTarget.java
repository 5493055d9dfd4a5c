package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A base URL taken apart.
 *
 * @param target the host
 * @param path what stands before every relative path, without a slash at its end
 */
record UrlTarget(Target target, String path) {

  static Optional<UrlTarget> parse(String url, Position position, Consumer<Problem> problems) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      problems.accept(
          new Problem(position, "not a URL: " + url, "write it as http://localhost:8089"));
      return Optional.empty();
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https")) {
      problems.accept(
          new Problem(position, "https is not spoken yet: " + url, "use an http:// address"));
      return Optional.empty();
    }
    if (!scheme.equals("http") || uri.getHost() == null) {
      problems.accept(
          new Problem(position, "not an http URL: " + url, "write it as http://localhost:8089"));
      return Optional.empty();
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      problems.accept(
          new Problem(
              position,
              "a URL here has neither a user nor a fragment: " + url,
              "send an Authorization header"));
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    if (port < 1 || port > 65_535) {
      problems.accept(
          new Problem(position, "no such port: " + port, "a port is a number from 1 to 65535"));
      return Optional.empty();
    }
    var host =
        uri.getHost().startsWith("[")
            ? uri.getHost().substring(1, uri.getHost().length() - 1)
            : uri.getHost();
    var path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return Optional.of(
        new UrlTarget(
            new Target(host, port),
            path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
  }
}
