package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.shop.behaviour.Behaviour;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest extends ShopTest {

  private static final int MOST = 10 * 1024 * 1024;

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Test
  void everyLengthFrom1IsOneJsonValue() throws Exception {
    for (var n : lengthsFrom(1)) {
      var text = exactly(n, "json", "application/json");

      var value = STRICT.readTree(text);
      assertThat(value.isMissingNode()).as(text).isFalse();
      assertThat(value.isObject()).as(text).isEqualTo(n >= 11);
    }
  }

  @Test
  void everyLengthFrom4IsOneXmlElement() throws Exception {
    var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (var n : lengthsFrom(4)) {
      var text = exactly(n, "xml", "application/xml");

      var document = parser.parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
      assertThat(document.getDocumentElement().getTextContent().length())
          .isEqualTo(Math.max(0, n - "<data></data>".length()));
    }
  }

  @Test
  void everyLengthFrom0IsText() {
    for (var n : lengthsFrom(0)) {
      assertThat(exactly(n, "text", "text/plain; charset=utf-8")).matches("[A-Za-z. ]*");
    }
  }

  @Test
  void withoutAFormatItIsJson() {
    assertThat(client.get("/bytes/30").text()).isEqualTo("{\"data\":\"The quick brown fox\"}");
    assertThat(client.get("/bytes/30?format=").header("content-type"))
        .isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 65_536, 65_537, MOST})
  void aHeadHasTheLengthAndNoBody(int n) throws Exception {
    try (var connection = new RawConnection(shop)) {
      for (var i = 0; i < 2; i++) {
        connection.ask("HEAD", "/bytes/" + n);
        var head = connection.head();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-length")).hasValue(Integer.toString(n));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, json, json must be a whole number between 1 and 10485760",
    "3, xml, xml must be a whole number between 4 and 10485760",
    "-1, text, text must be a whole number between 0 and 10485760",
    "10485761, json, between 1 and 10485760",
    "99999999999, json, between 1 and 10485760",
    "ten, json, between 1 and 10485760",
    "1e3, json, between 1 and 10485760"
  })
  void anyOtherNumberIs400(String n, String format, String detail) {
    var answer = client.get("/bytes/" + n + "?format=" + format);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail().replace(",", "")).contains(detail, "'" + n + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "JSON", "json%20"})
  void anyOtherFormatIs400(String format) {
    var answer = client.get("/bytes/10?format=" + format);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).startsWith("format must be json, xml or text, not '");
  }

  @Test
  void sixtyFourLongAnswersAreNotHeldInMemory() throws Exception {
    var before = Heap.used();
    var connections = new ArrayList<RawConnection>();
    try {
      for (var i = 0; i < 64; i++) {
        var connection = new RawConnection(shop);
        connections.add(connection);
        connection.ask("GET", "/bytes/" + MOST);
        assertThat(connection.head().status()).isEqualTo(200);
      }

      // 640 MiB are under way: what the sockets hold is not on the heap.
      assertThat(Heap.used() - before).isLessThan(20L * 1024 * 1024);
    } finally {
      for (var connection : connections) {
        connection.close();
      }
    }
    assertThat(client.get("/health").status()).isEqualTo(200);
  }

  @Test
  void whoLeavesInTheMiddleFreesTheWorker() throws Exception {
    shop.behave(Behaviour.GOOD.workers(1));
    try {
      try (var connection = new RawConnection(shop)) {
        connection.ask("GET", "/bytes/" + MOST);
        assertThat(connection.head().status()).isEqualTo(200); // so it holds the only worker
      }
      try (var connection = new RawConnection(shop)) {
        connection.ask("GET", "/health");

        assertThat(connection.head().status()).isEqualTo(200);
      }
    } finally {
      shop.behave(Behaviour.GOOD);
    }
  }

  private static int[] lengthsFrom(int least) {
    return IntStream.concat(
            IntStream.rangeClosed(least, 300),
            IntStream.of(1_000, 65_535, 65_536, 65_537, 65_556, 131_083, 1_000_000, MOST))
        .toArray();
  }

  private String exactly(int n, String format, String type) {
    var answer = client.get("/bytes/" + n + "?format=" + format);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo(type);
    assertThat(answer.header("content-length")).isEqualTo(Integer.toString(n));
    assertThat(answer.text()).hasSize(n);
    return answer.text();
  }
}
