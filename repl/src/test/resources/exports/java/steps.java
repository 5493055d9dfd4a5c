// steps, written by Squall.
// Before it runs: export SQUALL_AUTHORIZATION=…
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_PASSWORD_2=…
// Run it: java --class-path "$(./squall classpath)" Steps.java
import static dev.squall.Squall.*;

import dev.squall.load.Load;
import dev.squall.scenario.Body;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Check;
import dev.squall.scenario.Credentials;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Handling;
import dev.squall.scenario.Header;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

public final class Steps {
  private Steps() {}

  public static void main(String... args) {
    var results = run(steps(), load());
    IO.println(report(results));
    judge(results, p95().of("a").isBelow(millis(300)), errorRate().isBelow(percent(1)));
  }

  static Scenario steps() {
    return scenario(
            "steps",
            get("/a?b=c"),
            head("/a").named("x"),
            put("/a").text("t"),
            patch("/a").json("{}"),
            delete("/a"),
            options("*"),
            Request.of("PURGE", "/a"),
            get("/a").query("q", "a b").query("n", "5").header("X-A", "b").bearer("${token}"),
            get("/a")
                .header("Accept-Encoding", "gzip, deflate, br, zstd")
                .header("authorization", "Bearer ${env.SQUALL_AUTHORIZATION}")
                .basic("me", "${env.SQUALL_PASSWORD}"),
            post("/a")
                .json(
                    """
                    {"email": "${email}",
                      "tail": "x"} \s\
                    """),
            post("/a")
                .text(
                    """
                    line
                    
                      indented \\ \t
                    last
                    \
                    """),
            post("/a").field("a", "b").field("c", "1.5"),
            post("/a").part("a", "b").filePart("f", "a.png").filePart("g", "a.bin", "image/x"),
            post("/a").file("a.json"),
            post("/a").file("a.json", "text/plain"),
            post("/a").bytes(java.util.Base64.getDecoder().decode("AP8Cfw==")),
            new Request(
                Optional.of("with a body"),
                "POST",
                new Template("/a"),
                List.of(new Body.Field("q", new Template("1"))),
                List.of(new Header("X", new Template("y"))),
                Optional.of(
                    new Credentials(new Template("u"), new Template("${env.SQUALL_PASSWORD_2}"))),
                new Body.WrittenForm(new Template("a=1&b=${x}")),
                List.of(status().is(200)),
                List.of(new Capture("a", body())),
                new Handling(
                    Optional.of(seconds(1)),
                    Optional.empty(),
                    false,
                    Optional.of(attempts(2)))),
            new Request(
                Optional.of("with a body"),
                "POST",
                new Template("/a"),
                List.of(new Body.Field("q", new Template("1"))),
                List.of(new Header("X", new Template("y"))),
                Optional.of(
                    new Credentials(new Template("u"), new Template("${env.SQUALL_PASSWORD_2}"))),
                new Body.Form(List.of()),
                List.of(status().is(200)),
                List.of(new Capture("a", body())),
                new Handling(
                    Optional.of(seconds(1)),
                    Optional.empty(),
                    false,
                    Optional.of(attempts(2)))),
            new Request(
                Optional.of("with a body"),
                "POST",
                new Template("/a"),
                List.of(new Body.Field("q", new Template("1"))),
                List.of(new Header("X", new Template("y"))),
                Optional.of(
                    new Credentials(new Template("u"), new Template("${env.SQUALL_PASSWORD_2}"))),
                new Body.Multipart(List.of()),
                List.of(status().is(200)),
                List.of(new Capture("a", body())),
                new Handling(
                    Optional.of(seconds(1)),
                    Optional.empty(),
                    false,
                    Optional.of(attempts(2)))),
            new Request(
                Optional.of("with a body"),
                "POST",
                new Template("/a"),
                List.of(new Body.Field("q", new Template("1"))),
                List.of(new Header("X", new Template("y"))),
                Optional.of(
                    new Credentials(new Template("u"), new Template("${env.SQUALL_PASSWORD_2}"))),
                new Body.Multipart(
                    List.of(
                        new Body.TextPart("a", new Template("b"), Optional.of("text/x")),
                        new Body.FilePart("f", "p", Optional.empty(), Optional.of("as")),
                        new Body.TextFilePart("t", "p", Optional.of("text/y")))),
                List.of(status().is(200)),
                List.of(new Capture("a", body())),
                new Handling(
                    Optional.of(seconds(1)),
                    Optional.empty(),
                    false,
                    Optional.of(attempts(2)))),
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
                    jsonPath("$.a").is("199.98"),
                    jsonPath("$.a").isNot("x"),
                    jsonPath("$.a").contains("x"),
                    jsonPath("$.a").matches("^ORD-[0-9]{8}$"),
                    jsonPath("$.a").exists(),
                    jsonPath("$.a").isBelow(1.0E300),
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
                    regex("id").exists()),
            get("/a").extract("a", jsonPath("$.a")).extract("s", status()).extract("e", elapsed()),
            pause(millis(20)),
            pause(millis(0.5), seconds(1.25)),
            pause(millis(1.0E-6), Duration.ofSeconds(34560000L, 0)),
            pause(minutes(90), hours(2)),
            new Step.Pause(new ThinkTime.Uniform(seconds(1), seconds(1))),
            normalPause(seconds(1), millis(333.333333)),
            exponentialPause(seconds(61)),
            pause(Duration.ofSeconds(-1L, 0)),
            group("list", get("/a"), group("empty")),
            repeat(3, get("/a"), pause(millis(5))),
            forEach("post", "posts", get("/p/${post.id}")),
            when(variable("stock").isAbove(0), get("/a")),
            when(variable("stock").isAbove(0).and(variable("stock").isBelow(100000)), get("/a"))
                .otherwise(get("/b"), leave(percent(11.2))),
            when(
                variable("a").exists().or(variable("b").is(1), variable("c").in(1, "x")),
                get("/a")),
            when(new Premise.All(List.of()), get("/a")),
            when(variable("a").exists().and(), get("/a")),
            when(new Premise.Subject(new Template("x ${y}")).matches("^a"), get("/a")),
            choose(weight(60, get("/a")), weight(0.125, get("/b"), get("/c")), weight(1)),
            leave(percent(30)),
            leave(percent(33.33333333333333)),
            leave(Double.NaN),
            parallel(get("/a"), group("g", get("/b"))),
            optional(get("/error/503"), get("/never")),
            get("/last"))
        .at("http://localhost:8089");
  }

  static Load load() {
    return perSecond(50)
        .during(minutes(1))
        .rampTo(80.5, minutes(2))
        .until(p95().isAbove(millis(900)));
  }
}
