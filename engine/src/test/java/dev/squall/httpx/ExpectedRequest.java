package dev.squall.httpx;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request with places for what nobody knows beforehand.
 *
 * @param text the line of the method, headers, body
 */
record ExpectedRequest(String text) {
  private static final Pattern PLACE =
      Pattern.compile(
          "<(?<name>uuid|time|millis|token|boundary|env\\.[A-Z_]+|\\d+\\.\\.\\d+|\\w+(?:\\|\\w+)+)>");

  static ExpectedRequest of(String text) {
    return new ExpectedRequest(text);
  }

  /**
   * Whether it is that one.
   *
   * @param values what places of one value stood for in the requests before
   * @return the values that are known then
   */
  Optional<Values> matched(RecordedRequest recorded, Values values) {
    var pattern = new StringBuilder();
    int from = 0;
    var places = PLACE.matcher(text);
    while (places.find()) {
      pattern.append(Pattern.quote(text.substring(from, places.start())));
      pattern.append(pattern(places.group("name"), pattern, values));
      from = places.end();
    }
    pattern.append(Pattern.quote(text.substring(from)));
    var found = Pattern.compile(pattern.toString()).matcher(recorded.text());
    if (!found.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        found.namedGroups().containsKey("token")
            ? new Values(Optional.of(found.group("token")))
            : values);
  }

  private static String pattern(String place, CharSequence before, Values values) {
    return switch (place) {
      case "uuid" -> "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
      case "time" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z";
      case "millis" -> "\\d{13}";
      case "boundary" -> same("boundary", "[A-Za-z0-9'()+_,./:=?-]{1,70}", before);
      case "token" ->
          values
              .token()
              .map(Pattern::quote)
              .orElseGet(() -> same("token", "[A-Za-z0-9._-]{20,}", before));
      default -> place.startsWith("env.") ? environment(place) : oneOf(place);
    };
  }

  /** The same wherever it stands. */
  private static String same(String name, String pattern, CharSequence before) {
    return before.toString().contains("(?<" + name + ">")
        ? "\\k<" + name + ">"
        : "(?<" + name + ">" + pattern + ")";
  }

  private static String environment(String place) {
    var name = place.substring("env.".length()).toUpperCase(Locale.ROOT);
    return Pattern.quote(Optional.ofNullable(System.getenv(name)).orElse("nothing of this name"));
  }

  private static String oneOf(String place) {
    int dots = place.indexOf("..");
    if (dots < 0) {
      return "(?:" + place + ")";
    }
    int first = Integer.parseInt(place.substring(0, dots));
    int last = Integer.parseInt(place.substring(dots + 2));
    var numbers = new StringBuilder("(?:" + first);
    for (int i = first + 1; i <= last; i++) {
      numbers.append('|').append(i);
    }
    return numbers.append(')').toString();
  }
}
