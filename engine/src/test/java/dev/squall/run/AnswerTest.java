package dev.squall.run;

import static dev.squall.Squall.at;
import static dev.squall.Squall.body;
import static dev.squall.Squall.get;
import static dev.squall.Squall.header;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.users;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedRequest;
import dev.squall.stats.HeaderLine;
import org.junit.jupiter.api.Test;

/** What an answer keeps of its head. */
class AnswerTest {
  private static final PlannedRequest REQUEST =
      Plan.of(
              scenario("s", get("/").check(header("X-A").is("1"))),
              users(1).iterations(1),
              Options.of(at("http://h")))
          .requests()
          .getFirst();

  private static void head(Answer answer, int status, String... headers) {
    answer.head(status, 1, new byte[0], 0, 0);
    for (var header : headers) {
      var bytes = header.getBytes(UTF_8);
      int colon = header.indexOf(':');
      answer.header(bytes, 0, colon, colon + 1, bytes.length);
    }
  }

  @Test
  void anAnswerWithoutCookiesAllocatesNoList() {
    var answer = new Answer(false);
    answer.expect(REQUEST);
    head(answer, 200, "X-A:1");
    assertThat(answer.setCookies()).isSameAs(java.util.List.of());
    assertThat(answer.location()).isNull();
    assertThat(answer.cookie("a")).isEmpty();
  }

  @Test
  void cookiesAreKeptInOrderAndTheLastOfANameCounts() {
    var answer = new Answer(false);
    answer.expect(REQUEST);
    head(
        answer,
        200,
        "Set-Cookie:a=1; Path=/",
        "SET-COOKIE: b = \"x=y\" ;a=9",
        "set-cookie:a=2",
        "set-cookie:none",
        "Set-Cookies:c=1");
    assertThat(answer.setCookies())
        .containsExactly("a=1; Path=/", " b = \"x=y\" ;a=9", "a=2", "none");
    assertThat(answer.cookie("a")).contains("2");
    assertThat(answer.cookie("b")).contains("\"x=y\"");
    assertThat(answer.cookie("none")).isEmpty();
    assertThat(answer.cookie("A")).isEmpty();
    assertThat(answer.cookie("c")).isEmpty();
  }

  @Test
  void onlyARedirectHasALocation() {
    var answer = new Answer(false);
    answer.expect(REQUEST);
    head(answer, 201, "Location:/made");
    assertThat(answer.location()).isNull();
    answer.expect(REQUEST);
    head(answer, 302, "location:/größe?a=b");
    assertThat(answer.location()).isEqualTo("/größe?a=b");
    answer.expect(REQUEST);
    assertThat(answer.location()).isNull();
  }

  @Test
  void theNextHopForgetsAllButTheCookies() {
    var answer = new Answer(true);
    answer.expect(REQUEST);
    head(answer, 302, "Location:/b", "X-A:1", "Set-Cookie:a=1", "Set-Cookie:b=1");
    answer.body("moved".getBytes(UTF_8), 0, 5);
    answer.nextHop();
    assertThat(answer.status).isZero();
    assertThat(answer.location()).isNull();
    assertThat(answer.header(0)).isEmpty();
    assertThat(answer.allHeaders()).isEmpty();
    assertThat(answer.body().text()).isEmpty();
    assertThat(answer.setCookies()).isEmpty();
    assertThat(answer.cookie("a")).contains("1");

    head(answer, 302, "Set-Cookie:a=2");
    answer.nextHop();
    answer.nextHop();
    head(answer, 200, "Set-Cookie:c=3");
    assertThat(answer.setCookies()).containsExactly("c=3");
    assertThat(answer.cookie("a")).contains("2");
    assertThat(answer.cookie("b")).contains("1");
    assertThat(answer.cookie("c")).contains("3");

    answer.expect(REQUEST);
    assertThat(answer.cookie("a")).isEmpty();
    assertThat(answer.setCookies()).isEmpty();
  }

  @Test
  void aBodyIsKeptWhereSomebodyReadsIt() {
    var reading =
        Plan.of(
                scenario("s", get("/").check(body().is("x"))),
                users(1).iterations(1),
                Options.of(at("http://h")))
            .requests()
            .getFirst();
    assertThat(bodyOf(new Answer(false), REQUEST)).isEmpty();
    assertThat(bodyOf(new Answer(false), reading)).isEqualTo("text");
    assertThat(bodyOf(new Answer(true), REQUEST)).isEqualTo("text");
    assertThat(bodyOf(new Answer(true).another(), REQUEST)).isEqualTo("text");
  }

  private static String bodyOf(Answer answer, PlannedRequest request) {
    answer.expect(request);
    head(answer, 200);
    answer.body("a text!".getBytes(UTF_8), 2, 6);
    return answer.body().text();
  }

  @Test
  void theFirstOfSeveralHeadersCountsAndItsNameIsOfAnyCase() {
    var answer = new Answer(true);
    answer.expect(REQUEST);
    head(answer, 200, "X-B:0", "x-a:1", "X-A:2", "X-AB:3", "Y-A:4", "X\u0001A:5");
    assertThat(answer.header(0)).contains("1");
    assertThat(answer.allHeaders()).hasSize(6);
    assertThat(answer.allHeaders().get(1)).isEqualTo(new HeaderLine("x-a", "1"));
  }
}
