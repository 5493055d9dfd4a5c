package dev.squall.http;

import java.nio.charset.StandardCharsets;

/** Bytes of a message as RFC 9110 classifies them, compared without making strings. */
final class Octets {
  private static final boolean[] TOKEN = new boolean[256];

  static {
    for (char c = '!'; c < 0x7f; c++) {
      TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
  }

  private Octets() {}

  /** Whether it may stand in a token, RFC 9110 §5.6.2. */
  static boolean isToken(byte b) {
    return TOKEN[b & 0xff];
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(byte b) {
    return Character.digit(b & 0x7f, 16) | (b < 0 ? -1 : 0);
  }

  /** Whether the range is that word, given in lower case, whatever the case of its letters. */
  static boolean isWord(byte[] buf, int from, int to, byte[] lowerCase) {
    if (to - from != lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      byte b = buf[from + i];
      if (b != lowerCase[i] && (b < 'A' || b > 'Z' || (b | 0x20) != lowerCase[i])) {
        return false;
      }
    }
    return true;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The range as one printable line, other bytes as {@code \xhh}. */
  static String printable(byte[] buf, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      byte b = buf[i];
      switch (b) {
        case '\r' -> text.append("\\r");
        case '\n' -> text.append("\\n");
        case '\\' -> text.append("\\\\");
        default -> {
          if (b >= ' ' && b < 0x7f) {
            text.append((char) b);
          } else {
            text.append("\\x")
                .append(Character.forDigit(b >> 4 & 0xf, 16))
                .append(Character.forDigit(b & 0xf, 16));
          }
        }
      }
    }
    return text.toString();
  }
}
