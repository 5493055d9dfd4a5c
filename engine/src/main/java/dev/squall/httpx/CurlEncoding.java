package dev.squall.httpx;

import dev.squall.scenario.Template;
import dev.squall.scenario.Template.Part;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Percent-encoding of all that is not unreserved (RFC 3986). */
final class CurlEncoding {
  private CurlEncoding() {}

  /**
   * The text of a template encoded as {@code --data-urlencode} does it, with a plus for a space,
   * and its holes left as they are.
   */
  static String template(String template) {
    var encoded = new StringBuilder();
    for (var part : new Template(template).parts()) {
      switch (part) {
        case Part.Literal(var text) -> encoded.append(spaced(text));
        case Part.Braced(var name, _) -> encoded.append("${").append(name).append('}');
        case Part.Bare(var name, _) -> encoded.append('$').append(name);
        case Part.EscapedBraces(var text) -> encoded.append(spaced(text));
        case Part.EscapedBare(var name) -> encoded.append("$$").append(name);
        case Part.Unclosed(var offset) -> encoded.append(template, offset, template.length());
      }
    }
    return encoded.toString();
  }

  private static String spaced(String text) {
    return text(text).replace("%20", "+");
  }

  static String text(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What was encoded; nothing where this encoding would not have written it so. */
  static Optional<String> decoded(String encoded, UnaryOperator<String> encoding) {
    try {
      var text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      return Optional.of(text).filter(_ -> encoding.apply(text).equals(encoded));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
