package dev.squall.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lenient dates of cookies, RFC 6265 §5.1.1: the first token that looks like a time, a day, a
 * month and a year is taken for it, whatever else stands there. The zone is always UTC.
 */
final class CookieDate {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int MISSING = -1;

  private final String text;
  private int hour = MISSING;
  private int minute;
  private int second;
  private int day = MISSING;
  private int month = MISSING;
  private int year = MISSING;

  private CookieDate(String text) {
    this.text = text;
  }

  /** The moment that a text means, to the second; null if it is no date. */
  static @Nullable Instant parse(String text) {
    var date = new CookieDate(text);
    int at = 0;
    while (at < text.length()) {
      int from = at;
      while (at < text.length() && !isDelimiter(text.charAt(at))) {
        at++;
      }
      if (at > from) {
        date.take(from, at);
      }
      at++;
    }
    return date.instant();
  }

  private static boolean isDelimiter(char c) {
    return c == '\t'
        || (c >= ' ' && c <= '/')
        || (c >= ';' && c <= '@')
        || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
  }

  private void take(int from, int to) {
    if (hour == MISSING && takeTime(from, to)) {
      return;
    }
    int digits = digits(from, to);
    if (day == MISSING && (digits == 1 || digits == 2)) {
      day = number(from, digits);
    } else if (month == MISSING && month(from, to) != MISSING) {
      month = month(from, to);
    } else if (year == MISSING && digits >= 2 && digits <= 4) {
      int number = number(from, digits);
      year = number < 70 ? number + 2000 : number < 100 ? number + 1900 : number;
    }
  }

  /** hms-time: three fields of one or two digits, then anything but a digit. */
  private boolean takeTime(int from, int to) {
    int[] fields = new int[3];
    int at = from;
    for (int i = 0; i < fields.length; i++) {
      int digits = digits(at, to);
      if (digits != 1 && digits != 2) {
        return false;
      }
      fields[i] = number(at, digits);
      at += digits;
      if (i < 2 && (at >= to || text.charAt(at++) != ':')) {
        return false;
      }
    }
    hour = fields[0];
    minute = fields[1];
    second = fields[2];
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** How many digits stand there, counted to five: no field has more than four. */
  private int digits(int from, int to) {
    int count = 0;
    while (count < 5 && from + count < to && isDigit(text.charAt(from + count))) {
      count++;
    }
    return count;
  }

  private int number(int from, int digits) {
    return Integer.parseInt(text, from, from + digits, 10);
  }

  /** 1 to 12 by the first three letters. */
  private int month(int from, int to) {
    if (to - from < 3) {
      return MISSING;
    }
    int at = MONTHS.indexOf(text.substring(from, from + 3).toLowerCase(Locale.ROOT));
    return at >= 0 && at % 3 == 0 ? at / 3 + 1 : MISSING;
  }

  private @Nullable Instant instant() {
    if (hour == MISSING || day == MISSING || month == MISSING || year < 1601) {
      return null;
    }
    if (hour > 23 || minute > 59 || second > 59 || !YearMonth.of(year, month).isValidDay(day)) {
      return null;
    }
    return LocalDateTime.of(year, month, day, hour, minute, second).toInstant(ZoneOffset.UTC);
  }
}
