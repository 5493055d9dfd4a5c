package dev.squall.plan;

import java.nio.charset.StandardCharsets;

/** Texts as they stand in a URL. */
public final class UrlText {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String HEX = "0123456789ABCDEF";

  private UrlText() {}

  /** Every byte of its UTF-8 percent-encoded that is not unreserved (RFC 3986 §2.3). */
  public static String encoded(String text) {
    StringBuilder encoded = null;
    for (int i = 0; i < text.length() && encoded == null; i++) {
      if (UNRESERVED.indexOf(text.charAt(i)) < 0) {
        encoded = new StringBuilder(text.length() + 16);
      }
    }
    if (encoded == null) {
      return text;
    }
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
    }
    return encoded.toString();
  }
}
