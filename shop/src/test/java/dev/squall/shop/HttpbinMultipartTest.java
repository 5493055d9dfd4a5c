package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpbinMultipartTest extends ShopTest {

  private static final String MULTIPART = "multipart/form-data; boundary=B";

  @Test
  void aMultipartFormIsItsFieldsAndFiles() {
    var told =
        Latin1.post(
                shop,
                MULTIPART,
                part("name=a", "1")
                    + part("name=\"a\"", "2")
                    + part("name=\"b\"", "line\r\nline")
                    + part("name=f; filename=x.txt", "hello")
                    + part(
                        "name=g; filename=x.jpg\r\nContent-Type: image/jpeg; x=y", "\u00ff\u00d8")
                    + part("name=h; filename=x", "\u00ff")
                    + part("name=e; filename=\"\"", "")
                    + "--B--\r\n")
            .json();

    assertThat(told.path("form")).hasToString("{\"a\":[\"1\",\"2\"],\"b\":\"line\\r\\nline\"}");
    assertThat(told.at("/files/f").asText()).isEqualTo("hello");
    assertThat(told.at("/files/g").asText()).isEqualTo("data:image/jpeg;base64,/9g=");
    assertThat(told.at("/files/h").asText()).isEqualTo("data:application/octet-stream;base64,/w==");
    assertThat(told.at("/files/e").asText()).isEmpty();
    assertThat(told.path("files")).hasSize(4);
    assertThat(told.path("data").asText()).isEmpty();
    assertThat(told.path("json").isNull()).isTrue();
  }

  @Test
  void aMultipartFormMayBeEmpty() {
    assertThat(Latin1.post(shop, MULTIPART, "--B--\r\n").json().path("form")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data, x, needs a boundary",
    "multipart/form-data; boundary=, x, needs a boundary",
    "multipart/form-data; boundary=B, '', before its closing boundary",
    "multipart/form-data; boundary=B, nonsense, before its closing boundary",
    "multipart/form-data; boundary=B, --B, before its closing boundary",
  })
  void aMalformedMultipartFormIs400(String type, String body, String detail) {
    var answer = Latin1.post(shop, type, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains(detail);
  }

  @Test
  void aPartThatNeverEndsIs400() {
    assertThat(detail(part("name=a", "1"))).endsWith("ends before its closing boundary");
  }

  @Test
  void aPartWithoutANameIs400() {
    assertThat(detail(part("filename=x", "1") + "--B--")).endsWith("has no name");
    assertThat(detail("--B\r\n\r\nx\r\n--B--")).endsWith("has no name");
  }

  @Test
  void aPartWithLongHeadersIs400() {
    assertThat(detail(part("name=a\r\nX: " + "x".repeat(9_000), "1") + "--B--"))
        .contains("headers of a part longer than 8192 bytes");
  }

  @Test
  void tooManyPartsAre400() {
    assertThat(detail(part("name=a", "").repeat(1_001) + "--B--")).contains("more than 1000 parts");
  }

  @Test
  void aThousandPartsAreRead() {
    var told = Latin1.post(shop, MULTIPART, part("name=a", "").repeat(1_000) + "--B--").json();

    assertThat(told.at("/form/a")).hasSize(1_000);
  }

  @Test
  void oneLongFileIsReadWhole() {
    var content = "x".repeat(1_000_000);
    var told = Latin1.post(shop, MULTIPART, part("name=a; filename=f", content) + "--B--").json();

    assertThat(told.at("/files/a").asText()).isEqualTo(content);
  }

  private static String part(String disposition, String content) {
    return "--B\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(disposition, content);
  }

  private static String detail(String multipart) {
    var answer = Latin1.post(shop, MULTIPART, multipart);
    assertThat(answer.status()).isEqualTo(400);
    return answer.detail();
  }
}
