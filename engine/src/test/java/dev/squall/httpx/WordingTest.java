package dev.squall.httpx;

import static dev.squall.Squall.attempts;
import static dev.squall.Squall.body;
import static dev.squall.Squall.choose;
import static dev.squall.Squall.code;
import static dev.squall.Squall.cookie;
import static dev.squall.Squall.csv;
import static dev.squall.Squall.daily;
import static dev.squall.Squall.delete;
import static dev.squall.Squall.elapsed;
import static dev.squall.Squall.errorRate;
import static dev.squall.Squall.exponentialPause;
import static dev.squall.Squall.forEach;
import static dev.squall.Squall.get;
import static dev.squall.Squall.group;
import static dev.squall.Squall.header;
import static dev.squall.Squall.hours;
import static dev.squall.Squall.json;
import static dev.squall.Squall.jsonPath;
import static dev.squall.Squall.leave;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.minutes;
import static dev.squall.Squall.mix;
import static dev.squall.Squall.normalPause;
import static dev.squall.Squall.optional;
import static dev.squall.Squall.p95;
import static dev.squall.Squall.parallel;
import static dev.squall.Squall.pause;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.percent;
import static dev.squall.Squall.post;
import static dev.squall.Squall.put;
import static dev.squall.Squall.regex;
import static dev.squall.Squall.repeat;
import static dev.squall.Squall.rows;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.share;
import static dev.squall.Squall.status;
import static dev.squall.Squall.stepUp;
import static dev.squall.Squall.toHttpx;
import static dev.squall.Squall.users;
import static dev.squall.Squall.values;
import static dev.squall.Squall.variable;
import static dev.squall.Squall.weight;
import static dev.squall.Squall.when;
import static dev.squall.Squall.xpath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How each word of Java stands in a file. */
class WordingTest {

  private static Script.Entry read(String text, String name) {
    return Httpx.script("printed.httpx", text, Map.of()).entry(name).orElseThrow();
  }

  private static Step a() {
    return get("/a").named("a");
  }

  private static Step b() {
    return get("/b").named("b");
  }

  static Stream<Arguments> steps() {
    var c = variable("c");
    return Stream.of(
        arguments(get("/p?q=1"), "run first -> \"GET /p\"\n"),
        arguments(pause(seconds(2)), "think 2s"),
        arguments(normalPause(seconds(2), millis(1)), "think normal(2s, 1ms)"),
        arguments(exponentialPause(seconds(2)), "think exponential(2s)"),
        arguments(group("two words", a()), "group \"two words\" {\n    run a\n  }"),
        arguments(repeat(3, a(), b()), "repeat 3 {\n    run a -> b\n  }"),
        arguments(forEach("tag", "post.tags", a()), "foreach tag in post.tags {\n    run a\n  }"),
        arguments(choose(weight(70, a()), weight(30)), "70% {\n      run a\n    }\n    30% {}"),
        arguments(choose(weight(2, a()), weight(0.5)), "2 {\n      run a\n    }\n    0.5 {}"),
        arguments(parallel(a(), group("g", b())), "parallel {\n    run a\n    group g {"),
        arguments(optional(a()), "run first -> a optional\n"),
        arguments(optional(pause(millis(1)), a()), "optional {\n    think 1ms\n    run a\n  }"),
        arguments(leave(percent(11.2)), "leave 11.2%"),
        arguments(when(c.exists(), a()), "if ${c} exists {\n    run a\n  }"),
        arguments(
            when(c.is("x y"), a()).otherwise(when(c.in(1, 2), b()).otherwise(a())),
            "if ${c} == \"x y\" {\n    run a\n  } else if ${c} in [1, 2] {\n    run b\n  } else {"),
        arguments(
            when(c.isAbove(1).and(c.isBelow(2)).or(c.isBetween(5, 6)), a()),
            "if ${c} > 1 and ${c} < 2 or ${c} between 5 and 6 {"),
        arguments(
            when(c.matches("^a").or(c.contains("b")).and(c.isNot("and")), a()),
            "if (${c} matches \"^a\" or ${c} contains b) and ${c} != \"and\" {"));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepHasItsWords(Step step, String text) {
    var scenario = scenario("s", get("/first").named("first"), step);

    assertThat(toHttpx(scenario)).contains(text);
    assertThat(read(toHttpx(scenario), "s").workload()).isEqualTo(scenario);
  }

  static Stream<Arguments> requests() {
    var post = post("/a").named("a");
    return Stream.of(
        arguments(post.json("{\"a\": \"${b}\"}"), "curl /a -d '{\"a\": \"${b}\"}'\n"),
        arguments(post.field("f", "x y"), "--data-urlencode 'f=x y'"),
        arguments(put("/a").named("a").file("a.png"), "--data-binary @a.png"),
        arguments(post.filePart("f", "a.png"), "-F f=@a.png"),
        arguments(post.basic("me", "it"), "-u me:it"),
        arguments(post.noRedirects().expectContinue(), "--max-redirs 0 -H 'Expect: 100-continue'"),
        arguments(delete("/a").named("a").query("q", "ä"), "curl -X DELETE /a --url-query 'q=ä'"),
        arguments(post.timeout(millis(1500)), "  timeout = 1.5s\n"),
        arguments(
            post.retry(attempts(3).linear(millis(50)).atMost(seconds(1)).jitter(0.2)),
            """
              retry {
                max_attempts = 3
                backoff = linear
                base_delay = 50ms
                max_delay = 1s
                jitter = 0.2
              }
            """),
        arguments(post.extract("x", status()), "extract x = status"),
        arguments(post.extract("x", elapsed()), "extract x = latency"),
        arguments(post.extract("x", body()), "extract x = body"),
        arguments(post.extract("x", regex("(a)(b)")), "extract x = regex:(a)(b)"),
        arguments(post.extract("x", regex("(a)(b)", 2)), "extract x = regex(2):(a)(b)"),
        arguments(post.extract("x", cookie("odd name")), "extract x = cookie:\"odd name\""),
        arguments(post.check(header("X-Id").exists()), "assert header.X-Id exists"),
        arguments(post.check(header("$x").exists()), "assert header:\"$x\" exists"),
        arguments(post.check(cookie("a b").is(1)), "assert cookie:\"a b\" == 1"),
        arguments(post.check(regex("(a)(b)", 0).is(1)), "assert regex(0):\"(a)(b)\" == 1"),
        arguments(post.check(xpath("//a").is("b")), "assert xpath:\"//a\" == b"),
        arguments(post.check(body().contains("a b")), "assert body contains \"a b\""),
        arguments(post.check(jsonPath("$.a").isBetween(-1, 2.5)), "assert $.a between -1 and 2.5"),
        arguments(
            post.check(elapsed().isBetween(millis(1), seconds(2))),
            "assert latency between 1ms and 2000ms"),
        arguments(post.check(status().in(200, 201)), "assert status in [200, 201]"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestHasItsWords(Request request, String text) {
    var scenario = scenario("s", request);

    assertThat(toHttpx(scenario)).contains(text);
    assertThat(read(toHttpx(scenario), "s").workload()).isEqualTo(scenario);
  }

  static Stream<Arguments> scenarios() {
    var one = scenario("s", a());
    return Stream.of(
        arguments(one.at("http://h:1/api"), "  base = \"http://h:1/api\"\n"),
        arguments(one.header("X-Tenant", "acme ${VU}"), "  header X-Tenant = \"acme ${VU}\"\n"),
        arguments(one.setup(b()), "  setup {\n    run b\n  }\n"),
        arguments(one.teardown(b()), "  teardown {\n    run b\n  }\n"),
        arguments(one.pacing(seconds(10)), "  pacing = 10s\n"),
        arguments(one.variable("who", "${VU} x"), "var who = \"${VU} x\"\n"),
        arguments(
            one.feed(csv("d/users.csv").delimiter(';').shuffled(42)),
            "data users = csv(\"d/users.csv\", shuffled(42), delimiter \";\")\n"),
        arguments(
            one.feed(json("a.json").once()), "data a = json(\"a.json\", once, column \"value\")"),
        arguments(one.feed(values("term", "x", "y z")), "data term = [x, \"y z\"]\n"),
        arguments(one.feed(values("a b", "x").random()), "data rows = [x] random column \"a b\"\n"),
        arguments(
            scenario("s", forEach("t", "terms", a())).feed(values("terms", "[\"x\",\"y z\"]")),
            "data terms = [x, \"y z\"]\n"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aScenarioHasItsWords(Scenario scenario, String text) {
    assertThat(toHttpx(scenario)).contains(text);
    assertThat(read(toHttpx(scenario), "s").workload()).isEqualTo(scenario);
  }

  static Stream<Arguments> loads() {
    return Stream.of(
        arguments(users(5).during(minutes(1)), "load 5 vus for 1m\n"),
        arguments(perSecond(0.5).during(hours(1.5)), "load 0.5 rps for 1h30m\n"),
        arguments(users(3).iterations(10), "load 10 iterations with 3 vus\n"),
        arguments(users(3).sharedIterations(10), "load 10 iterations with 3 vus shared\n"),
        arguments(
            users(5).hold(minutes(1)).rampTo(50, minutes(3)).hold(minutes(5)),
            """
                vus = 5
                duration = 1m
                stage {
                  duration = 3m
                  vus = 50
                }
                stage {
                  duration = 5m
                  vus = 50
                }
            """),
        arguments(
            perSecond(10).rampTo(20, seconds(1)).jumpTo(5, seconds(2)),
            """
                stage {
                  from = 10
                  duration = 1s
                  rps = 20
                }
                stage {
                  from = 5
                  duration = 2s
                  rps = 5
                }
            """),
        arguments(
            users(10).wave(50, minutes(1), hours(1)),
            """
                vus = 10
                wave {
                  max = 50
                  period = 1m
                  duration = 1h
                }
            """),
        arguments(
            perSecond(1).wave(2, minutes(1), hours(1)).hold(seconds(5)),
            "wave {\n      min = 1\n      max = 2\n      period = 1m\n      duration = 1h"),
        arguments(stepUp(1, 2, seconds(3)).upTo(9), "every = 3s\n      up_to = 9\n"),
        arguments(daily(1, 2, 3).during(hours(4)), "cycle = 24h\n      duration = 4h\n"),
        arguments(
            perSecond(1).during(minutes(9)).spike(5, minutes(1), seconds(2)),
            "spike {\n      peak = 5\n      at = 1m\n      for = 2s\n"),
        arguments(
            perSecond(1).during(minutes(9)).poisson().maxUsers(2).queue(0).compressed(60),
            "arrivals = poisson\n    max_vus = 2\n    queue = 0\n    compressed = 60\n"),
        arguments(
            users(1)
                .during(minutes(9))
                .until(p95().isAbove(seconds(1)), errorRate().isAtLeast(0.05)),
            "until p95 > 1000ms or errors >= 5%\n"));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void aLoadHasItsWords(Load load, String text) {
    var scenario = scenario("s", a());

    assertThat(toHttpx(scenario, load)).contains(text);
    assertThat(read(toHttpx(scenario, load), "s").load()).contains(load);
  }

  @Test
  void goalsAndAMixAreToldWithTheirScenarios() {
    var browse = scenario("browse", a()).variable("x", "1").feed(values("v", "1"));
    var buy = scenario("buy", a(), b());
    var day = mix("day", share(2, browse), share(1, buy)).setup(b()).variable("y", "2");
    Goal[] goals = {p95().of("b").isBelow(millis(300)), errorRate().isAtMost(percent(1))};

    var text = toHttpx(day, perSecond(5).during(minutes(1)), goals);

    assertThat(text)
        .endsWith(
            """
            scenario browse {
              var x = "1"
              data = v
              run a
            }

            scenario buy {
              data = none
              run a -> b
            }

            mix day {
              load 5 rps for 1m
              var y = "2"
              setup {
                run b
              }
              2 browse
              1 buy
              expect {
                p95 of b < 300ms
                errors <= 1%
              }
            }
            """);
    assertThat(read(text, "day").workload()).isEqualTo(day);
    assertThat(read(text, "day").goals()).containsExactly(goals);
    assertThat(read(text, "buy").workload()).isEqualTo(buy);
  }

  @Test
  void requestsOfOneNameThatDifferAreToldApart() {
    var scenario =
        scenario(
            "s", get("/p?page=1"), get("/p?page=2"), a(), get("/c").named("a"), get("/p?page=1"));

    var text = toHttpx(scenario);

    assertThat(text)
        .contains("request \"GET /p 2\" {\n  name = \"GET /p\"\n  curl '/p?page=2'\n}")
        .contains("request a-2 {\n  name = \"a\"\n  curl /c\n}")
        .contains("run \"GET /p\" -> \"GET /p 2\" -> a -> a-2 -> \"GET /p\"\n");
    assertThat(read(text, "s").workload()).isEqualTo(scenario);
  }

  static Stream<Arguments> equivalents() {
    var c = variable("c").exists();
    return Stream.of(
        arguments(scenario("s", get("/a").named("GET /a")), scenario("s", get("/a"))),
        arguments(
            scenario("s", when(new Premise.All(List.of(c)), a())), scenario("s", when(c, a()))),
        arguments(
            scenario("s", a()).feed(values("v", 1, null)),
            scenario("s", a()).feed(values("v", "1", ""))));
  }

  @ParameterizedTest
  @MethodSource("equivalents")
  void whatNoRunTellsApartIsReadAsOne(Scenario said, Scenario read) {
    assertThat(said).isNotEqualTo(read);
    assertThat(read(toHttpx(said), "s").workload()).isEqualTo(read);
  }

  @Test
  void aRampToWhereItBeginsIsHeld() {
    var text = toHttpx(scenario("s", a()), perSecond(1).rampTo(1, seconds(2)));

    assertThat(read(text, "s").load()).contains(perSecond(1).hold(seconds(2)));
  }

  static Stream<Arguments> wordless() {
    return Stream.of(
        arguments(scenario("s", code("mine", _ -> {})), "the step mine is Java"),
        arguments(scenario("s", post("/a").bytes(new byte[3])), "a body of 3 bytes has no words"),
        arguments(scenario("s", get("a")), "curl has no words for its target a"),
        arguments(scenario("s", Request.of("get", "/a")), "no words for its method get"),
        arguments(scenario("s", get("/a").header("A", "b ")), "no words for its headers [A]"),
        arguments(scenario("s", get("/a").header("A: B", "b")), "no words for its headers [A: B]"),
        arguments(
            scenario("s", get("${h}/a")).variable("h", "http://h"),
            "its host is a variable: ${h}/a"),
        arguments(scenario("s", get("/a").check(jsonPath("a b").is(1))), "no words for the check"),
        arguments(
            scenario("s", get("/a").check(jsonPath("$.a").isBelow(Double.NaN))),
            "no words for the check"),
        arguments(
            scenario("s", get("/a").extract("a b", jsonPath("$.a"))),
            "no words for extracting a b by jsonPath $.a"),
        arguments(scenario("s", get("/a").timeout(Duration.ofSeconds(-1))), "this timeout has no"),
        arguments(scenario("s", get("/a").retry(attempts(-1))), "this retry has no words"),
        arguments(scenario("s", pause(seconds(-1))), "no words for the step: pause"),
        arguments(scenario("s", leave(2)), "no words for the step: leave"),
        arguments(scenario("s", group("", a())), "no words for the step: group"),
        arguments(scenario("s", forEach("a b", "c", a())), "no words for the step: for each"),
        arguments(scenario("s", choose(weight(-1, a()))), "no words for the step: choose"),
        arguments(
            scenario("s", when(new Premise.Any(List.of()), a())), "no words for the step: when"),
        arguments(scenario("s"), "it has no steps"),
        arguments(scenario("", a()), "a scenario without a name"),
        arguments(scenario("s", a()).variable("h", "x").at("${h}"), "no words for the base"),
        arguments(scenario("s", a()).header("", "x"), "no words for the header"),
        arguments(scenario("s", a()).variable("a b", "x"), "no words for the variable a b"),
        arguments(scenario("s", a()).variable("x", "1").variable("x", "2"), "the variable x"),
        arguments(scenario("s", a()).pacing(seconds(-1)), "no words for a pacing"),
        arguments(scenario("s", a()).feed(rows(List.of(Map.of("a", 1)))), "no words for the data"),
        arguments(
            scenario("s", a()).feed(values("v", List.of(1))), "no words for the data values(v: 1)"),
        arguments(
            scenario("s", forEach("t", "v", a())).feed(values("v", "[1]")),
            "no words for the data values(v: 1)"),
        arguments(
            scenario("s", a())
                .feed(new Feed(new Feed.Source.Values("v", List.of("1"))).delimiter(';')),
            "no words for the data"),
        arguments(mix("m", share(0.5, scenario("m", a()))), "there are two of this name"),
        arguments(new Mix("", List.of()), "no words for its shares or its name"));
  }

  @ParameterizedTest
  @MethodSource("wordless")
  void whatHasNoWordsIsAProblem(Workload workload, String what) {
    assertThatThrownBy(() -> toHttpx(workload))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(what);
  }

  @Test
  void allThatHasNoWordsIsToldAtOnce() {
    var scenario =
        scenario(
            "s",
            code("mine", _ -> {}),
            group("g", post("/a").bytes(new byte[3]), code("yours", _ -> {})));

    assertThatThrownBy(() ->
            toHttpx(
                scenario,
                users(1).wave(2.5, seconds(-1), seconds(1)),
                p95().of("x").isBelow(millis(1))))
        .hasMessage(
            """
            scenario s: no words for the load: 1 to 2.5 users in waves of -1s for 1s
                whole users, times and rates that are not negative, and no days or steps of users
            scenario s: the step mine is Java, which a file has not
                leave it out, or say it by extract, data and the built-in variables
            scenario s, step POST /a: a body of 3 bytes has no words
                put them into a file: .file(path)
            scenario s: the step yours is Java, which a file has not
                leave it out, or say it by extract, data and the built-in variables
            scenario s: no step is called x
                the goal is p95 of x below 1 ms\
            """);
  }
}
