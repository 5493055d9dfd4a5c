package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the httpbin shapes make of a body. */
class HttpbinBodyTest extends ShopTest {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void aJsonBodyIsTextAndValue() {
    var told = client.send("POST", "/post", "{\"email\": \"a@b.c\"}", "Content-Type", JSON).json();

    assertThat(told.at("/json/email").asText()).isEqualTo("a@b.c");
    assertThat(told.path("data").asText()).isEqualTo("{\"email\": \"a@b.c\"}");
    assertThat(told.path("form")).isEmpty();
    assertThat(told.path("files")).isEmpty();
  }

  @Test
  void jsonNeedsNoContentType() {
    assertThat(client.post("/post", "{\"a\":1}").json().at("/json/a").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.10",
        "0",
        "-0",
        "-0.0",
        "1E400",
        "1e-7",
        "123456789012345678901234567890",
        "0.1234567890123456789012345678901234567890",
        "1.000000000000000000000000",
        "null",
        "true",
        "\"text\"",
        "\"\\uD800\"",
        "[]",
        "{\"a\":null,\"a\":{\"b\":[1,2.0]}}"
      })
  void aValueComesBackExactly(String value) {
    assertThat(client.post("/post", " " + value + "\n").text())
        .contains("\"json\":" + value + ",\"origin\"");
  }

  @Test
  void aNumberOfFiveThousandDigitsComesBackExactly() {
    var number = "7".repeat(5_000);

    assertThat(client.post("/post", number).text()).contains("\"json\":" + number + ",\"origin\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{oops", "{\"a\":", "[1,]", "1 2", "{} x", "NaN", "plain", "\"", " ", "\u0000"})
  void whatIsNoJsonIsOnlyText(String text) {
    var answer = client.send("POST", "/post", text, "Content-Type", JSON);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("data").asText()).isEqualTo(text);
    assertThat(answer.text()).contains("\"json\":null");
  }

  @Test
  void noBodyIsAnEmptyText() {
    assertThat(client.post("/post", "").text())
        .contains("\"data\":\"\",\"files\":{},\"form\":{}", "\"json\":null");
  }

  @Test
  void jsonOfFiveHundredLevelsIsReadAndDeeperOneIs400() {
    var answer = client.post("/post", "[".repeat(500) + "]".repeat(500));
    assertThat(answer.text()).contains("\"json\":" + "[".repeat(500));

    for (var deep : new String[] {"[".repeat(501) + "]".repeat(501), "{\"a\":".repeat(150_000)}) {
      var refused = client.post("/post", deep);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.detail()).isEqualTo("the body is JSON nested deeper than 500 levels");
    }
  }

  @Test
  void aBodyThatIsNoUtf8IsADataUrl() {
    var told = Latin1.post(shop, "image/png; q=1", "\u0089PNG\u0000").json();

    assertThat(told.path("data").asText()).isEqualTo("data:image/png;base64,iVBORwA=");
    assertThat(told.path("json").isNull()).isTrue();
    assertThat(Latin1.post(shop, "", "\u00ff").json().path("data").asText())
        .isEqualTo("data:application/octet-stream;base64,/w==");
  }

  @Test
  void aFormIsItsFields() {
    var told = client.send("POST", "/post", "b=1&a=x+y&b=%C3%BC", "Content-Type", FORM);

    assertThat(told.text())
        .contains("\"data\":\"\",\"files\":{},\"form\":{\"b\":[\"1\",\"ü\"],\"a\":\"x y\"},")
        .contains("\"json\":null");
  }

  @Test
  void theTypeOfAFormMayHaveParametersAndAnyCase() {
    var type = "Application/X-WWW-Form-Urlencoded ; charset=UTF-8";

    assertThat(
            client.send("PUT", "/put", "a=1", "Content-Type", type).json().at("/form/a").asText())
        .isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%zz", "a=%ff", "%", "a=%ED%A0%80"})
  void aBadlyEncodedFormIs400(String form) {
    var answer = client.send("POST", "/post", form, "Content-Type", FORM);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo("the form in the body is not properly percent-encoded UTF-8");
  }

  @Test
  void aFormThatIsNoUtf8Is400() {
    assertThat(Latin1.post(shop, FORM, "a=\u00ff").detail())
        .isEqualTo("the form in the body is no UTF-8");
  }

  @Test
  void aFormOfTooManyFieldsIs400() {
    var answer = client.send("POST", "/post", "a&".repeat(500_000), "Content-Type", FORM);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo("the form in the body has more than 1000 pairs");
  }
}
