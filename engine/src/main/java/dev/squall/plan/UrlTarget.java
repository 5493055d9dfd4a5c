package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A base URL taken apart.
 *
 * @param target the host
 * @param path what stands before every relative path, without a slash at its end
 */
record UrlTarget(TargetHost target, String path) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int NO_PORT = -1;
  private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{0,5}))?");

  static Optional<UrlTarget> parse(String url, Position position, Consumer<Problem> problems) {
    if (url.contains("${")) {
      problems.accept(
          new Problem(
              position, "a base holds no variables: " + url, "write it as http://localhost:8089"));
      return Optional.empty();
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      problems.accept(
          new Problem(position, "not a URL: " + url, "write it as http://localhost:8089"));
      return Optional.empty();
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    var authority = NAMED.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
    if (!(secure || scheme.equals("http")) || (uri.getHost() == null && !authority.matches())) {
      problems.accept(
          new Problem(position, "not an http URL: " + url, "write it as http://localhost:8089"));
      return Optional.empty();
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      problems.accept(
          new Problem(
              position,
              "a URL here has neither a user nor a fragment: " + url,
              uri.getRawUserInfo() == null
                  ? "leave out what stands behind #"
                  : "show who you are with .basic(user, password)"));
      return Optional.empty();
    }
    if (uri.getRawQuery() != null) {
      problems.accept(
          new Problem(position, "a base has no query: " + url, "write the query behind each path"));
      return Optional.empty();
    }
    if (uri.getHost() == null) {
      // A name with an underscore, as container networks have them, is none for java.net.URI.
      return of(authority.group(1), port(authority.group(2)), secure, uri, position, problems);
    }
    var host = uri.getHost();
    return of(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        uri.getPort(),
        secure,
        uri,
        position,
        problems);
  }

  private static int port(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? NO_PORT : Integer.parseInt(digits);
  }

  private static Optional<UrlTarget> of(
      String host,
      int written,
      boolean secure,
      URI uri,
      Position position,
      Consumer<Problem> problems) {
    int port = written == NO_PORT ? (secure ? HTTPS_PORT : HTTP_PORT) : written;
    if (port < 1 || port > 65_535) {
      problems.accept(
          new Problem(position, "no such port: " + port, "a port is a number from 1 to 65535"));
      return Optional.empty();
    }
    var path = TemplateCompiler.encodedBeyondAscii(uri.getRawPath());
    return Optional.of(
        new UrlTarget(
            new TargetHost(host.toLowerCase(Locale.ROOT), port, secure),
            path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
  }
}
