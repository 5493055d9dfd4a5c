package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.Certificates;
import dev.squall.plan.Option;
import dev.squall.run.RecordingServer.Received;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a cookie is and how long, as the server sees it. */
@Timeout(60)
class CookieReachTest {

  /** Who logs in gets a session of its own; data is only for whom the session was made for. */
  private static final class Sessions {
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    void answer(Received request, Socket socket) throws IOException {
      var path = request.target().split("/", -1);
      var session = request.cookies();
      switch (path[1]) {
        case "login" -> {
          var fresh = "sid=s" + count.incrementAndGet();
          owners.put(fresh, path[2]);
          RecordingServer.say(socket, 200, List.of("Set-Cookie: " + fresh + "; Path=/; HttpOnly"));
        }
        case "logout" -> {
          owners.remove(session);
          RecordingServer.say(socket, 204, List.of("Set-Cookie: sid=; Path=/; Max-Age=0"));
        }
        default ->
            RecordingServer.say(
                socket,
                session.isEmpty() ? 401 : path[2].equals(owners.get(session)) ? 200 : 403,
                "{}");
      }
    }
  }

  private static Scenario session(String url) {
    return scenario(
            "session",
            get("/login/${VU}"),
            get("/data/${VU}"),
            pause(millis(0), millis(5)),
            get("/data/${VU}").named("data again"))
        .at(url);
  }

  private static List<String> cookiesAt(RecordingServer server, String path) {
    return server.received().stream()
        .filter(one -> one.target().startsWith(path))
        .map(Received::cookies)
        .toList();
  }

  private static RecordingServer setting(String... lines) throws IOException {
    var set = Stream.of(lines).map(line -> "Set-Cookie: " + line).toList();
    return new RecordingServer((request, socket) ->
        RecordingServer.say(socket, 200, request.target().endsWith("/set") ? set : List.of()));
  }

  @Test
  void eachUserKeepsItsOwnSession() throws IOException {
    try (var server = new RecordingServer(new Sessions()::answer)) {
      var results = Sums.holdIn(run(session(server.url()), users(20).iterations(200)));

      assertThat(results.errors()).isEmpty();
      assertThat(results.totals().ok()).isEqualTo(600);
      assertThat(results.totals().sent()).isEqualTo(server.received().size());
    }
  }

  @Test
  void arrivalsKeepTheirsTooWhoeverPerformsThem() throws IOException {
    try (var server = new RecordingServer(new Sessions()::answer)) {
      var results = Sums.holdIn(run(session(server.url()), perSecond(200).during(seconds(1))));

      assertThat(results.errors()).isEmpty();
      assertThat(cookiesAt(server, "/login")).hasSize(200).containsOnly("");
    }
  }

  @Test
  void sharedCookiesAreEverybodys() throws IOException {
    var first = new AtomicInteger();
    try (var server =
        new RecordingServer((_, socket) -> {
          var only = List.of("Set-Cookie: all=1; Path=/");
          RecordingServer.say(socket, 200, first.getAndIncrement() == 0 ? only : List.of());
        })) {
      var scenario = scenario("s", get("/a"), pause(millis(300)), get("/b")).at(server.url());
      var results = Sums.holdIn(run(scenario, users(5).iterations(5), sharedCookies()));
      assertThat(results.info().connections().cookies()).isEqualTo("shared");
      assertThat(cookiesAt(server, "/b")).hasSize(5).containsOnly("all=1");

      first.set(0);
      run(scenario, users(5).iterations(5), userCookies());
      assertThat(cookiesAt(server, "/b").subList(5, 10)).containsOnlyOnce("all=1");
    }
  }

  @Test
  void aUserOfAClosedLoadKeepsItsCookiesOverIterations() throws IOException {
    assertThat(firstOnes(userCookies())).containsExactly("", "a=1", "a=1");
    assertThat(firstOnes()).containsExactly("", "a=1", "a=1");
  }

  @Test
  void freshCookiesEndWithTheIteration() throws IOException {
    assertThat(firstOnes(freshCookies())).containsExactly("", "", "");
  }

  private static List<String> firstOnes(Option... options) throws IOException {
    try (var server = setting("a=1; Path=/")) {
      var scenario = scenario("s", get("/first/set"), get("/second")).at(server.url());
      Sums.holdIn(run(scenario, users(1).iterations(3), options));
      assertThat(cookiesAt(server, "/second")).containsExactly("a=1", "a=1", "a=1");
      return cookiesAt(server, "/first");
    }
  }

  @ParameterizedTest
  @CsvSource({"fresh, true", "user, true", "shared, false"})
  void anArrivalOfAnOpenLoadIsANewUser(String reach, boolean without) throws IOException {
    var option =
        switch (reach) {
          case "fresh" -> freshCookies();
          case "user" -> userCookies();
          case "shared" -> sharedCookies();
          default -> throw new IllegalArgumentException(reach);
        };
    try (var server = setting("a=1; Path=/")) {
      var scenario = scenario("s", get("/first/set"), get("/second")).at(server.url());
      Sums.holdIn(run(scenario, perSecond(20).during(seconds(1)), option));

      var seen = cookiesAt(server, "/first");
      assertThat(seen).hasSize(20);
      assertThat(seen.stream().allMatch(String::isEmpty)).isEqualTo(without);
      assertThat(cookiesAt(server, "/second")).containsOnly("a=1");
    }
  }

  @Test
  void whoLogsOutIsOutside() throws IOException {
    try (var server = new RecordingServer(new Sessions()::answer)) {
      var scenario =
          scenario(
                  "s",
                  get("/login/${VU}"),
                  get("/data/${VU}").check(status().is(200)),
                  get("/logout/${VU}"),
                  get("/data/${VU}").named("outside").check(status().is(401)))
              .at(server.url());
      var results = Sums.holdIn(run(scenario, users(5).iterations(20)));

      assertThat(results.errors()).isEmpty();
      assertThat(results.totals().iterations().completed()).isEqualTo(20);
      var trace = once(scenario);
      assertThat(trace.success()).isTrue();
      assertThat(trace.steps().getLast().request()).doesNotContain("Cookie");
      // The same without the check is a client error.
      var unchecked = scenario("s", get("/data/1")).at(server.url());
      assertThat(once(unchecked).steps().getFirst().error()).startsWith("client_error");
    }
  }

  @Test
  void whatARequestSaysItselfComesFirstAndOnce() throws IOException {
    try (var server = setting("a=jar", "b=jar", "c=jar; Path=/deep")) {
      var scenario =
          scenario(
                  "s",
                  get("/set"),
                  get("/1").header("Cookie", "a=mine"),
                  get("/deep/2").header("cookie", "x=1; b=mine"),
                  get("/deep/3").header("Cookie", "a=1").header("Cookie", "c=2"),
                  get("/4").header("Cookie", "a=${VU}"),
                  get("/5"))
              .at(server.url());
      assertThat(once(scenario).success()).isTrue();

      assertThat(server.received()).allMatch(one -> one.headers("Cookie").size() <= 1);
      assertThat(server.received().stream().map(Received::cookies))
          .containsExactly(
              "",
              "a=mine; b=jar",
              "x=1; b=mine; c=jar; a=jar",
              "a=1; c=2; b=jar",
              "a=1; b=jar",
              "a=jar; b=jar");
    }
  }

  @Test
  void itDoesSoAfterARedirectThatChangedTheJar() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          switch (request.target()) {
            case "/a" ->
                RedirectedTest.redirect(
                    socket, 302, "/b", "Set-Cookie: a=jar", "Set-Cookie: b=jar");
            case "/b" -> RedirectedTest.redirect(socket, 302, "/c", "Set-Cookie: b=newer");
            default -> RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var scenario =
          scenario("s", get("/a").header("Cookie", "a=mine"), get("/after")).at(server.url());
      assertThat(once(scenario).success()).isTrue();

      assertThat(server.received().stream().map(Received::cookies))
          .containsExactly("a=mine", "a=mine; b=jar", "a=mine; b=newer", "a=jar; b=newer");
      assertThat(server.received()).allMatch(one -> one.headers("Cookie").size() == 1);
    }
  }

  @Test
  void cookiesOfAHopAreSentOnTheNextAndAfterwards() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          switch (request.target()) {
            case "/login" -> RedirectedTest.redirect(socket, 303, "/in", "Set-Cookie: sid=1");
            case "/in" -> RedirectedTest.redirect(socket, 302, "/home", "Set-Cookie: seen=yes");
            case "/out" ->
                RedirectedTest.redirect(socket, 302, "/bye", "Set-Cookie: sid=; Max-Age=0");
            default -> RecordingServer.say(socket, 200, "{}");
          }
        })) {
      var scenario =
          scenario(
                  "s",
                  post("/login").field("user", "me").extract("sid", cookie("sid")),
                  get("/data"),
                  get("/out"))
              .at(server.url());
      var trace = once(scenario);

      assertThat(trace.success()).isTrue();
      assertThat(server.received().stream().map(one -> one.target() + " " + one.cookies()))
          .containsExactly(
              "/login ",
              "/in sid=1",
              "/home sid=1; seen=yes",
              "/data sid=1; seen=yes",
              "/out sid=1; seen=yes",
              "/bye seen=yes");
      assertThat(trace.variables()).containsEntry("sid", "1");
    }
  }

  @Test
  void theLastHopsCookieIsTheOneExtractedAndWithoutRedirectsTheOnlyOne() throws IOException {
    try (var server =
        new RecordingServer((request, socket) -> {
          if (request.target().equals("/a")) {
            RedirectedTest.redirect(
                socket, 302, "/b", "Set-Cookie: t=0", "Set-Cookie: t=1", "Set-Cookie: u=1");
          } else {
            RecordingServer.say(socket, 200, List.of("Set-Cookie: t=2"));
          }
        })) {
      var asked = get("/a").extract("t", cookie("t")).extract("u", cookie("u"));
      assertThat(once(scenario("s", asked).at(server.url())).variables())
          .containsEntry("t", "2")
          .containsEntry("u", "1");
      assertThat(once(scenario("s", asked.noRedirects()).at(server.url())).variables())
          .containsEntry("t", "1")
          .containsEntry("u", "1");
    }
  }

  @Test
  void anotherHostsCookiesAreNotSentAndADomainsAre() throws IOException {
    try (var server = setting("host=1", "dom=1; Domain=shop.test", "bad=1; Domain=other.test")) {
      var here = ":" + server.port();
      var scenario =
          scenario(
              "s",
              get("http://www.shop.test" + here + "/set"),
              get("http://www.shop.test" + here + "/1"),
              get("http://shop.test" + here + "/2"),
              get("http://api.shop.test" + here + "/3"),
              get("http://other.test" + here + "/4"),
              get("http://notshop.test" + here + "/5"));
      var hosts =
          Stream.of("www.shop.test", "shop.test", "api.shop.test", "other.test", "notshop.test")
              .map(host -> resolve(host, "127.0.0.1"))
              .toArray(Option[]::new);
      assertThat(once(scenario, hosts).success()).isTrue();

      assertThat(server.received().stream().map(Received::cookies))
          .containsExactly("", "host=1; dom=1", "dom=1", "dom=1", "", "");
    }
  }

  @Test
  void pathAndAgeAreKept() throws IOException {
    try (var server =
        setting(
            "deep=1; Path=/a/b",
            "short=1; Max-Age=1",
            "long=1; Max-Age=3600",
            "old=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT")) {
      var scenario =
          scenario(
                  "s",
                  get("/set"),
                  get("/a/b?x=/"),
                  get("/a/bc"),
                  pause(millis(1100)),
                  get("/a/b/c"))
              .at(server.url());
      assertThat(once(scenario).success()).isTrue();

      assertThat(server.received().stream().map(Received::cookies))
          .containsExactly("", "deep=1; short=1; long=1", "short=1; long=1", "deep=1; long=1");
    }
  }

  @Test
  void aSecureCookieIsForHttpsOnly(@TempDir Path folder) throws Exception {
    var ca = Certificates.authority("Test CA");
    var pem = Files.writeString(folder.resolve("ca.pem"), ca.certificatesPem());
    try (var plain = RecordingServer.answering("{}");
        var secure =
            RecordingServer.secure(
                ca.server("127.0.0.1").context(List.of()),
                false,
                (_, socket) ->
                    RecordingServer.say(
                        socket, 200, List.of("Set-Cookie: s=1; Secure", "Set-Cookie: p=1")))) {
      var scenario =
          scenario(
              "s", get(secure.url() + "/1"), get(secure.url() + "/2"), get(plain.url() + "/3"));
      assertThat(once(scenario, trust(pem.toString())).success()).isTrue();

      assertThat(cookiesAt(secure, "/2")).containsExactly("s=1; p=1");
      assertThat(cookiesAt(plain, "/3")).containsExactly("p=1");
    }
  }
}
