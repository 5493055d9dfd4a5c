package dev.squall.httpx;

import dev.squall.scenario.Credentials;
import dev.squall.scenario.Template;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL as curl takes it: http where nothing else is said, backslashes before the signs of a range,
 * no fragment. A path stands on the base of the run.
 *
 * @param target without user and fragment
 * @param user whom it names before its host
 */
record CurlUrl(String target, Optional<Credentials> user) {
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
  private static final Pattern USER =
      Pattern.compile("([A-Za-z]+://)([^/?#@:]*)(?::([^/?#@]*))?@(.*)", Pattern.DOTALL);
  private static final Pattern RANGE =
      Pattern.compile("(?<![$\\\\])\\{[^{}]*,[^{}]*}|(?<!\\\\)\\[\\w+-\\w+(?::\\d+)?]");

  /**
   * Reads one.
   *
   * @param asWritten whether brackets and braces are no ranges ({@code -g})
   */
  static CurlUrl of(CurlArgument argument, boolean asWritten, CurlFindings findings) {
    var url = argument.value();
    if (!asWritten) {
      if (RANGE.matcher(url).find()) {
        findings.problem(
            argument.offset(),
            "a range of URLs is several requests",
            "write each as its own, or -g for the text itself");
      }
      url = url.replaceAll("\\\\([\\[\\]{}])", "$1");
    }
    int fragment = url.indexOf('#');
    url = fragment < 0 ? url : url.substring(0, fragment);
    if (!SCHEME.matcher(url).matches() && !url.startsWith("/") && !url.startsWith("$")) {
      url = "http://" + url;
    }
    var user = USER.matcher(url);
    if (!user.matches()) {
      return new CurlUrl(url, Optional.empty());
    }
    var password = user.group(3) == null ? "" : user.group(3);
    return new CurlUrl(
        user.group(1) + user.group(4),
        Optional.of(new Credentials(decoded(user.group(2)), decoded(password))));
  }

  private static Template decoded(String text) {
    try {
      return new Template(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return new Template(text);
    }
  }

  /** With text joined to its query as it is. */
  static String withQuery(String target, String text) {
    boolean open = target.endsWith("?") || target.endsWith("&");
    return target + (open ? "" : target.contains("?") ? "&" : "?") + text;
  }
}
