package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest extends ShopTest {

  private static final String NEWCOMER =
      """
      {"email": "%s", "password": "Pass123!", "name": "Shopper"}\
      """;

  @Test
  void whoRegistersIsSignedIn() {
    var answer = client.post("/auth/register", NEWCOMER.formatted("new@example.com"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/user/email").asText()).isEqualTo("new@example.com");
    assertThat(answer.json().at("/user/name").asText()).isEqualTo("Shopper");
    assertThat(answer.json().at("/user/id").asText()).startsWith("user-");
    assertThat(me(answer.json().path("token").asText()).status()).isEqualTo(200);
  }

  @Test
  void anAddressRegistersOnceInWhateverCase() {
    client.post("/auth/register", NEWCOMER.formatted("once@example.com"));

    var answer = client.post("/auth/register", NEWCOMER.formatted("Once@Example.com"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("error").asText()).isEqualTo("Conflict");
  }

  @Test
  void everyMissingFieldIsNamed() {
    var answer = client.post("/auth/register", "{\"name\": 7}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .contains("email is missing", "password is missing", "name must be a string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "true", "[]", "{}", "\"\"", "\" \\t\"", "\"\\ud800\""})
  void everyMistypedFieldIsNamed(String value) {
    var answer =
        client.post(
            "/auth/register",
            "{\"email\": %1$s, \"password\": %1$s, \"name\": %1$s}".formatted(value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail().split("; "))
        .satisfiesExactly(
            wrong -> assertThat(wrong).matches("email (is missing|must .*)"),
            wrong -> assertThat(wrong).matches("password (is missing|must .*)"),
            wrong -> assertThat(wrong).matches("name (is missing|must .*)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "@",
        "a@",
        "@b",
        "a b@c.de",
        "a@b c.de",
        "a@b@c.de",
        "a@b..de",
        "a@.de",
        "a@de.",
        "a@-b.de",
        "a@b-.de",
        "a@b_c",
        "a\\u0000@b.de",
        "a@b.de\\n",
        "a@b.de, c@d.de"
      })
  void aMalformedAddressIsNamed(String email) {
    var answer = client.post("/auth/register", NEWCOMER.formatted(email));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo("email must be an e-mail address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "user+tag@example.com",
        "o'hara@mail.example.co.uk",
        "jürgen@bücher.example",
        "loadtest-user-8f14e45f-ceea-467f-a0e6-9d4c2b1f2a3b@example.com"
      })
  void anUnusualAddressIsAnAddress(String email) {
    assertThat(client.post("/auth/register", NEWCOMER.formatted(email)).status()).isEqualTo(201);
  }

  @Test
  void whatIsKeptIsSmall() {
    var answer =
        client.post(
            "/auth/register",
            "{\"email\": \"a@%s\", \"password\": \"%s\", \"name\": \"%s\"}"
                .formatted("b".repeat(300), "p".repeat(201), "n".repeat(201)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo(
            "email must be an e-mail address; password must be at most 200 characters;"
                + " name must be at most 200 characters");
  }

  @Test
  void allThousandAccountsLogIn() {
    for (var number = 1; number <= 1000; number++) {
      var email = "loadtest-user-%d@example.com".formatted(number);
      var answer = login(email, "LoadTest123!");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().at("/user/email").asText()).isEqualTo(email);
      assertThat(answer.json().at("/user/id").asText()).isEqualTo("user-" + number);
    }
    assertThat(login("loadtest-user-1001@example.com", "LoadTest123!").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "test@example.com, password123, Test User",
    "TEST@example.com, password123, Test User",
    "loadtest-user-1@example.com, LoadTest123!, Load Test User 1",
    "loadtest-user-1000@example.com, LoadTest123!, Load Test User 1000"
  })
  void theSeededAccountsLogIn(String email, String password, String name) {
    var answer = login(email, password);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/user/name").asText()).isEqualTo(name);
    var token = answer.json().path("token").asText();
    assertThat(token).startsWith("eyJ").matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(answer.header("set-cookie")).isEqualTo("session=" + token + "; HttpOnly; Path=/");
  }

  @ParameterizedTest
  @CsvSource({"test@example.com, wrong", "nobody@example.com, password123"})
  void wrongCredentialsAreRefusedAlike(String email, String password) {
    var answer = login(email, password);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    assertThat(answer.header("set-cookie")).isEmpty();
    assertThat(answer.detail()).isEqualTo("the e-mail address or the password is wrong");
  }

  @Test
  void meIsWhoSignedInByTokenOrByCookie() {
    var token = login("test@example.com", "password123").json().path("token").asText();

    var byToken = me(token);
    var byCookie = client.send("GET", "/users/me", "", "Cookie", "a=b; session=" + token);

    assertThat(byToken.json().path("email").asText()).isEqualTo("test@example.com");
    assertThat(byToken.json().path("name").asText()).isEqualTo("Test User");
    assertThat(Instant.parse(byToken.json().path("created_at").asText())).isBefore(Instant.now());
    assertThat(byCookie.text()).isEqualTo(byToken.text());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /users/me",
    "POST, /auth/logout",
    "GET, /cart",
    "DELETE, /cart",
    "POST, /cart/items",
    "PUT, /cart/items/item-1",
    "DELETE, /cart/items/item-1",
    "POST, /checkout",
    "GET, /orders",
    "GET, /orders/order-1"
  })
  void withoutATokenThereIsNoEntry(String method, String path) {
    var answer = client.send(method, path, "");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    assertThat(answer.json().path("error").asText()).isEqualTo("Unauthorized");
  }

  @Test
  void aLoggedOutTokenIsDeadAndOthersLive() {
    var token = login("test@example.com", "password123").json().path("token").asText();
    var other = login("test@example.com", "password123").json().path("token").asText();

    var answer = client.send("POST", "/auth/logout", "", "Authorization", "Bearer " + token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"message\":\"Logged out successfully\"}");
    assertThat(me(token).status()).isEqualTo(401);
    assertThat(me(other).status()).isEqualTo(200);
  }

  private Client.Reply login(String email, String password) {
    return client.post(
        "/auth/login",
        """
        {"email": "%s", "password": "%s"}\
        """
            .formatted(email, password));
  }

  private Client.Reply me(String token) {
    return client.send("GET", "/users/me", "", "Authorization", "Bearer " + token);
  }
}
