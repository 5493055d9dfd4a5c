package dev.squall.shell.imports;

import static dev.squall.Squall.at;
import static dev.squall.Squall.once;
import static dev.squall.Squall.thinkScale;
import static dev.squall.shell.imports.TakenFiles.leftOut;
import static dev.squall.shell.imports.TakenFiles.only;
import static dev.squall.shell.imports.TakenFiles.plan;
import static dev.squall.shell.imports.TakenFiles.request;
import static dev.squall.shell.imports.TakenFiles.requests;
import static dev.squall.shell.imports.TakenFiles.saved;
import static dev.squall.shell.imports.TakenFiles.taken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.squall.scenario.Body;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.shop.PracticeShop;
import dev.squall.shop.junit.Shop;
import dev.squall.stats.Trace.TracedStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of browsers. */
class HarTest {

  @Test
  void whatWasRecordedBecomesStepsOnTheCommonBase() {
    var taken = taken("shop.har");
    var scenario = only(taken);
    assertThat(taken).hasToString("HAR: 8 steps, 6 left out");
    assertThat(scenario.name()).isEqualTo("shop");
    assertThat(scenario.base()).contains("https://shop.example.com");
    assertThat(requests(scenario))
        .extracting(Request::name)
        .containsExactly(
            "GET /products",
            "POST /auth/login",
            "POST /anything/%7B%7Bliteral%7D%7D",
            "POST /post",
            "GET /redirect/1",
            "GET /get",
            "POST /anything",
            "POST https://collect.example.org/e");
    assertThat(request(taken, "GET /products").target().text())
        .isEqualTo("/products?limit=2&search=a%20b");
    assertThat(plan(scenario).requests()).hasSize(8);
    assertThat(saved(scenario)).isEqualTo(scenario);
  }

  @Test
  void theTimeFromAnAnswerToTheNextRequestIsAPause() {
    // 3.621 s after an answer that was there at 0.120 s, for the assets between are no steps.
    assertThat(only(taken("shop.har")).steps().get(1))
        .isEqualTo(new Step.Pause(Duration.ofMillis(3500), Duration.ofMillis(3500)));
    var without =
        only(Imports.of("shop.har", TakenFiles.text("shop.har"), new Choices(false, false)));
    assertThat(without.steps()).noneMatch(Step.Pause.class::isInstance).hasSize(8);
  }

  @Test
  void whatAClientWritesItselfIsLeftOutAndSaidOnce() {
    var taken = taken("shop.har");
    assertThat(request(taken, "GET /products").headers())
        .extracting(Header::name)
        .containsExactly("accept", "accept-encoding", "user-agent");
    assertThat(request(taken, "GET /products").headers().get(1).value().text())
        .isEqualTo("gzip, deflate, br, zstd");
    assertThat(leftOut(taken))
        .containsOnlyOnce("each client writes its own: :*, content-length, sec-*")
        .containsOnlyOnce("the cookies of 2 entries are left out");
  }

  @Test
  void whatIsNoStepIsNamedWithItsEntryAndWithoutItsSecrets() {
    assertThat(leftOut(taken("shop.har")))
        .contains("shop.har, entry 11, GET wss://shop.example.com/ws/echo: a WebSocket is no step")
        .contains("entry 12, GET https://shop.example.com/blocked?password=…: it has no answer")
        .contains("entry 10: taken with a whole URL, for https://collect.example.org")
        .doesNotContain("hunter2", "s3cret", "abc123");
  }

  @Test
  void assetsAreCountedAndTakenWhereTheyAreWanted() {
    assertThat(leftOut(taken("shop.har")))
        .contains("2 assets of pages are left out: 1 image, 1 script");
    var all = Imports.of("shop.har", TakenFiles.text("shop.har"), new Choices(true, true));
    assertThat(all.steps()).isEqualTo(10);
    assertThat(requests(only(all)))
        .extracting(Request::name)
        .contains("GET /logo.png", "GET https://cdn.example.net/app.js");
  }

  @Test
  void bodiesAreWhatTheyWere() {
    var taken = taken("shop.har");
    assertThat(request(taken, "POST /post").body())
        .isEqualTo(
            new Body.Form(
                List.of(
                    new Body.Field("name", new Template("Jürgen M")),
                    new Body.Field("city", new Template("Köln")))));
    assertThat(request(taken, "POST /anything").body())
        .isEqualTo(
            new Body.Multipart(
                List.of(
                    new Body.TextPart("title", new Template("hello")),
                    new Body.TextPart(
                        "meta", new Template("{}"), Optional.of("application/json")))));
    assertThat(request(taken, "POST /anything").headers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json         | {\"a\":1}   | Json        |",
        "application/problem+json | {\"a\":1}   | Json        | application/problem+json",
        "text/xml                 | <a/>        | Text        | text/xml",
        "application/x-www-form-urlencoded | a=1&b=%7e | WrittenForm |",
        "application/x-www-form-urlencoded | a=1&b=%C3%BC | Form     |",
        "multipart/form-data; boundary=b   | --b--       | Text | multipart/form-data; boundary=b",
      })
  void aBodyIsSentWithTheTypeThatItHad(String type, String text, String body, String header) {
    var taken =
        Imports.of(
            "b.har",
            har(
                entry(
                    "POST",
                    "http://h/x",
                    200,
                    "\"postData\": {\"mimeType\": \""
                        + type
                        + "\", \"text\": "
                        + quoted(text)
                        + "}")));
    var request = request(taken, "POST /x");
    assertThat(request.body().getClass().getSimpleName()).isEqualTo(body);
    assertThat(request.headers())
        .extracting(each -> each.name() + ": " + each.value())
        .isEqualTo(header == null ? List.of() : List.of("Content-Type: " + header));
    assertThat(saved(only(taken))).isEqualTo(only(taken));
  }

  @Test
  void aFormThatIsOnlyAListIsDecodedWhereItIsEncoded() {
    var params =
        "[{\"name\": \"a%5B1%5D\", \"value\": \"x+y\"}, {\"name\": \"b\", \"value\": \"50% +"
            + " [1]\"}]";
    var post =
        "\"postData\": {\"mimeType\": \"application/x-www-form-urlencoded\", \"params\": "
            + params
            + "}";
    var taken = Imports.of("f.har", har(entry("POST", "http://h/x", 200, post)));
    assertThat(request(taken, "POST /x").body())
        .isEqualTo(
            new Body.Form(
                List.of(
                    new Body.Field("a[1]", new Template("x+y")),
                    new Body.Field("b", new Template("50% + [1]")))));
  }

  @Test
  void aFileThatWasUploadedIsKnownByItsNameAlone() {
    var post =
        "\"postData\": {\"mimeType\": \"multipart/form-data\", \"params\":"
            + " [{\"name\": \"f\", \"fileName\": \"../../etc/passwd\"}]}";
    var taken = Imports.of("f.har", har(entry("POST", "http://h/x", 200, post)));
    assertThat(request(taken, "POST /x").body())
        .isEqualTo(
            new Body.Multipart(
                List.of(new Body.FilePart("f", "passwd", Optional.empty(), Optional.empty()))));
    assertThat(leftOut(taken)).contains("the files that it uploads are not in the recording");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data:text/plain,x", "blob:http://h/1", "chrome-extension://a/b", "", "http://"})
  void whatIsNoUrlOfHttpIsNamed(String url) {
    var taken = Imports.of("u.har", har(entry("GET", url, 200, "\"headers\": []")));
    assertThat(taken.scenarios()).isEmpty();
    assertThat(taken).hasToString("HAR: 0 steps, 1 left out");
    assertThat(leftOut(taken)).contains("u.har, entry 1, GET");
  }

  @Test
  void aRequestWhoseAnswerTheFileDoesNotHaveIsNotChecked() {
    var taken =
        Imports.of("r.har", har("{\"request\": {\"method\": \"get\", \"url\": \"http://h/x\"}}"));
    assertThat(request(taken, "GET /x").checks()).isEmpty();
    assertThat(taken).hasToString("HAR: 1 step");
  }

  @Test
  void entriesThatStandInDisorderAreSentAsTheyWereSent() {
    var first = entry("GET", "http://h/first", 200, "\"headers\": []");
    var second = first.replace("first", "second").replace("09:00:00", "09:00:01");
    assertThat(requests(only(Imports.of("o.har", har(second + "," + first)))))
        .extracting(Request::name)
        .containsExactly("GET /first", "GET /second");
  }

  private static String entry(String method, String url, int status, String rest) {
    return """
    {"startedDateTime": "2026-03-04T09:00:00.000Z", "time": 5,
     "request": {"method": "%s", "url": "%s", %s}, "response": {"status": %d}}\
    """
        .formatted(method, url, rest, status);
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  private static String har(String entries) {
    return "{\"log\": {\"version\": \"1.2\", \"entries\": [" + entries + "]}}";
  }

  @Test
  @Shop
  void theRecordingRunsAgainstTheShopAndTextStandsForItself(PracticeShop shop) throws Exception {
    var recorded = only(taken("shop.har"));
    var own =
        new Scenario(
            recorded.name(),
            recorded.steps().stream()
                .filter(step -> !step.toString().contains("collect.example.org"))
                .toList(),
            recorded.base());
    var trace = once(own, at(shop.url().toString()), thinkScale(0));
    assertThat(trace.steps()).hasSize(7).extracting(TracedStep::error).containsOnly("");
    var echo = new ObjectMapper().readTree(trace.steps().get(2).body());
    assertThat(echo.at("/json/query").asText())
        .isEqualTo("query($id: ID!) { product(id: $id) { name } }");
    assertThat(echo.at("/json/text").asText()).isEqualTo("${HOME} {{x}} $$");
    assertThat(echo.at("/args/price").asText()).isEqualTo("$5");
    assertThat(trace.steps().get(4).status()).isEqualTo(302);
    assertThat(new ObjectMapper().readTree(trace.steps().get(3).body()).at("/form/name").asText())
        .isEqualTo("Jürgen M");
  }
}
