package dev.squall.plan;

import static dev.squall.plan.Plans.body;
import static dev.squall.plan.Plans.head;
import static dev.squall.plan.Plans.plan;
import static dev.squall.plan.Plans.planned;
import static dev.squall.plan.Plans.scenario;
import static dev.squall.plan.Plans.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan sends. */
class WireTextTest {
  private static final Request LOGIN =
      Request.of("GET", "/login").extract("id", new Extractor.JsonPath("$.id"));

  private static String headAfterLogin(Request request) {
    return text(plan(LOGIN, request).requests().getLast().head());
  }

  private static String bodyAfterLogin(Request request) {
    return text(plan(LOGIN, request).requests().getLast().body());
  }

  private static String line(String target) {
    return headAfterLogin(Request.of("GET", target)).lines().findFirst().orElseThrow();
  }

  @Test
  void aPlainRequestHasFourLines() {
    assertThat(head(Request.of("GET", "/health")))
        .isEqualTo(
            """
            GET /health HTTP/1.1
            Host: localhost:8089
            User-Agent: squall
            Accept: */*

            """);
    assertThat(planned(Request.of("GET", "/health")).head().size()).isEqualTo(3);
    assertThat(body(Request.of("GET", "/health"))).isEmpty();
  }

  @Test
  void headersOfTheUsersOwnReplaceOurs() {
    assertThat(
            head(
                Request.of("POST", "/")
                    .header("host", "other")
                    .header("user-agent", "mine")
                    .header("accept", "text/html")
                    .header("content-type", "application/x-json")
                    .json("{}")))
        .isEqualTo(
            """
            POST / HTTP/1.1
            host: other
            user-agent: mine
            accept: text/html
            content-type: application/x-json
            Content-Length: 2

            """);
  }

  @Test
  void eachKindOfBodyHasItsType() {
    assertThat(head(Request.of("PUT", "/").json("{}")))
        .contains("\nContent-Type: application/json\n");
    assertThat(head(Request.of("PUT", "/").text("x")))
        .contains("\nContent-Type: text/plain; charset=utf-8\n");
    assertThat(head(Request.of("PUT", "/").field("a", "b")))
        .contains("\nContent-Type: application/x-www-form-urlencoded\n");
    assertThat(head(Request.of("PUT", "/"))).doesNotContain("Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH"})
  void aMethodThatExpectsABodySaysThatThereIsNone(String method) {
    assertThat(head(Request.of(method, "/"))).contains("\nContent-Length: 0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE", "OPTIONS"})
  void otherMethodsSayNothing(String method) {
    assertThat(head(Request.of(method, "/"))).doesNotContain("Content-Length");
    assertThat(head(Request.of(method, "/").text("x"))).contains("\nContent-Length: 1\n");
  }

  @Test
  void theLengthOfABodyIsInBytes() {
    assertThat(head(Request.of("POST", "/").text("aé😀"))).contains("\nContent-Length: 7\n");
    assertThat(body(Request.of("POST", "/").text("aé😀"))).isEqualTo("aé😀");
  }

  @Test
  void theLengthOfABodyWithAHoleIsKnownWhenItIsFilled() {
    assertThat(head(Request.of("POST", "/").text("${VU}")))
        .contains("\nContent-Length: «length»\n");
    assertThat(body(Request.of("POST", "/").text("${VU}"))).isEqualTo("«VU:NONE»");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/${id}, GET /a/«id:TARGET» HTTP/1.1",
    "/a?b=${id}, GET /a?b=«id:QUERY» HTTP/1.1",
    "/${id}?b=${id}&c=$id, GET /«id:TARGET»?b=«id:QUERY»&c=«id:QUERY» HTTP/1.1",
    "/$id/$other, GET /«id:TARGET»/$other HTTP/1.1",
    "/$$id/$$other, GET /$id/$$other HTTP/1.1",
    "/$${id}?$${x?}=${id}, GET /${id}?${x?}=«id:QUERY» HTTP/1.1",
    "/größe/名, GET /gr%C3%B6%C3%9Fe/%E5%90%8D HTTP/1.1",
    "/😀, GET /%F0%9F%98%80 HTTP/1.1",
    "/a%20b+c, GET /a%20b+c HTTP/1.1",
    "health, GET /health HTTP/1.1",
    "?q=1, GET /?q=1 HTTP/1.1",
    "'', GET / HTTP/1.1"
  })
  void holesInATargetAreRawBeforeTheQuestionMarkAndEncodedBehind(String target, String line) {
    assertThat(line(target)).isEqualTo(line);
  }

  @Test
  void escapedBracesInATargetAreTextLikeAnyOther() {
    assertThat(line("/$${ö}")).isEqualTo("GET /${%C3%B6} HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"a\": \"${id}\"}`, `{\"a\": \"«id:JSON_STRING»\"}`",
        "`{\"a\": ${id}}`, `{\"a\": «id:NONE»}`",
        "`{\"a\": \"x$id\", \"b\": $id}`, `{\"a\": \"x«id:JSON_STRING»\", \"b\": «id:NONE»}`",
        "`{\"q\\\"${id}\": ${id}}`, `{\"q\\\"«id:JSON_STRING»\": «id:NONE»}`",
        "`{\"q\\\\\": ${id}}`, `{\"q\\\\\": «id:NONE»}`",
        "`{\"a$${\": ${id}\"}`, `{\"a${\": ${id}\"}`",
        "`[\"${id}${id}\", ${id}${id}]`, `[\"«id:JSON_STRING»«id:JSON_STRING»\", «id:NONE»«id:NONE»]`",
        "`{\"price\": \"$5\"}`, `{\"price\": \"$5\"}`",
        "`{\"q\": \"query($id: Int, $x: Int)\"}`, `{\"q\": \"query(«id:JSON_STRING»: Int, $x: Int)\"}`"
      })
  void aHoleInAJsonStringIsEscapedAndElsewhereRaw(String json, String sent) {
    assertThat(bodyAfterLogin(Request.of("POST", "/").json(json))).isEqualTo(sent);
  }

  @Test
  void formsAreEncodedOnceHolesAndEscapesToo() {
    assertThat(
            bodyAfterLogin(
                Request.of("POST", "/")
                    .field("a b", "c&d=é ${id}")
                    .field("e", "$${x&y=1}")
                    .field("f", "$$id $other")
                    .field("g", "")))
        .isEqualTo("a+b=c%26d%3D%C3%A9+«id:FORM»&e=%24%7Bx%26y%3D1%7D&f=%24id+%24other&g=");
  }

  @Test
  void textBodiesAndHeadersTakeTheirHolesRaw() {
    assertThat(bodyAfterLogin(Request.of("POST", "/").text("\"${id}\"")))
        .isEqualTo("\"«id:NONE»\"");
    assertThat(headAfterLogin(Request.of("GET", "/").bearer("${id}").header("X", "ü\t1")))
        .contains("\nAuthorization: Bearer «id:HEADER»\nX: ü\t1\n");
  }

  @Test
  void everyBuiltInMayStandEverywhereAlsoWithUnderscores() {
    assertThat(
            body(
                Request.of("POST", "/")
                    .text("${VU} $ITER ${UUID} $timestamp ${COUNTER} ${__VU} $__COUNTER")))
        .isEqualTo(
            "«VU:NONE» «ITER:NONE» «UUID:NONE» «TIMESTAMP:NONE» «COUNTER:NONE» «VU:NONE»"
                + " «COUNTER:NONE»");
    assertThat(body(Request.of("POST", "/").text("$TIMESTAMP $vu $___VU")))
        .isEqualTo("$TIMESTAMP $vu $___VU");
  }

  @Test
  void everyEvaluationOfABuiltInHasAPlaceOfItsOwn() {
    var plan = plan(Request.of("POST", "/${UUID}/${UUID}").json("[\"${UUID}\"]"));
    var head = plan.requests().getFirst().head();
    var body = plan.requests().getFirst().body();
    var places =
        List.of(head.at(1), head.at(3), body.at(1)).stream()
            .map(segment -> ((Segment.BuiltIn) segment).place())
            .toList();
    assertThat(places).doesNotHaveDuplicates().allMatch(place -> place < plan.places());
    assertThat(plan.places()).isEqualTo(3);
  }

  @Test
  void freshConnectionsAskTheServerToClose() {
    Option fresh = options -> options.connections(all -> all.withReuse(Connections.Reuse.FRESH));
    var request = plan(scenario(Request.of("GET", "/")), fresh).requests().getFirst();
    assertThat(text(request.head())).contains("\nConnection: close\n");
    assertThat(request.asksClose()).isTrue();
    var own =
        plan(scenario(Request.of("GET", "/").header("connection", "Close")), fresh)
            .requests()
            .getFirst();
    assertThat(text(own.head())).containsOnlyOnce("onnection:");
  }

  @Test
  void keptConnectionsAreClosedWhereAHeaderAsksForIt() {
    assertThat(planned(Request.of("GET", "/")).asksClose()).isFalse();
    assertThat(planned(Request.of("GET", "/").header("connection", " Close ")).asksClose())
        .isTrue();
    assertThat(planned(Request.of("GET", "/").header("Connection", "keep-alive")).asksClose())
        .isFalse();
    assertThat(planned(Request.of("GET", "/").header("X", "close")).asksClose()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://h, /a, GET /a HTTP/1.1, h",
    "http://h:80/, /a, GET /a HTTP/1.1, h",
    "http://H.Example:8080, a, GET /a HTTP/1.1, h.example:8080",
    "http://h/api, /a?b=1, GET /api/a?b=1 HTTP/1.1, h",
    "http://h/api/, /a, GET /api/a HTTP/1.1, h",
    "http://h/v1/api, ?q=1, GET /v1/api/?q=1 HTTP/1.1, h",
    "HTTP://h/ö%20, /a, GET /%C3%B6%20/a HTTP/1.1, h",
    "http://[::1]:8089, /a, GET /a HTTP/1.1, [::1]:8089",
    "http://my_service:8080/x, /a, GET /x/a HTTP/1.1, my_service:8080",
    "http://my_service, /a, GET /a HTTP/1.1, my_service",
    "http://127.0.0.1:65535, /a, GET /a HTTP/1.1, 127.0.0.1:65535",
    "https://h, /a, GET /a HTTP/1.1, h",
    "HTTPS://h:443, /a, GET /a HTTP/1.1, h",
    "https://h:80, /a, GET /a HTTP/1.1, h:80",
    "http://h:443, /a, GET /a HTTP/1.1, h:443",
    "https://my_service, /a, GET /a HTTP/1.1, my_service"
  })
  void aPathStandsOnTheBase(String base, String path, String line, String host) {
    var head = text(plan(scenario(Request.of("GET", path)).at(base)).requests().getFirst().head());
    assertThat(head).startsWith(line + "\nHost: " + host + "\n");
  }

  @Test
  void theRunsBaseComesBeforeTheScenarios() {
    var plan =
        plan(scenario(Request.of("GET", "/a")), options -> options.withBase("http://other/b"));
    assertThat(text(plan.requests().getFirst().head()))
        .startsWith("GET /b/a HTTP/1.1\nHost: other");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:81/a?b, GET /a?b HTTP/1.1",
    "http://h:81, GET / HTTP/1.1",
    "HTTP://h:81?x=${id}, GET /?x=«id:QUERY» HTTP/1.1",
    "http://h:81/${id}, GET /«id:TARGET» HTTP/1.1"
  })
  void anAbsoluteUrlIgnoresTheBase(String url, String line) {
    assertThat(headAfterLogin(Request.of("GET", url))).startsWith(line + "\nHost: h:81\n");
  }

  @Test
  void everyHostIsNamedOnceInTheOrderOfItsFirstUse() {
    var plan =
        plan(
            Request.of("GET", "/a"),
            Request.of("GET", "http://h:81/b"),
            Request.of("GET", "http://LOCALHOST:8089/c"),
            Request.of("GET", "http://h/d"));
    assertThat(plan.targets())
        .containsExactly(
            new TargetHost("localhost", 8089), new TargetHost("h", 81), new TargetHost("h", 80));
    assertThat(plan.requests()).extracting(PlannedRequest::target).containsExactly(0, 1, 0, 2);
  }

  @Test
  void httpAndHttpsOfOneHostAreTwoTargets() {
    assertThat(
            plan(
                    Request.of("GET", "https://h/a"),
                    Request.of("GET", "http://h/a"),
                    Request.of("GET", "https://h:443/b"),
                    Request.of("GET", "http://h:443/b"))
                .targets())
        .containsExactly(
            new TargetHost("h", 443, true),
            new TargetHost("h", 80, false),
            new TargetHost("h", 443, false));
  }

  @Test
  void anAbsoluteUrlNeedsNoBase() {
    var scenario = new Scenario("s", List.of(Request.of("GET", "http://h/a")), Optional.empty());
    assertThat(plan(scenario).targets()).containsExactly(new TargetHost("h", 80));
  }
}
