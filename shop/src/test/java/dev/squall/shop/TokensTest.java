package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest extends ShopTest {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static Stream<Arguments> spoiling() {
    return Stream.of(
        spoilt("without its last character", token -> token.substring(0, token.length() - 1)),
        spoilt("without its signature", token -> token.substring(0, token.lastIndexOf('.') + 1)),
        spoilt("without its last part", token -> token.substring(0, token.lastIndexOf('.'))),
        spoilt("with one part more", token -> token + ".AAAA"),
        spoilt("with padding", token -> token + "="),
        spoilt("with another user's claims", TokensTest::forOtherUser),
        spoilt("without a signature algorithm", TokensTest::withoutAlgorithm),
        spoilt("that is only dots", token -> ".."),
        spoilt("that is no base64", token -> "%%%.%%%.%%%"),
        spoilt("of eight thousand dots", token -> ".".repeat(7_000)));
  }

  @ParameterizedTest(name = "a token {0} is refused")
  @MethodSource("spoiling")
  void aSpoiltTokenIsRefused(String how, UnaryOperator<String> spoil) {
    try (var user = Client.loadTestUser(shop, 1)) {
      assertThat(me(client, spoil.apply(user.token())).status()).as(how).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":\"nobody@example.com\",\"jti\":1,\"iat\":1}",
        "{\"jti\":1,\"iat\":1}",
        "{\"sub\":null}",
        "{\"sub\":[]}",
        "{\"admin\":true}",
        "null",
        "[]",
        "\"test@example.com\"",
        "{",
        ""
      })
  void whoKnowsTheSeedCanSignNonsenseAndIsRefusedToo(String claims) throws Exception {
    assertThat(me(client, signed(BASE64.encodeToString(claims.getBytes(UTF_8)))).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "A", "====", "a.b", " "})
  void aSignedPayloadThatIsNoBase64IsRefused(String payload) throws Exception {
    assertThat(me(client, signed(payload)).status()).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherSeedIsRefused() {
    try (var other = PracticeShop.start(ShopOptions.defaults().seed(7));
        var user = Client.loadTestUser(other, 1)) {
      assertThat(me(client, user.token()).status()).isEqualTo(401);
    }
  }

  @Test
  void aNewcomerToOneShopIsNobodyInAnotherOfTheSameSeed() {
    try (var other = PracticeShop.start();
        var there = new Client(other)) {
      var token = register(client, "here@example.com");
      register(there, "there@example.com");

      assertThat(me(client, token).status()).isEqualTo(200);
      assertThat(me(there, token).status()).isEqualTo(401);
    }
  }

  @Test
  void aLogoutInOneShopEndsNoTokenOfAnother() {
    try (var other = PracticeShop.start();
        var here = Client.loadTestUser(shop, 2);
        var there = Client.loadTestUser(other, 2)) {
      assertThat(here.post("/auth/logout", "").status()).isEqualTo(200);

      assertThat(here.get("/users/me").status()).isEqualTo(401);
      assertThat(there.get("/users/me").status()).isEqualTo(200);
    }
  }

  @Test
  void aLogoutByCookieEndsTheSameTokenAsBearer() {
    try (var user = Client.loadTestUser(shop, 3)) {
      var cookie = "session=" + user.token();
      assertThat(client.send("POST", "/auth/logout", "", "Cookie", cookie).status()).isEqualTo(200);

      assertThat(user.get("/users/me").status()).isEqualTo(401);
      assertThat(client.send("GET", "/users/me", "", "Cookie", cookie).status()).isEqualTo(401);
      assertThat(user.post("/auth/logout", "").status()).isEqualTo(401);
    }
  }

  @Test
  void aCookieBuysWhatATokenBuys() {
    try (var user = Client.loadTestUser(shop, 4)) {
      String[] cookie = {"Cookie", "session=" + user.token()};
      var body = "{\"product_id\": \"prod-1\", \"quantity\": 1}";

      assertThat(client.send("POST", "/cart/items", body, cookie).status()).isEqualTo(201);
      for (var path : new String[] {"/cart", "/orders", "/users/me"}) {
        assertThat(client.send("GET", path, "", cookie).text()).isEqualTo(user.get(path).text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Basic dGVzdDp0ZXN0", "Token x", "bearer x", "="})
  void anotherAuthorizationIsNoEntry(String header) {
    var answer = client.send("GET", "/users/me", "", "Authorization", header);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
  }

  private static Arguments spoilt(String how, UnaryOperator<String> spoil) {
    return Arguments.of(how, spoil);
  }

  private static String forOtherUser(String token) {
    var parts = token.split("\\.", -1);
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    var other = claims.replace("loadtest-user-1@", "loadtest-user-2@");
    assertThat(other).isNotEqualTo(claims);
    return parts[0] + "." + BASE64.encodeToString(other.getBytes(UTF_8)) + "." + parts[2];
  }

  private static String withoutAlgorithm(String token) {
    var header = BASE64.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
  }

  /** With the key of seed 42, made here once more: 24 zero bytes and the seed. */
  private static String signed(String payload) throws GeneralSecurityException {
    var header = BASE64.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    var key = new byte[32];
    key[31] = 42;
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var signed = header + "." + payload;
    return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }

  private static String register(Client at, String email) {
    return at.post(
            "/auth/register",
            "{\"email\": \"%s\", \"password\": \"p\", \"name\": \"n\"}".formatted(email))
        .json()
        .path("token")
        .asText();
  }

  private static Client.Reply me(Client client, String token) {
    return client.send("GET", "/users/me", "", "Authorization", "Bearer " + token);
  }
}
