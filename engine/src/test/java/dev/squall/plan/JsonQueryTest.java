package dev.squall.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.JsonQuery.Compiled;
import dev.squall.plan.JsonQuery.Found;
import dev.squall.plan.JsonQuery.Kind;
import dev.squall.plan.JsonQuery.Many;
import dev.squall.plan.JsonQuery.Missing;
import dev.squall.plan.JsonQuery.One;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonQueryTest {

  private static final String SHOP =
      """
      {"token": "abc", "total": 1299.0, "open": true, "note": null,
       "items": [{"id": 7, "tags": ["a", "b"], "price": 1.10},
                 {"id": 8, "tags": [], "price": 12345678901234567890.123456789012345678},
                 {"id": 9, "price": 1e3}],
       "": {"": "nameless"}, "my name": "quoted", "größe": -0}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $.token              | STRING  | abc
          $.total              | NUMBER  | 1299.0
          $.open               | BOOLEAN | true
          $.note               | NULL    | null
          $.items[0].id        | NUMBER  | 7
          $.items[0]           | OBJECT  | {"id":7,"tags":["a","b"],"price":1.10}
          $.items[0].tags      | ARRAY   | ["a","b"]
          $.items[1].price     | NUMBER  | 12345678901234567890.123456789012345678
          $.items[2].price     | NUMBER  | 1e3
          $['items'][0]['id']  | NUMBER  | 7
          $["my name"]         | STRING  | quoted
          $['']['']            | STRING  | nameless
          $.größe              | NUMBER  | -0
          $.items[-1].id       | NUMBER  | 9
          $.items[-1].price    | NUMBER  | 1e3
          $.items[ 1 ].id      | NUMBER  | 8
          $.items[1,2].id      | NUMBER  | 8
          $.items.length()     | NUMBER  | 3
          $.sum($..id)         | NUMBER  | 24.0
          $['token','open']    | OBJECT  | {"token":"abc","open":true}
          """)
  void aPathWithoutWildcardsFindsOneValue(String path, Kind kind, String text) {
    assertThat(read(path, SHOP)).isEqualTo(new One(text, kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $.items[*].id                     | [7,8,9]
          $.items[*].price                  | [1.10,12345678901234567890.123456789012345678,1e3]
          $.items[0].*                      | [7,["a","b"],1.10]
          $..id                             | [7,8,9]
          $..items[*].id                    | [7,8,9]
          $.items[?(@.price < 1000)].id     | [7]
          $.items[?(@.price == 1000)].id    | [9]
          $.items[?(@.price > 12345678901234567890.12)].id | [8]
          $.items[1:].id                    | [8,9]
          $.items[:-1].id                   | [7,8]
          $.items[0].tags[*]                | ["a","b"]
          """)
  void aPathWithWildcardsKeepsAllThatMatches(String path, String list) {
    assertThat(read(path, SHOP))
        .isInstanceOfSatisfying(Many.class, many -> assertThat(many.text()).isEqualTo(list));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.nothing",
        "$.items[3].id",
        "$.items.id",
        "$.token[0]",
        "$.note.a",
        "$.items[*].colour",
        "$..colour",
        "$.items[-4]",
        "$.items[?(@.id > 99)]",
        "$.token.length()",
        "$.items[*].id.sum()",
        "$.items[1].tags[*]"
      })
  void whatIsNotThereIsMissing(String path) {
    assertThat(read(path, SHOP)).isInstanceOf(Missing.class);
  }

  @Test
  void theWholeDocumentIsOneValueWithoutWhiteSpace() {
    assertThat(read("$", " [1, {\"a\" : 2.50}]\n"))
        .isEqualTo(new One("[1,{\"a\":2.50}]", Kind.ARRAY));
    assertThat(read("$", "null")).isEqualTo(new One("null", Kind.NULL));
    assertThat(read("$", "\"x\"")).isEqualTo(new One("x", Kind.STRING));
  }

  @Test
  void aMissSaysHowFarThePathLed() {
    assertThat(read("$.items[0].name.first", SHOP))
        .isEqualTo(new Missing("there is nothing at $.items[0].name"));
    assertThat(read("$.items[*].name", SHOP))
        .isEqualTo(new Missing("nothing matches $.items[*].name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<html>",
        "{\"a\":1",
        "{\"a\":1}}",
        "{\"a\":1} x",
        "{\"a\":1}{\"a\":2}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1,\"b\":\"\\q\"}",
        "{\"a\":1,\"b\":\"\t\"}",
        "{\"a\":1,\"b\":NaN}",
        "{\"a\":1 /* */}"
      })
  void whatIsNotExactlyOneDocumentIsMissing(String body) {
    for (var path : List.of("$.a", "$", "$.*", "$['a','b']", "$..a")) {
      assertThat(read(path, body))
          .isInstanceOfSatisfying(
              Missing.class,
              missing -> assertThat(missing.reason()).startsWith("the body is not JSON: "));
    }
  }

  @Test
  void theLastOfEqualKeysCounts() {
    assertThat(read("$.a", "{\"a\":1,\"a\":2}")).isEqualTo(new One("2", Kind.NUMBER));
    assertThat(read("$.a.x", "{\"a\":{\"x\":1},\"a\":{\"y\":2}}")).isInstanceOf(Missing.class);
    assertThat(read("$.o", "{\"o\":{\"k\":1,\"l\":2,\"k\":3}}"))
        .isEqualTo(new One("{\"k\":3,\"l\":2}", Kind.OBJECT));
  }

  @Test
  void onlyTheGivenBytesAreRead() {
    var body = "xx{\"a\":5}yy".getBytes(UTF_8);
    assertThat(query("$.a").read(body, 2, body.length - 2)).isEqualTo(new One("5", Kind.NUMBER));
    assertThat(query("$.*").read(body, 2, body.length - 2))
        .isEqualTo(new Many(List.of(new One("5", Kind.NUMBER))));
  }

  @Test
  void theEncodingIsRecognised() {
    for (var charset :
        List.of(
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_32BE,
            UTF_8)) {
      for (var mark : List.of("", "\uFEFF")) {
        var body = (mark + "{\"a\":\"grün\"}").getBytes(charset);
        assertThat(query("$.a").read(body, 0, body.length)).isEqualTo(new One("grün", Kind.STRING));
        assertThat(query("$.items[-1]").read(body, 0, body.length))
            .isEqualTo(new Missing("nothing matches $.items[-1]"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"999, 999, true", "1001, 1, false", "1, 1000, true", "1, 1001, false"})
  void theSameLimitsHoldForBothWays(int depth, int digits, boolean accepted) {
    var body =
        "{\"a\":1,\"deep\":" + "[".repeat(depth) + "7".repeat(digits) + "]".repeat(depth) + "}";
    assertThat(read("$.a", body) instanceof One).isEqualTo(accepted);
    assertThat(read("$..a", body) instanceof Many).isEqualTo(accepted);
  }

  @Test
  void severalPathsReadTheBodyOnce() {
    var queries =
        Stream.of("$.token", "$.items[*].id", "$", "$.nothing", "$.items[9]", "$.items[2].price")
            .map(JsonQueryTest::query)
            .toList();
    var body = SHOP.getBytes(UTF_8);
    assertThat(JsonQuery.readAll(queries, body, 0, body.length))
        .isEqualTo(queries.stream().map(query -> query.read(body, 0, body.length)).toList());
    assertThat(JsonQuery.readAll(queries, body, 0, body.length - 1))
        .allMatch(Missing.class::isInstance);
  }

  @Test
  void moreThan64PathsAreReadAtOnceToo() {
    var body = "[0,1,2]".getBytes(UTF_8);
    for (int count : List.of(0, 64, 65)) {
      var queries = Collections.nCopies(count, query("$[1]"));
      assertThat(JsonQuery.readAll(queries, body, 0, body.length))
          .hasSize(count)
          .allMatch(new One("1", Kind.NUMBER)::equals);
    }
  }

  @Test
  void usersShareAQuery() throws Exception {
    var first = "{\"list\":[{\"id\":1},{\"id\":2}],\"deep\":{\"id\":3}}".getBytes(UTF_8);
    var second = "{\"other\":[[{\"id\":4}]],\"id\":5}".getBytes(UTF_8);
    var scan = query("$..id");
    var sum = query("$.sum($..id)");
    Callable<Boolean> user =
        () -> {
          for (int i = 0; i < 2000; i++) {
            if (!text(scan, first).equals("[1,2,3]")
                || !text(sum, second).equals("9.0")
                || !text(scan, second).equals("[5,4]")
                || !text(sum, first).equals("6.0")) {
              return false;
            }
          }
          return true;
        };
    try (var users = Executors.newFixedThreadPool(4)) {
      for (var isRight : users.invokeAll(Collections.nCopies(4, user))) {
        assertThat(isRight.get()).isTrue();
      }
    }
  }

  private static String text(JsonQuery query, byte[] body) {
    return switch (query.read(body, 0, body.length)) {
      case Missing(var reason) -> reason;
      case One(var text, var kind) -> text;
      case Many many -> many.text();
    };
  }

  static JsonQuery query(String path) {
    return switch (JsonQuery.compile(path)) {
      case Compiled.Ready(var query) -> query;
      case Compiled.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static Found read(String path, String body) {
    var bytes = body.getBytes(UTF_8);
    return query(path).read(bytes, 0, bytes.length);
  }
}
