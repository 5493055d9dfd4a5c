package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses, redirects, cookies and challenges on demand. */
class HttpbinStatusTest extends ShopTest {

  @ParameterizedTest
  @ValueSource(
      ints = {200, 201, 204, 205, 206, 299, 300, 304, 400, 403, 404, 418, 429, 499, 500, 503, 599})
  void aStatusHasNoBody(int status) {
    var answer = client.get("/status/" + status);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("location")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void everyMethodGetsItsStatus(String method) {
    assertThat(client.send(method, "/status/503", "").status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 305, 307, 308})
  void aRedirectHasALocation(int status) {
    var answer = client.get("/status/" + status);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("location")).isEqualTo("/redirect/1");
  }

  @ParameterizedTest
  @CsvSource({"401, www-authenticate", "407, proxy-authenticate"})
  void aChallengeComesWithItsHeader(int status, String header) {
    var answer = client.get("/status/" + status);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header(header)).startsWith("Basic realm=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "199", "600", "-200", "x", "20.0"})
  void otherStatusesAre400(String status) {
    var answer = client.get("/status/" + status);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("between 200 and 599", "'" + status + "'");
  }

  @ParameterizedTest
  @CsvSource({"20, /redirect/19", "2, /redirect/1", "1, /get"})
  void aRedirectLeadsToOneLessAndAtLastToGet(int left, String location) {
    for (var method : new String[] {"GET", "POST"}) {
      var answer = client.send(method, "/redirect/" + left, "");

      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.header("location")).isEqualTo(location);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "21", "-1", "x"})
  void otherRedirectsAre400(String left) {
    var answer = client.get("/redirect/" + left);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("between 1 and 20");
  }

  @Test
  void theRightPasswordIsLetIn() {
    var answer = authorized("/basic-auth/m%C3%A9/a%20b", "Basic " + base64("mé:a b"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"authenticated\":true,\"user\":\"mé\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"me:wrong", "you:secret", "me:secret2", "me:", "me", ":secret", "", "ME:secret"})
  void aWrongPasswordIsChallenged(String credentials) {
    assertIsChallenged(authorized("/basic-auth/me/secret", "basic " + base64(credentials)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Bearer bWU6c2VjcmV0", "bWU6c2VjcmV0"})
  void whatIsNoBasicAuthorizationIsChallenged(String authorization) {
    assertIsChallenged(authorized("/basic-auth/me/secret", authorization));
  }

  @Test
  void noAuthorizationIsChallenged() {
    assertIsChallenged(client.get("/basic-auth/me/secret"));
  }

  private Client.Reply authorized(String path, String authorization) {
    return client.send("GET", path, "", "Authorization", authorization);
  }

  private static void assertIsChallenged(Client.Reply answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().headers().allValues("www-authenticate"))
        .singleElement()
        .asString()
        .startsWith("Basic realm=");
    assertThat(answer.json().path("error").asText()).isEqualTo("Unauthorized");
    assertThat(answer.detail()).contains("user and password of the path");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
