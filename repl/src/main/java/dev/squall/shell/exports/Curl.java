package dev.squall.shell.exports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What curl and the others send the same way. */
final class Curl {
  private Curl() {}

  /** As RFC 3986 has it: a blank is {@code %20}. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
