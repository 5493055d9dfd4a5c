package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends, and therefore a bare socket does. */
class LimitsTest extends ShopTest {

  @Test
  void aLongUrlIs414() {
    var answer = client.get("/products?search=" + "a".repeat(9_000));

    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.detail()).contains("8192 bytes");
  }

  @Test
  void longHeadersAre431() {
    var answer = client.send("GET", "/health", "", "X-Long", "a".repeat(9_000));

    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.detail()).contains("8192 bytes");
  }

  @Test
  void aBodyAnnouncedAsTooLongIs413() throws IOException {
    var answer = raw("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("at most 1048576 bytes");
  }

  @Test
  void aChunkedBodyThatGrowsTooLongIs413() throws IOException {
    var chunk = "80000\r\n" + "a".repeat(0x80000) + "\r\n";
    var answer =
        raw(
            "POST /auth/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(2)
                + "1\r\na\r\n0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("at most 1048576 bytes");
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() {
    var answer = client.post("/auth/login", " ".repeat((1 << 20) - 2) + "{}");

    assertThat(answer.detail()).contains("email is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET /he alth HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /products/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /products?search=%ff%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "POST /auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void aMalformedRequestIs400InJson(String request) throws IOException {
    var answer = raw(request);

    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("Content-Type: application/json", "{\"error\":\"Bad Request\",\"detail\":")
        .doesNotContain("Exception", "\\tat ");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3"})
  void requestsSentTogetherAreAnsweredInTurn(int sent, int answered) throws IOException {
    var request = "GET /error/404 HTTP/1.1\r\nHost: a\r\n\r\n";
    var last = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    var answer = raw(request.repeat(sent) + last);

    assertThat(answer.split("HTTP/1.1 404 ", -1)).hasSize(answered + 1);
    assertThat(answer).contains("HTTP/1.1 200 ");
  }

  private static String raw(String request) throws IOException {
    return RawAnswer.exchange(shop, request.getBytes(ISO_8859_1));
  }
}
