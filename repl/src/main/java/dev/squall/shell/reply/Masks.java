package dev.squall.shell.reply;

import dev.squall.secret.Secrets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is hidden of a value: all of it where its name says so, and what is a secret by its looks
 * under any name.
 *
 * @param reveals whether nothing is
 */
record Masks(boolean reveals) {
  static final String HIDDEN = "…";

  private static final Pattern DIGITS = Pattern.compile("(?<![\\d.])\\d(?:[ -]?\\d){12,18}(?!\\d)");
  private static final Pattern SEPARATORS = Pattern.compile("[ -]");

  /** The beginnings of the numbers of the large card networks (ISO/IEC 7812). */
  private static final Pattern OF_A_CARD =
      Pattern.compile(
          "4\\d{12}(?:\\d{3}){0,2}|5[1-5]\\d{14}|2[2-7]\\d{14}|3[47]\\d{13}|3[0689]\\d{12,14}"
              + "|35\\d{14}|6(?:011|4[4-9]|5)\\d{11,15}");

  /** A signed token (RFC 7515 §7.1) begins with an object in base64url, which is always eyJ. */
  private static final Pattern SIGNED = Pattern.compile("\\beyJ[\\w-]{5,}\\.[\\w-]{5,}\\.[\\w-]*");

  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)[\\w.~+/=-]{16,}");
  private static final Pattern COOKIE = Pattern.compile("^([^=;\\s]+=)[^;]*");
  private static final int LAST_DIGITS = 4;

  /** Whether nothing of a member is to be seen; what holds nothing has nothing to hide. */
  boolean hides(String name, Json value) {
    boolean holds =
        switch (value) {
          case Json.Null _, Json.Truth _ -> false;
          case Json.Str(var text) -> !text.isEmpty();
          case Json.Obj(var members) -> !members.isEmpty();
          case Json.Arr(var items) -> !items.isEmpty();
          case Json.Num _ -> true;
        };
    return holds && isSecret(name);
  }

  boolean isSecret(String name) {
    return !reveals && Secrets.isSecret(name);
  }

  /** A value under a name. */
  String value(String name, String value) {
    return isSecret(name) ? HIDDEN : text(value);
  }

  /** The value of a header; of a cookie that is set, its name and attributes stay. */
  String header(String name, String value) {
    if (!reveals && name.equalsIgnoreCase("Set-Cookie")) {
      return COOKIE.matcher(value).replaceFirst("$1" + HIDDEN);
    }
    return value(name, value);
  }

  /** A text under no name, a URL too. */
  String text(String text) {
    if (reveals) {
      return text;
    }
    var url = text.indexOf('?') >= 0 || text.contains("://") ? Secrets.target(text) : text;
    var unsigned = SIGNED.matcher(url).replaceAll(HIDDEN);
    var masked = BEARER.matcher(unsigned).replaceAll("$1" + HIDDEN);
    return DIGITS.matcher(masked).replaceAll(Masks::card);
  }

  /** A body that is no JSON. */
  String body(String body) {
    return reveals ? body : text(Secrets.body(body));
  }

  /** Its last four digits are what receipts show too. */
  private static String card(MatchResult found) {
    var digits = SEPARATORS.matcher(found.group()).replaceAll("");
    return OF_A_CARD.matcher(digits).matches() && isLuhn(digits)
        ? HIDDEN + digits.substring(digits.length() - LAST_DIGITS)
        : found.group();
  }

  /** ISO/IEC 7812-1, annex B: every second digit from the right doubled, its own digits added. */
  private static boolean isLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
