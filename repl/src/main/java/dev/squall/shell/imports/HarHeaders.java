package dev.squall.shell.imports;

import dev.squall.scenario.Header;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of a recorded request that a step keeps. */
final class HarHeaders {
  private static final Set<String> OF_CLIENT =
      Set.of(
          "host",
          "content-length",
          "connection",
          "keep-alive",
          "proxy-connection",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "http2-settings",
          "priority",
          "cookie");

  private static final Set<String> CODINGS =
      Set.of("gzip", "deflate", "br", "zstd", "identity", "*");

  private final Findings findings;
  private final Set<String> dropped = new TreeSet<>();
  private int withCookies;

  HarHeaders(Findings findings) {
    this.findings = findings;
  }

  List<Header> of(HarEntry entry) {
    var headers = new ArrayList<Header>();
    boolean cookies = false;
    for (var node : entry.node().path("request").path("headers")) {
      var name = node.path("name").asText();
      var value = node.path("value").asText();
      var small = name.toLowerCase(Locale.ROOT);
      if (small.startsWith(":") || small.startsWith("sec-") || OF_CLIENT.contains(small)) {
        cookies |= small.equals("cookie");
        dropped.add(small.startsWith("sec-") ? "sec-*" : small.startsWith(":") ? ":*" : small);
      } else if (!Requests.isToken(name) || !Requests.isOneLine(value)) {
        findings.add(
            entry.place(), "the header " + Shown.text(name) + " cannot be sent as it is", "");
      } else {
        var kept = small.equals("accept-encoding") ? understood(value) : value;
        headers.add(new Header(name, new Template(Literal.of(kept))));
      }
    }
    withCookies += cookies ? 1 : 0;
    return headers;
  }

  /** A coding that cannot be undone makes an answer that no check can read. */
  private static String understood(String codings) {
    return Stream.of(codings.split(",", -1))
        .map(String::strip)
        .filter(
            coding -> CODINGS.contains(coding.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  /** What holds for the whole file, once. */
  void tell() {
    dropped.remove("cookie");
    if (!dropped.isEmpty()) {
      findings.add(
          "headers", "left out, for each client writes its own: " + String.join(", ", dropped), "");
    }
    if (withCookies > 0) {
      findings.add(
          "headers",
          "the cookies of "
              + withCookies
              + (withCookies == 1 ? " entry are" : " entries are")
              + " left out: each user keeps what the server sets",
          "if it was recorded signed in, put a step that signs in before the others");
    }
  }
}
