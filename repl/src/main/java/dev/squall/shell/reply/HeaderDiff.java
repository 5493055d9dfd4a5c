package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import dev.squall.stats.HeaderLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The headers of two answers, whatever their order; every cookie is one of its own. */
final class HeaderDiff {
  private static final Pattern COOKIE = Pattern.compile("^\\s*([^=;\\s]+)=([^;]*)(.*)$");

  private final Differences differences;

  private HeaderDiff(Differences differences) {
    this.differences = differences;
  }

  /**
   * A header that may stand on several lines.
   *
   * @param changing the part of it that is expected to differ
   */
  private record Header(
      String name, String shownName, List<String> lasting, List<String> changing) {}

  static void compare(List<HeaderLine> before, List<HeaderLine> after, Differences differences) {
    new HeaderDiff(differences).compare(byName(before), byName(after));
  }

  private void compare(Map<String, Header> before, Map<String, Header> after) {
    var names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      var one = before.get(name);
      var other = after.get(name);
      if (one == null && other != null) {
        differences.add(Difference.added(where(other), shown(other)));
      } else if (other == null && one != null) {
        differences.add(Difference.removed(where(one), shown(one)));
      } else if (one != null && other != null) {
        compare(one, other);
      }
    }
  }

  private void compare(Header before, Header after) {
    if (!before.lasting().equals(after.lasting())) {
      differences.add(
          Difference.changed(where(before), shown(before), shown(after), note(before.name())));
    } else if (!before.changing().equals(after.changing())) {
      differences.addVolatile(
          Difference.changed(where(before), shown(before), shown(after), note(before.name())));
    }
  }

  private static String note(String name) {
    return name.equals("content-length") ? "follows from the body" : "";
  }

  private static String where(Header header) {
    return "header " + Display.printable(header.shownName());
  }

  private String shown(Header header) {
    var value = String.join(", ", header.lasting()) + String.join(", ", header.changing());
    var masked =
        header.name().startsWith("set-cookie")
            ? differences.masks.reveals() ? value : Masks.HIDDEN + String.join("", header.lasting())
            : differences.masks.value(header.name(), value);
    return Display.printable(masked);
  }

  private static Map<String, Header> byName(List<HeaderLine> lines) {
    var headers = new LinkedHashMap<String, Header>();
    for (var line : lines) {
      var name = line.name().toLowerCase(Locale.ROOT);
      var cookie = COOKIE.matcher(line.value());
      if (name.equals("set-cookie") && cookie.matches()) {
        var header = header(headers, name + " " + cookie.group(1), "Set-Cookie " + cookie.group(1));
        header.changing().add(cookie.group(2));
        header.lasting().add(cookie.group(3));
      } else {
        var header = header(headers, name, line.name());
        boolean changes = Volatility.ofHeader(name) || name.equals("content-length");
        (changes ? header.changing() : header.lasting()).add(line.value());
      }
    }
    return headers;
  }

  private static Header header(Map<String, Header> headers, String name, String shownName) {
    return headers.computeIfAbsent(
        name, _ -> new Header(name, shownName, new ArrayList<>(), new ArrayList<>()));
  }
}
