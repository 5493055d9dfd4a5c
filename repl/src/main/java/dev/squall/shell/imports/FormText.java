package dev.squall.shell.imports;

import dev.squall.scenario.Body;
import dev.squall.scenario.Template;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text of {@code application/x-www-form-urlencoded}. */
final class FormText {
  private static final Pattern ENCODED = Pattern.compile("(?=.*%)(?:[\\w.*+-]|%[0-9A-Fa-f]{2})*+");

  private FormText() {}

  /** Its fields, where they would be encoded to the same text; nothing where not. */
  static Optional<List<Body.Field>> fields(String text) {
    var fields = new ArrayList<Body.Field>();
    var again = new ArrayList<String>();
    for (var pair : text.split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign < 0) {
        return Optional.empty();
      }
      try {
        var name = URLDecoder.decode(pair.substring(0, sign), StandardCharsets.UTF_8);
        var value = URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8);
        fields.add(new Body.Field(name, new Template(Literal.of(value))));
        again.add(encoded(name) + "=" + encoded(value));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
    return String.join("&", again).equals(text) ? Optional.of(fields) : Optional.empty();
  }

  /** A field of a list: some browsers write it decoded there, and some do not. */
  static String plain(String text) {
    return ENCODED.matcher(text).matches() ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
