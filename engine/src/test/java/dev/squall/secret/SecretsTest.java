package dev.squall.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource({
    "password, …",
    "X-Auth-Token, …",
    "Cookie, …",
    "apiKey, …",
    "api_key, …",
    "sid, …",
    "side, value",
    "id, value",
    "name, value"
  })
  void theNameTellsWhatNobodyMaySee(String name, String shown) {
    assertThat(Secrets.shown(name, "value")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "/a?id=7, /a?id=7",
    "/a?token=abc, /a?token=…",
    "/a?id=7&access_token=abc&b=2, /a?id=7&access_token=…&b=2",
    "/token=abc, /token=abc"
  })
  void aQueryHidesThemToo(String target, String shown) {
    assertThat(Secrets.target(target)).isEqualTo(shown);
  }
}
