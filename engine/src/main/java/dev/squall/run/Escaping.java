package dev.squall.run;

import dev.squall.http.RequestText;
import dev.squall.plan.Segment.Escape;
import dev.squall.plan.UrlText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a value becomes where it is put. */
final class Escaping {
  private Escaping() {}

  /** The escaped value; nothing where it would break out of its place. */
  static @Nullable String of(String value, Escape escape) {
    return switch (escape) {
      case NONE -> value;
      case TARGET -> RequestText.isSafeTarget(value) ? value : null;
      case HEADER -> RequestText.isSafeHeaderValue(value) ? value : null;
      case JSON_STRING -> json(value);
      case QUERY -> UrlText.encoded(value);
      case FORM -> URLEncoder.encode(value, StandardCharsets.UTF_8);
    };
  }

  /** RFC 8259 §7: the quotation mark, the backslash and the control characters. */
  private static String json(String value) {
    StringBuilder escaped = null;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean special = c == '"' || c == '\\' || c < ' ';
      if (special && escaped == null) {
        escaped = new StringBuilder(value.length() + 16).append(value, 0, i);
      }
      if (escaped != null) {
        if (c == '"' || c == '\\') {
          escaped.append('\\').append(c);
        } else if (special) {
          escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
        } else {
          escaped.append(c);
        }
      }
    }
    return escaped == null ? value : escaped.toString();
  }
}
