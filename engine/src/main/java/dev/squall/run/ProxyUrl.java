package dev.squall.run;

import dev.squall.http.BasicCredentials;
import dev.squall.http.Endpoint;
import dev.squall.http.HttpProxy;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy as people write it: {@code http://user:password@proxy.test:3128}. Problems never show the
 * password.
 */
final class ProxyUrl {
  private static final String EXAMPLE =
      "write it as http://127.0.0.1:3128 or http://user:password@127.0.0.1:3128,"
          + " with %40 for an @ in the password";

  private static final Pattern URL =
      Pattern.compile(
          "http://(?:([^@/?#\\s]*)@)?(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?/?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER_SCHEME =
      Pattern.compile("(?!http://)([a-z][a-z0-9+.-]*)://.*", Pattern.CASE_INSENSITIVE);

  private static final int HTTP_PORT = 80;

  private ProxyUrl() {}

  static Optional<HttpProxy> parse(String url, Consumer<Problem> problems) {
    var scheme = OTHER_SCHEME.matcher(url);
    if (scheme.matches()) {
      tell(
          problems,
          "a proxy is spoken to in plain HTTP only, not in " + scheme.group(1),
          "write it as http://127.0.0.1:3128; https:// targets go through it in a tunnel");
      return Optional.empty();
    }
    var parts = URL.matcher(url);
    if (!parts.matches()) {
      tell(problems, "not the URL of a proxy: " + withoutUser(url), EXAMPLE);
      return Optional.empty();
    }
    var name = parts.group(2);
    var host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    if (name.startsWith("[") && Ways.literal(host).isEmpty()) {
      tell(problems, "not an address: " + name, EXAMPLE);
      return Optional.empty();
    }
    int port = parts.group(3) == null ? HTTP_PORT : Integer.parseInt(parts.group(3));
    if (port < 1 || port > 65_535) {
      tell(problems, "no such port: " + port, "a port is a number from 1 to 65535");
      return Optional.empty();
    }
    try {
      return Optional.of(new HttpProxy(new Endpoint(host, port), basic(parts.group(1))));
    } catch (IllegalArgumentException badPercent) {
      tell(problems, "not the URL of a proxy: " + withoutUser(url), EXAMPLE);
      return Optional.empty();
    }
  }

  /** RFC 7617 §2, in UTF-8. */
  private static Optional<String> basic(@Nullable String user) {
    if (user == null || user.isEmpty()) {
      return Optional.empty();
    }
    int colon = user.indexOf(':');
    return Optional.of(
        colon < 0
            ? BasicCredentials.of(decoded(user), "")
            : BasicCredentials.of(
                decoded(user.substring(0, colon)), decoded(user.substring(colon + 1))));
  }

  /** Of percents only: a plus is a plus here. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String withoutUser(String url) {
    int at = url.lastIndexOf('@');
    return at < 0 ? url : "…" + url.substring(at);
  }

  private static void tell(Consumer<Problem> problems, String what, String hint) {
    problems.accept(new Problem(Position.in("options"), what, hint));
  }
}
