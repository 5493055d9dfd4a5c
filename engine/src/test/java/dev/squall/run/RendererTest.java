package dev.squall.run;

import static dev.squall.Squall.at;
import static dev.squall.Squall.body;
import static dev.squall.Squall.get;
import static dev.squall.Squall.post;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.scenario.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request becomes with the values of one user. */
class RendererTest {
  /** Remembers what it was asked and answers with a text. */
  private static final class Jar implements CookieSource {
    private final List<String> asked = new ArrayList<>();
    private String answer = "sid=1";
    private boolean empty;

    @Override
    public boolean isEmpty() {
      return empty;
    }

    @Override
    public String header(int target, String path, String explicit) {
      asked.add(target + " " + path + " " + explicit);
      return answer;
    }
  }

  private final Jar jar = new Jar();
  private ScriptFault fault;

  /** The head that a second request has when the first one found this value. */
  private String sent(String value, Request request) {
    var plan =
        Plan.of(
            scenario("s", get("http://first/").extract("v", body()), request),
            users(1).iterations(1),
            Options.of(at("http://second")));
    var session = new Session(plan, new Timestamps(), 1);
    session.begin(0, 1, new String[plan.variables().size()]);
    session.set(0, value);
    var renderer = new Renderer(session);
    renderer.cookies(jar);
    var rendered = renderer.render(plan.requests().getLast());
    fault = renderer.fault();
    return rendered == null ? "" : renderer.lastText();
  }

  @Test
  void anEmptyJarIsAskedNothing() {
    jar.empty = true;
    assertThat(sent("x", get("/a"))).doesNotContain("Cookie");
    assertThat(sent("x", get("/a").header("Cookie", "a=1")))
        .contains("\r\nCookie: a=1\r\nUser-Agent");
    assertThat(sent("x", get("/a").header("Cookie", "a=${v}")))
        .contains("\r\nCookie: a=x\r\nUser-Agent");
    assertThat(jar.asked).isEmpty();
  }

  @Test
  void aJarIsAskedWithThePathOfTheRequestLineAndWhatTheRequestSays() {
    assertThat(sent("x/y", get("/a/${v}?q=${v}").query("z", 1)))
        .startsWith("GET /a/x/y?q=x%2Fy&z=1 HTTP/1.1\r\n")
        .endsWith("\r\nAccept: */*\r\nCookie: sid=1\r\n\r\n");
    assertThat(sent("x", get("/").header("Cookie", "a=${v}").header("Cookie", "b=2")))
        .contains("\r\nCookie: sid=1\r\n");
    assertThat(jar.asked).containsExactly("1 /a/x/y ", "1 / a=x; b=2");
    jar.answer = null;
    assertThat(sent("x", get("/").header("Cookie", "a=1"))).doesNotContain("Cookie");
  }

  @Test
  void aCookieThatWouldBreakOutIsNotSent() {
    jar.answer = "a=1\r\nX: y";
    assertThat(sent("x", get("/"))).isEmpty();
    assertThat(fault)
        .isEqualTo(
            new ScriptFault("unsafe_value", "a cookie would break out of the request's head"));
  }

  @Test
  void aQueryBehindAVariableBeginsWhereTheLineHasNone() {
    assertThat(sent("p", get("/${v}").query("a", 1).query("b", 2))).startsWith("GET /p?a=1&b=2 ");
    assertThat(sent("p?c=3", get("/${v}").query("a", 1).query("b", 2)))
        .startsWith("GET /p?c=3&a=1&b=2 ");
    assertThat(sent("a b&c=~*ü", get("/").query("q", "${v}")))
        .startsWith("GET /?q=a%20b%26c%3D~%2A%C3%BC ");
  }

  @Test
  void credentialsAreRenderedAndNotShown() {
    jar.empty = true;
    // What was sent has 4 characters for every 3 of "ann:geheim".
    assertThat(sent("geheim", get("/").basic("ann", "${v}")))
        .contains("\r\nAuthorization: Basic …\r\n")
        .doesNotContain("YW5u");
    assertThat(sent("x", get("/").basic("ann", "geheim")))
        .contains("\r\nAuthorization: Basic …\r\n");
    assertThat(sent("x", get("/").bearer("${v}"))).contains("\r\nAuthorization: Bearer x\r\n");
    assertThat(sent("a:b", get("/").basic("${v}", "p"))).isEmpty();
    assertThat(fault.message()).isEqualTo("the user of .basic holds a colon, which ends it");
  }

  @Test
  void bodiesOfEveryLengthAreWholeInOneOrInTwoPieces() {
    for (int length : new int[] {0, 1, 4095, 4096, 4097, 100_000}) {
      var text = "x".repeat(length);
      for (var request :
          List.of(
              post("/").text(text),
              post("/").text("${v}"),
              post("/").text("${v}").expectContinue())) {
        assertThat(sent(text, request))
            .contains("\r\nContent-Length: " + length + "\r\n")
            .endsWith("\r\n\r\n" + text);
      }
    }
  }

  @Test
  void ofAHugeBodyAPersonSeesTheBeginning() {
    assertThat(sent("", post("/").bytes(new byte[1 << 20])))
        .endsWith("\0… (1048576 bytes in all)")
        .hasSizeLessThan(300_000);
  }
}
