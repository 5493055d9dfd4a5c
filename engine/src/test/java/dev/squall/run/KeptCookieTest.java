package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptCookieTest {
  @Test
  void aSecretIsNotInItsText() {
    var session =
        new KeptCookie("session", "eyJhbGciOi", "shop.example", "/", true, true, Optional.empty());
    assertThat(session).hasToString("session=…; Domain=shop.example; Path=/; Secure; HttpOnly");
    assertThat(session.value()).isEqualTo("eyJhbGciOi");
  }

  @Test
  void whatIsNoSecretIsThere() {
    var theme =
        new KeptCookie(
            "theme", "dark", "a.example", "/x", false, false, Optional.of(Instant.EPOCH));
    assertThat(theme)
        .hasToString("theme=dark; Domain=a.example; Path=/x; Expires=1970-01-01T00:00:00Z");
  }
}
