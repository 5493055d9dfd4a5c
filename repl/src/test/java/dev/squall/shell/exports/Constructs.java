package dev.squall.shell.exports;

import static dev.squall.Squall.*;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.Stage;
import dev.squall.scenario.Body;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.ThinkTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One of everything that a scenario and a load can hold. */
final class Constructs {
  /** What breaks texts that are put together carelessly. */
  static final String HOSTILE =
      "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r"
          + "\t\0\u001b\u2028é😀\ud800 \\u0041 \"\"\" end ";

  private Constructs() {}

  static List<Step> steps() {
    var steps = new ArrayList<Step>(requests());
    steps.addAll(
        List.of(
            pause(millis(20)),
            pause(millis(0.5), seconds(1.25)),
            pause(Duration.ofNanos(1), Duration.ofDays(400)),
            pause(minutes(90), hours(2)),
            new Step.Pause(new ThinkTime.Uniform(seconds(1), seconds(1))),
            normalPause(seconds(1), millis(333.333333)),
            exponentialPause(seconds(61)),
            new Step.Pause(new ThinkTime.Fixed(Duration.ofSeconds(-1))),
            group("list", get("/a"), group("empty")),
            repeat(3, get("/a"), pause(millis(5))),
            forEach("post", "posts", get("/p/${post.id}")),
            when(variable("stock").isAbove(0), get("/a")),
            when(variable("stock").isAbove(0).and(variable("stock").isBelow(100_000)), get("/a"))
                .otherwise(get("/b"), leave(percent(11.2))),
            when(
                variable("a").exists().or(variable("b").is(1), variable("c").in(1, "x")),
                get("/a")),
            when(new Premise.All(List.of()), get("/a")),
            when(variable("a").exists().and(), get("/a")),
            when(new Premise.Subject(new Template("x ${y}")).matches("^a"), get("/a")),
            choose(weight(60, get("/a")), weight(0.125, get("/b"), get("/c")), weight(1)),
            leave(0.3),
            leave(1 / 3.0),
            leave(Double.NaN),
            parallel(get("/a"), group("g", get("/b"))),
            optional(get("/error/503"), get("/never"))));
    return steps;
  }

  private static List<Request> requests() {
    return List.of(
        get("/a?b=c"),
        head("/a").named("x"),
        put("/a").text("t"),
        patch("/a").json("{}"),
        delete("/a"),
        options("*"),
        Request.of("PURGE", "/a"),
        get("/a").query("q", "a b").query("n", 5).header("X-A", "b").bearer("${token}"),
        get("/a").basic("me", "secret").compressed().header("authorization", "Bearer x"),
        post("/a").json("{\"email\": \"${email}\",\n  \"tail\": \"x\"}  "),
        post("/a").text("line\n\n  indented \\ \t\nlast\n"),
        post("/a").field("a", "b").field("c", 1.5),
        post("/a").part("a", "b").filePart("f", "a.png").filePart("g", "a.bin", "image/x"),
        post("/a").file("a.json"),
        post("/a").file("a.json", "text/plain"),
        post("/a").bytes(new byte[] {0, -1, 2, 127}),
        carrying(new Body.WrittenForm(new Template("a=1&b=${x}"))),
        carrying(new Body.Form(List.of())),
        carrying(new Body.Multipart(List.of())),
        carrying(
            new Body.Multipart(
                List.of(
                    new Body.TextPart("a", new Template("b"), Optional.of("text/x")),
                    new Body.FilePart("f", "p", Optional.empty(), Optional.of("as")),
                    new Body.TextFilePart("t", "p", Optional.of("text/y"))))),
        get("/a").timeout(seconds(2)).redirects(3).expectContinue().retry(attempts(3)),
        get("/a").noRedirects().retry(attempts(2).linear(millis(50)).jitter(0.2)),
        get("/a").retry(attempts(3).exponential(millis(50)).atMost(seconds(1))),
        get("/a").retry(attempts(3).fixed(millis(50))),
        get("/a")
            .check(
                status().is(200),
                status().isNot(500),
                status().in(200, 201),
                status().isBelow(400),
                status().isAbove(199),
                status().isBetween(200, 299),
                new Check(status(), new Expectation.Is(new Template("${code}"))),
                new Check(status(), new Expectation.Exists()),
                new Check(status(), new Expectation.Below(400.5)),
                new Check(status(), new Expectation.Matches("2..")),
                elapsed().isBelow(millis(250)),
                elapsed().isAbove(millis(0.5)),
                elapsed().isBetween(millis(1), seconds(2)),
                new Check(elapsed(), new Expectation.Exists()),
                new Check(elapsed(), new Expectation.Below(Double.NaN))),
        get("/a")
            .check(
                jsonPath("$.a").is(5),
                jsonPath("$.a").is("05"),
                jsonPath("$.a").is(-7),
                jsonPath("$.a").is(199.98),
                jsonPath("$.a").isNot("x"),
                jsonPath("$.a").contains("x"),
                jsonPath("$.a").matches("^ORD-[0-9]{8}$"),
                jsonPath("$.a").exists(),
                jsonPath("$.a").isBelow(1e300),
                jsonPath("$.a").isAbove(-0.0),
                jsonPath("$.a").isBetween(0.1, Double.POSITIVE_INFINITY),
                jsonPath("$.a").in("a", 1),
                jsonPath("$.a").in(),
                header("X").is("y"),
                xpath("//a/@b").exists(),
                cookie("sid").exists(),
                body().contains("x"),
                regex("id=(\\d+)").is(1),
                regex("(a)(b)", 2).exists(),
                regex("id", 0).exists()),
        get("/a").extract("a", jsonPath("$.a")).extract("s", status()).extract("e", elapsed()));
  }

  private static Request carrying(Body body) {
    return new Request(
        Optional.of("with a body"),
        "POST",
        new Template("/a"),
        List.of(new Body.Field("q", new Template("1"))),
        post("/a").header("X", "y").headers(),
        get("/a").basic("u", "p").credentials(),
        body,
        List.of(status().is(200)),
        get("/a").extract("a", body()).captures(),
        get("/a").timeout(seconds(1)).retry(attempts(2)).handling());
  }

  static Scenario whole() {
    return scenario("whole \" thing", get("/${id}"))
        .header("X-All", "${VU}")
        .setup(post("/login").extract("token", jsonPath("$.token")))
        .teardown(post("/logout"))
        .variable("id", "user-${UUID}")
        .feed(csv("a.csv").delimiter(';').shuffled(42))
        .feed(csv("b.csv").delimiter('\'').shuffled())
        .feed(json("a.json").sequential())
        .feed(json("a.json", "col").random())
        .feed(jsonLines("a.jsonl").once())
        .feed(jsonLines("a.jsonl", "col").unique())
        .feed(values("term", "laptop", 1, 2L, 1.5, true, null, 'c', new BigDecimal("1.50")))
        .feed(
            new Feed(new Feed.Source.Values("one", Arrays.asList((Object) null)))
                .shuffled(1L << 40))
        .feed(rows(List.of(row(1, "x"), row(2, null))))
        .pacing(seconds(10))
        .at("http://localhost:8089");
  }

  /** With its columns in this order in every process. */
  private static Map<String, Object> row(int first, String second) {
    var row = new LinkedHashMap<String, Object>();
    row.put("a", first);
    row.put("b", second);
    return row;
  }

  /** Every text of it is {@link #HOSTILE}. */
  static Scenario hostile() {
    var x = HOSTILE;
    return scenario(
            x,
            post("/" + x)
                .named(x)
                .query(x, x)
                .header("X-" + x, x)
                .basic(x, x)
                .json("{\"a\": \"" + x + "\"}")
                .check(
                    jsonPath(x).is(x),
                    jsonPath(x).contains(x),
                    jsonPath(x).matches(x),
                    header(x).in(x, x),
                    xpath(x).isNot(x),
                    cookie(x).exists(),
                    regex("(" + x, 0).exists())
                .extract(x, jsonPath(x)),
            post("/b").named(x + 1).text(x),
            post("/c").named(x + 2).field(x, x),
            post("/d").named(x + 3).part(x, x).filePart(x, x, x),
            carrying(new Body.WrittenForm(new Template(x))),
            group(x, get("/e")),
            forEach("item", x, get("/f")),
            when(variable("x").is(x), get("/g")))
        .header(x, x)
        .variable("x", x)
        .feed(values(x, x, x))
        .at("http://localhost:8089");
  }

  static List<Load> loads() {
    var goal = p95().of("a \"step\"").isAbove(millis(300));
    return List.of(
        users(5).iterations(100),
        users(5).iterationsEach(20),
        users(5).sharedIterations(1L << 40),
        users(20).during(minutes(5)),
        users(100).during(minutes(10)).rampUp(minutes(2)).rampDown(minutes(2)),
        users(5).hold(minutes(1)).rampTo(50, minutes(3)).hold(minutes(5)),
        users(10).during(minutes(10)).spike(80, minutes(4), minutes(1)).compressed(60),
        users(5).wave(50, minutes(1), hours(1)).until(goal),
        users(0).rampTo(10, seconds(1)).jumpTo(2.5, seconds(1)).rampTo(0, seconds(3)),
        new ClosedLoad(new Profile(List.of(), List.of()), List.of(), 1),
        ClosedLoad.of(new Profile(List.of(new Stage.Hold(1.5, seconds(1))), List.of())),
        ClosedLoad.of(
            new Profile(
                List.of(
                    new Stage.Hold(1, seconds(1)),
                    new Stage.Ramp(5, 9, seconds(1)),
                    new Stage.Wave(5, 9, seconds(1), seconds(2))),
                List.of())),
        perSecond(50).during(minutes(5)),
        perSecond(50.5).during(minutes(5)).poisson(),
        perSecond(0).rampTo(1000, minutes(10)).hold(minutes(5)).rampDown(minutes(1)),
        perSecond(200).during(minutes(12)).spike(2000, minutes(5), minutes(2)),
        perSecond(100).wave(1000, minutes(10), hours(1)).hold(seconds(1)),
        daily(100, 500, 1500).cycle(hours(1)).longSlopes().during(hours(4)),
        daily(100, 500, 1500).during(hours(4)).hold(seconds(1)).compressed(43_200),
        daily(1, 2, 3).shares(.1, .2, .3, .05, .015).during(seconds(1)),
        perSecond(500).during(minutes(1)).maxUsers(200).queue(1000),
        stepUp(20, 20, seconds(1)).until(goal, errorRate().isAbove(percent(5))),
        stepUp(20, 20, seconds(1)).upTo(100),
        stepUp(20, 20, seconds(1)).upTo(100).hold(seconds(5)).until(goal),
        OpenLoad.of(
            new Profile(
                List.of(
                    new Stage.Hold(1, seconds(1)),
                    new Stage.Daily(DailyTraffic.of(1, 2, 3), seconds(1)),
                    new Stage.Staircase(1, 2, seconds(1), OptionalDouble.empty()),
                    new Stage.Staircase(1, 2, seconds(1), OptionalDouble.of(9))),
                List.of())));
  }

  static List<Goal> goals() {
    return List.of(
        p50().isBelow(millis(300)),
        p999().of("x").isAtMost(seconds(1.5)),
        meanTime().isAbove(millis(0.1)),
        errorRate().isBelow(percent(0.7)),
        requestRate().of("x").isAtLeast(50.5),
        new Goal(Metric.P95, Optional.of("a"), Comparison.ABOVE, 1e-9));
  }
}
