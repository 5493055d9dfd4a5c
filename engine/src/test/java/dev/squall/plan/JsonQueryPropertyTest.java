package dev.squall.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.squall.plan.JsonQuery.Found;
import dev.squall.plan.JsonQuery.Many;
import dev.squall.plan.JsonQuery.Missing;
import dev.squall.plan.JsonQuery.One;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Streaming, json-path over our tree and json-path as it comes give one answer. */
class JsonQueryPropertyTest {

  private static final ObjectMapper STOCK =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Configuration USUAL =
      Configuration.builder()
          .jsonProvider(new JacksonJsonProvider(STOCK))
          .mappingProvider(new JacksonMappingProvider(STOCK))
          .build();

  @Test
  void streamingAnswersAsJsonPathDoes() throws Exception {
    var random = new Random(20261122);
    int matched = 0;
    for (int i = 0; i < 8_000; i++) {
      var documents = new RandomJson(random);
      var document = documents.document();
      var path = documents.definitePath();
      var body = document.getBytes(UTF_8);
      var streamed = JsonQueryTest.query(path);
      assertThat(streamed).isInstanceOf(StreamedQuery.class);
      var answer = streamed.read(body, 0, body.length);
      assertThat(answer.getClass())
          .as("%s of %s", path, document)
          .isEqualTo(expected(path, body, false).getClass());
      if (answer instanceof One one) {
        matched++;
        assertThat(one).as("%s of %s", path, document).isEqualTo(throughTree(path, body));
        assertThat(comparable(one)).as("%s of %s", path, document).isEqualTo(stock(path, body));
      }
    }
    assertThat(matched).isBetween(1_500, 6_500);
  }

  @Test
  void wildPathsAnswerAsJsonPathDoes() throws Exception {
    var random = new Random(7);
    int matched = 0;
    for (int i = 0; i < 6_000; i++) {
      var documents = new RandomJson(random);
      var document = documents.document();
      var path = documents.wildPath();
      var body = document.getBytes(UTF_8);
      var answer = JsonQueryTest.query(path).read(body, 0, body.length);
      assertThat(answer.getClass())
          .as("%s of %s", path, document)
          .isEqualTo(expected(path, body, true).getClass());
      if (answer instanceof Many many) {
        matched++;
        assertThat(normal(STOCK.readTree(many.text())))
            .as("%s of %s", path, document)
            .isEqualTo(stock(path, body));
      }
    }
    assertThat(matched).isGreaterThan(500);
  }

  @Test
  void severalPathsAtOnceFindWhatEachFinds() {
    var random = new Random(4);
    for (int i = 0; i < 8_000; i++) {
      var documents = new RandomJson(random);
      var body = documents.document().getBytes(UTF_8);
      var paths = Stream.generate(documents::definitePath).limit(random.nextInt(6)).toList();
      var queries = paths.stream().map(JsonQueryTest::query).toList();
      var found = JsonQuery.readAll(queries, body, 0, body.length);
      assertThat(found)
          .as("%s of %s", paths, new String(body, UTF_8))
          .isEqualTo(queries.stream().map(query -> query.read(body, 0, body.length)).toList());
    }
  }

  @Test
  void anyDamageIsSeenByBothWaysAlike() {
    var random = new Random(99);
    int malformed = 0;
    for (int i = 0; i < 15_000; i++) {
      var documents = new RandomJson(random);
      var body = documents.damaged(documents.document().getBytes(UTF_8));
      var path = documents.definitePath();
      var answer = JsonQueryTest.query(path).read(body, 0, body.length);
      var other = throughTree(path, body);
      boolean isMalformed =
          answer instanceof Missing(var reason) && reason.startsWith("the body is not JSON");
      malformed += isMalformed ? 1 : 0;
      if (isMalformed || !(answer instanceof Missing)) {
        assertThat(answer).as("%s of %s", path, new String(body, UTF_8)).isEqualTo(other);
      } else {
        assertThat(other).isEqualTo(new Missing("nothing matches " + path));
      }
    }
    assertThat(malformed).isGreaterThan(7_500);
  }

  /** The path read by json-path over the tree. */
  private static Found throughTree(String path, byte[] body) {
    return path.equals("$")
        ? JsonQueryTest.query(path).read(body, 0, body.length)
        : new TreeQuery(path, false).read(body, 0, body.length);
  }

  private static Found expected(String path, byte[] body, boolean isWild) throws Exception {
    var tree = STOCK.readValue(body, Object.class);
    if (tree == null) {
      return path.equals("$") ? new One("null", JsonQuery.Kind.NULL) : new Missing("");
    }
    try {
      var result = JsonPath.compile(path).<Object>read(tree, USUAL);
      if (!isWild) {
        return new One("", JsonQuery.Kind.NULL);
      }
      return ((List<?>) result).isEmpty() ? new Missing("") : new Many(List.of());
    } catch (JsonPathException e) {
      return new Missing("");
    }
  }

  private static String stock(String path, byte[] body) throws Exception {
    var tree = STOCK.readValue(body, Object.class);
    return normal(
        STOCK.valueToTree(tree == null ? null : JsonPath.compile(path).read(tree, USUAL)));
  }

  private static String comparable(One one) throws Exception {
    return switch (one.kind()) {
      case STRING -> normal(STOCK.getNodeFactory().textNode(one.text()));
      case NUMBER, BOOLEAN, NULL, OBJECT, ARRAY -> normal(STOCK.readTree(one.text()));
    };
  }

  /** JSON with every number in one spelling. */
  private static String normal(JsonNode node) {
    if (node.isNumber()) {
      var value = node.decimalValue();
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
    }
    if (node.isArray()) {
      return node.valueStream().map(JsonQueryPropertyTest::normal).toList().toString();
    }
    if (node.isObject()) {
      return node.propertyStream()
          .map(entry -> entry.getKey() + "=" + normal(entry.getValue()))
          .toList()
          .toString();
    }
    return node.toString();
  }
}
