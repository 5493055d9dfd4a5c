package dev.squall.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page may do: nothing but the styles and scripts that it was written with, each admitted by
 * the hash of its text. Whatever else got into it is dead, and nothing is fetched.
 */
final class PagePolicy {
  private PagePolicy() {}

  /** The policy for a page with this content. */
  static String of(String html) {
    return "default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(hashes(html, "style"), hashes(html, "script"));
  }

  private static String hashes(String html, String element) {
    return Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
        .matcher(html)
        .results()
        .map(match -> "'sha256-" + hash(match.group(1)) + "'")
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
