package dev.squall.live;

import dev.squall.sheet.SheetHtml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/** The page, which is empty until it is told something, and what it may do. */
final class Page {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String TEMPLATE =
      read("page.html")
          .replace("{style}", SheetHtml.STYLE + read("page.css"))
          .replace("{script}", read("page.js"));

  private Page() {}

  /** Admits one answer's own style and script; a new one for each. */
  static String nonce() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  static String html(String nonce) {
    return TEMPLATE.replace("{nonce}", nonce);
  }

  /** Nothing from anywhere else, and nothing of its own but what carries the nonce. */
  static String policy(String nonce) {
    return "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        .formatted(nonce);
  }

  private static String read(String name) {
    try (var in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the page lies in the same jar", e);
    }
  }
}
