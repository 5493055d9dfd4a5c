package dev.squall.http;

/**
 * Whether a value may stand in a request without becoming something else there: another header,
 * another request. Text is what is going to be sent as one byte a character or as UTF-8.
 */
public final class RequestText {
  private RequestText() {}

  /** A header's value: no control character but the tab (RFC 9110 §5.5). */
  public static boolean isSafeHeaderValue(CharSequence value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** A header's name: a token (RFC 9110 §5.6.2). */
  public static boolean isSafeHeaderName(CharSequence name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7f || !Octets.isToken((byte) name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** A request target or a part of one: no white space and no control character. */
  public static boolean isSafeTarget(CharSequence target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The same for rendered bytes, {@code from} inclusive to {@code to} exclusive. */
  public static boolean isSafeTarget(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((bytes[i] >= 0 && bytes[i] <= ' ') || bytes[i] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The same for a header's value as rendered bytes. */
  public static boolean isSafeHeaderValue(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
        return false;
      }
    }
    return true;
  }
}
