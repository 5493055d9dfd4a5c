package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.run.RecordingServer.Received;
import dev.squall.scenario.Request;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in holes besides extracted variables, judged by what the server received. */
@Timeout(30)
class BuiltInTest {
  private static List<Received> received(Request request, int times) throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      Sums.holdIn(
          run(scenario("s", request), users(1).iterations(times), at(server.url()), seed(3)));
      return server.received();
    }
  }

  private static Received received(Request request) throws IOException {
    return received(request, 1).getFirst();
  }

  private static List<String> bodies(String text, int times) throws IOException {
    return received(post("/").text(text), times).stream().map(Received::body).toList();
  }

  @Test
  void theTimeIsUtcWithMilliseconds() throws IOException {
    var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var said = bodies("${TIME} ${__TIME}", 20);
    var after = Instant.now();

    assertThat(said)
        .allMatch(
            both -> both.matches("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ?){2}"));
    assertThat(said.stream().map(both -> Instant.parse(both.split(" ", 2)[0])))
        .isSorted()
        .allMatch(time -> !time.isBefore(before) && !time.isAfter(after));
  }

  @ParameterizedTest
  @CsvSource({
    "random(1;3), 1 2 3",
    "random(-2;1), -1 -2 0 1",
    "__random(7;7), 7",
    "random(0.8;1), 0.8 0.9 1.0",
    "random(-0.02;0.01), -0.01 -0.02 0.00 0.01",
    "random( 1e1 ; 12 ), 10 11 12",
    "pick(red;green), green red",
    "pick( a b ; c ;d), a b c d",
    "pick(x), x",
    "__pick(1;1.0), 1 1.0"
  })
  void everyValueIsDrawnAndNoOther(String call, String values) throws IOException {
    var said = bodies("${" + call.replace(';', ',') + "}", 200);

    assertThat(String.join(" ", new TreeSet<>(said))).isEqualTo(values);
  }

  @Test
  void valuesAreDrawnEvenly() throws IOException {
    var said = bodies("${random(1,4)} ${pick(a,b,c,d)}", 2000);

    for (var value : List.of("1 a", "1 b", "2 c", "3 d", "4 a")) {
      // 99.99 % of such counts lie within 125 ± 42; the seed decides which these are.
      assertThat(said.stream().filter(value::equals).count()).isBetween(83L, 167L);
    }
  }

  @Test
  void eachHoleIsADrawOfItsOwn() throws IOException {
    var said = bodies("${random(1,1000000000)} ${random(1,1000000000)}", 50);

    assertThat(said).doesNotHaveDuplicates();
    assertThat(said).noneMatch(both -> both.split(" ", 2)[0].equals(both.split(" ", 2)[1]));
  }

  @Test
  void manyDigitsAreDrawnToTheLast() throws IOException {
    var said = bodies("${random(0,999999999999999999)} ${random(0,0.999999999)}", 50);

    assertThat(said).allMatch(both -> both.matches("\\d{1,18} 0\\.\\d{9}"));
    assertThat(said.stream().map(both -> both.charAt(both.length() - 1)).distinct().count())
        .isGreaterThan(5);
  }

  @Test
  void valuesAreEscapedWhereTheyStand() throws IOException {
    var request =
        received(
            post("/path/${pick(a%20b)}/${random(5,5)}?q=${pick(a b&c)}")
                .query("r", "${pick(1+1)}")
                .header("X-Pick", "${pick(a \"b\" é)}")
                .json("{\"text\": \"${pick(say \"hi\"\\n)}\", \"raw\": ${pick([1])}}"));

    assertThat(request.target()).isEqualTo("/path/a%20b/5?q=a%20b%26c&r=1%2B1");
    assertThat(request.body()).isEqualTo("{\"text\": \"say \\\"hi\\\"\\\\n\", \"raw\": [1]}");
    assertThat(request.head()).contains("\r\nX-Pick: a \"b\" ");
    assertThat(
            received(post("/").field("f", "${pick(a b&c)}").field("n", "${random(-1,-1)}")).body())
        .isEqualTo("f=a+b%26c&n=-1");
  }

  @Test
  void theEnvironmentIsReadIntoEveryPlace() throws IOException {
    var path = System.getenv("PATH");
    var encoded = URLEncoder.encode(path, StandardCharsets.UTF_8);
    var request =
        received(
            post("/${env.PATH}?q=${env.PATH}")
                .header("X-Path", "${__env.PATH}")
                .json("{\"path\": \"${env.PATH}\"}"));

    assertThat(request.target()).isEqualTo("/" + path + "?q=" + encoded.replace("+", "%20"));
    assertThat(request.headers("X-Path")).containsExactly(path);
    assertThat(request.body()).isEqualTo("{\"path\": \"" + path + "\"}");
    assertThat(received(post("/").field("p", "${env.PATH}")).body()).isEqualTo("p=" + encoded);
  }

  @Test
  void whatWouldBreakOutOfTheHeadIsNotSent() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var results =
          Sums.holdIn(
              run(scenario("s", get("/${pick(a b)}")), users(1).iterations(1), at(server.url())));

      assertThat(server.received()).isEmpty();
      assertThat(results.errors().getFirst().kind()).isEqualTo("unsafe_value");
      assertThat(results.errors().getFirst().message())
          .isEqualTo("the value of ${pick} would break out of the request's head");
    }
  }

  @Test
  void theyMayBeExpectedAndAskedFor() throws IOException {
    try (var server = RecordingServer.answering("{\"n\": 5}")) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      get("/a").check(jsonPath("$.n").is("${random(5,5)}")),
                      when(variable("pick(x)").is("x"), get("/b")),
                      when(variable("env.PATH").is("${env.PATH}"), get("/c"))),
                  users(1).iterations(1),
                  at(server.url())));

      assertThat(server.asked()).containsExactly("GET /a", "GET /b", "GET /c");
      assertThat(results.totals().ok()).isEqualTo(3);
    }
  }
}
