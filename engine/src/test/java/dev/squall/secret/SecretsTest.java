package dev.squall.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    "pwd, …",
    "user.pw, …",
    "pass, …",
    "passphrase, …",
    "X-Auth, …",
    "jwt, …",
    "passenger, value",
    "author, value",
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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{\"token\":\"a\\\"b\"}; {\"token\":\"…\"}",
        "{\"id\":1}; {\"id\":1}",
        "{\"pin_token\": 12.5}; {\"pin_token\": \"…\"}",
        "{\"tokens\": [\"a\"]}; {\"tokens\": \"…\"}",
        "{\"token\": {\"v\": 1}}; {\"token\": \"…\"}",
        "user=a&password=b&c=d; user=a&password=…&c=d",
      },
      delimiter = ';')
  void aBodyHidesThemToo(String body, String shown) {
    assertThat(Secrets.body(body)).isEqualTo(shown);
  }

  @Test
  void aHeadHidesThemAndTheUserOfAUrl() {
    assertThat(Secrets.head("GET /a?token=b HTTP/1.1\r\nCookie: a=b\r\nX: y"))
        .isEqualTo("GET /a?token=… HTTP/1.1\r\nCookie: …\r\nX: y");
    assertThat(Secrets.target("http://me:pw@h/")).isEqualTo("http://me:…@h/");
  }
}
