// steps, written by Squall for Gatling 3.13 or later:
// src/test/java/StepsSimulation.java of a project with Gatling's plugin.
// Before it runs: export SQUALL_AUTHORIZATION=…
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_PASSWORD_2=…
// step GET /a: Gatling limits redirects for all requests only
// step GET /a: Gatling sends a body without waiting for 100 Continue
// step GET /a: Gatling tries again at once
// scenario steps: Gatling has no branches at the same time
import static io.gatling.javaapi.core.CoreDsl.*;
import static io.gatling.javaapi.http.HttpDsl.*;

import io.gatling.javaapi.core.*;
import io.gatling.javaapi.http.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

public class StepsSimulation extends Simulation {
  HttpProtocolBuilder protocol =
      http.baseUrl("http://localhost:8089");

  ScenarioBuilder steps =
      scenario("steps")
          .exec(
              exec(
                  session -> session
                      .set("SQUALL_AUTHORIZATION", System.getenv("SQUALL_AUTHORIZATION"))
                      .set("SQUALL_PASSWORD", System.getenv("SQUALL_PASSWORD"))
                      .set("SQUALL_PASSWORD_2", System.getenv("SQUALL_PASSWORD_2"))))
          .exec(
              exitBlockOnFail()
                  .on(
                      http("GET /a").get("/a?b=c").check(status().lt(400)),
                      http("x").head("/a").check(status().lt(400)),
                      http("PUT /a")
                          .put("/a")
                          .header("Content-Type", "text/plain; charset=utf-8")
                          .body(StringBody("t"))
                          .check(status().lt(400)),
                      http("PATCH /a")
                          .patch("/a")
                          .header("Content-Type", "application/json")
                          .body(StringBody("{}"))
                          .check(status().lt(400)),
                      http("DELETE /a").delete("/a").check(status().lt(400)),
                      http("OPTIONS *").options("*").check(status().lt(400)),
                      http("PURGE /a").httpRequest("PURGE", "/a").check(status().lt(400)),
                      http("GET /a")
                          .get("/a")
                          .queryParam("q", "a b")
                          .queryParam("n", "5")
                          .header("X-A", "b")
                          .header("Authorization", "Bearer #{token}")
                          .check(status().lt(400)),
                      http("GET /a")
                          .get("/a")
                          .header("Accept-Encoding", "gzip, deflate, br, zstd")
                          .header("authorization", "Bearer #{SQUALL_AUTHORIZATION}")
                          .basicAuth("me", "#{SQUALL_PASSWORD}")
                          .check(status().lt(400)),
                      http("POST /a")
                          .post("/a")
                          .header("Content-Type", "application/json")
                          .body(
                              StringBody(
                                  """
                                  {"email": "#{email}",
                                    "tail": "x"} \s\
                                  """))
                          .check(status().lt(400)),
                      http("POST /a")
                          .post("/a")
                          .header("Content-Type", "text/plain; charset=utf-8")
                          .body(
                              StringBody(
                                  """
                                  line
                                  
                                    indented \\ \t
                                  last
                                  \
                                  """))
                          .check(status().lt(400)),
                      http("POST /a")
                          .post("/a")
                          .formParam("a", "b")
                          .formParam("c", "1.5")
                          .check(status().lt(400)),
                      http("POST /a")
                          .post("/a")
                          .bodyPart(StringBodyPart("a", "b"))
                          .bodyPart(RawFileBodyPart("f", "a.png").fileName("a.png"))
                          .bodyPart(
                              RawFileBodyPart("g", "a.bin")
                                  .fileName("a.bin")
                                  .contentType("image/x"))
                          .asMultipartForm()
                          .check(status().lt(400)),
                      http("POST /a")
                          .post("/a")
                          .header("Content-Type", "application/json")
                          .body(RawFileBody("a.json"))
                          .check(status().lt(400)),
                      http("POST /a")
                          .post("/a")
                          .header("Content-Type", "text/plain")
                          .body(RawFileBody("a.json"))
                          .check(status().lt(400)),
                      http("POST /a")
                          .post("/a")
                          .header("Content-Type", "application/octet-stream")
                          .body(ByteArrayBody(java.util.Base64.getDecoder().decode("AP8Cfw==")))
                          .check(status().lt(400)),
                      tryMax(2)
                          .on(
                              http("with a body")
                                  .post("/a")
                                  .queryParam("q", "1")
                                  .header("X", "y")
                                  .header("Content-Type", "application/x-www-form-urlencoded")
                                  .basicAuth("u", "#{SQUALL_PASSWORD_2}")
                                  .body(StringBody("a=1&b=#{x}"))
                                  .requestTimeout(Duration.ofSeconds(1))
                                  .check(status().is(200), bodyString().saveAs("a"))),
                      tryMax(2)
                          .on(
                              http("with a body")
                                  .post("/a")
                                  .queryParam("q", "1")
                                  .header("X", "y")
                                  .basicAuth("u", "#{SQUALL_PASSWORD_2}")
                                  .requestTimeout(Duration.ofSeconds(1))
                                  .check(status().is(200), bodyString().saveAs("a"))),
                      tryMax(2)
                          .on(
                              http("with a body")
                                  .post("/a")
                                  .queryParam("q", "1")
                                  .header("X", "y")
                                  .basicAuth("u", "#{SQUALL_PASSWORD_2}")
                                  .asMultipartForm()
                                  .requestTimeout(Duration.ofSeconds(1))
                                  .check(status().is(200), bodyString().saveAs("a"))),
                      tryMax(2)
                          .on(
                              http("with a body")
                                  .post("/a")
                                  .queryParam("q", "1")
                                  .header("X", "y")
                                  .basicAuth("u", "#{SQUALL_PASSWORD_2}")
                                  .bodyPart(StringBodyPart("a", "b").contentType("text/x"))
                                  .bodyPart(RawFileBodyPart("f", "p").fileName("as"))
                                  .bodyPart(RawFileBodyPart("t", "p").contentType("text/y"))
                                  .asMultipartForm()
                                  .requestTimeout(Duration.ofSeconds(1))
                                  .check(status().is(200), bodyString().saveAs("a"))),
                      tryMax(3)
                          .on(
                              http("GET /a")
                                  .get("/a")
                                  .requestTimeout(Duration.ofSeconds(2))
                                  .check(status().lt(400))),
                      tryMax(2)
                          .on(
                              http("GET /a")
                                  .get("/a")
                                  .disableFollowRedirect()
                                  .check(status().lt(400))),
                      tryMax(3).on(http("GET /a").get("/a").check(status().lt(400))),
                      tryMax(3).on(http("GET /a").get("/a").check(status().lt(400))),
                      http("GET /a")
                          .get("/a")
                          .check(
                              status().is(200),
                              status().not(500),
                              status().in(200, 201),
                              status().lt(400),
                              status().gt(199),
                              status().gte(200),
                              status().lte(299),
                              status().transform(String::valueOf).isEL("#{code}"),
                              status().exists(),
                              status().lt(401),
                              status()
                                  .transform(String::valueOf)
                                  .transform(text -> Pattern.compile("2..").matcher(text).find())
                                  .is(true),
                              responseTimeInMillis().lt(250),
                              responseTimeInMillis().gt(0),
                              responseTimeInMillis().gte(1),
                              responseTimeInMillis().lte(2000),
                              responseTimeInMillis().exists(),
                              responseTimeInMillis().lt(0)),
                      http("GET /a")
                          .get("/a")
                          .check(
                              status().lt(400),
                              jsonPath("$.a").is("5"),
                              jsonPath("$.a").is("05"),
                              jsonPath("$.a").is("-7"),
                              jsonPath("$.a").is("199.98"),
                              jsonPath("$.a").not("x"),
                              jsonPath("$.a").transform(text -> text.contains("x")).is(true),
                              jsonPath("$.a")
                                  .transform(
                                      text -> Pattern.compile("^ORD-[0-9]{8}$").matcher(text).find())
                                  .is(true),
                              jsonPath("$.a").exists(),
                              jsonPath("$.a").ofDouble().lt(1.0E300),
                              jsonPath("$.a").ofDouble().gt(-0.0),
                              jsonPath("$.a").ofDouble().gte(0.1),
                              jsonPath("$.a").in("a", "1"),
                              jsonPath("$.a").in(),
                              header("X").is("y"),
                              xpath("//a/@b").exists(),
                              headerRegex("Set-Cookie", "^sid=([^;]*)").exists(),
                              bodyString().transform(text -> text.contains("x")).is(true),
                              regex("id=(\\d+)").is("1"),
                              regex("(a)(b)")
                                  .captureGroups(2)
                                  .transform(groups -> groups.get(1))
                                  .exists(),
                              regex("id").exists()),
                      http("GET /a")
                          .get("/a")
                          .check(
                              status().lt(400),
                              jsonPath("$.a").saveAs("a"),
                              status().saveAs("s"),
                              responseTimeInMillis().saveAs("e")),
                      pause(Duration.ofMillis(20)),
                      pause(Duration.ofSeconds(0), Duration.ofMillis(1250)),
                      pause(Duration.ofSeconds(0), Duration.ofSeconds(34560000)),
                      pause(Duration.ofSeconds(5400), Duration.ofSeconds(7200)),
                      pause(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                      pause(
                          Duration.ofSeconds(1),
                          normalPausesWithStdDevDuration(Duration.ofMillis(333))),
                      pause(Duration.ofSeconds(61), exponentialPauses),
                      pause(Duration.ofSeconds(-1)),
                      group("list")
                          .on(
                              http("GET /a").get("/a").check(status().lt(400)),
                              group("empty").on(exec(session -> session))),
                      repeat(3)
                          .on(
                              http("GET /a").get("/a").check(status().lt(400)),
                              pause(Duration.ofMillis(5))),
                      foreach("#{posts}", "post")
                          .on(
                              http("GET /p/${post.id}")
                                  .get("/p/#{post.id}")
                                  .check(status().lt(400))),
                      doIf(
                              session -> session.contains("stock") && Double.parseDouble(String.valueOf("" + session.getString("stock"))) > 0.0)
                          .then(http("GET /a").get("/a").check(status().lt(400))),
                      doIfOrElse(
                              session -> (session.contains("stock") && Double.parseDouble(String.valueOf("" + session.getString("stock"))) > 0.0) && (session.contains("stock") && Double.parseDouble(String.valueOf("" + session.getString("stock"))) < 100000.0))
                          .then(http("GET /a").get("/a").check(status().lt(400)))
                          .orElse(
                              http("GET /b").get("/b").check(status().lt(400)),
                              randomSwitch()
                                  .on(
                                      percent(11.200000000000001)
                                          .then(exec(session -> session.markAsFailed())))),
                      doIf(
                              session -> (session.contains("a") && true) || (session.contains("b") && same(String.valueOf("" + session.getString("b")), String.valueOf("1"))) || (session.contains("c") && (same(String.valueOf("" + session.getString("c")), String.valueOf("1")) || same(String.valueOf("" + session.getString("c")), String.valueOf("x")))))
                          .then(http("GET /a").get("/a").check(status().lt(400))),
                      doIf(session -> true).then(http("GET /a").get("/a").check(status().lt(400))),
                      doIf(session -> (session.contains("a") && true))
                          .then(http("GET /a").get("/a").check(status().lt(400))),
                      doIf(
                              session -> session.contains("y") && Pattern.compile("^a").matcher(String.valueOf("" + "x " + session.getString("y"))).find())
                          .then(http("GET /a").get("/a").check(status().lt(400))),
                      randomSwitchOrElse()
                          .on(
                              percent(98.159509)
                                  .then(http("GET /a").get("/a").check(status().lt(400))),
                              percent(0.204498)
                                  .then(
                                      http("GET /b").get("/b").check(status().lt(400)),
                                      http("GET /c").get("/c").check(status().lt(400))))
                          .orElse(exec(session -> session)),
                      randomSwitch()
                          .on(percent(30.0).then(exec(session -> session.markAsFailed()))),
                      randomSwitch()
                          .on(
                              percent(33.33333333333333)
                                  .then(exec(session -> session.markAsFailed()))),
                      randomSwitch().on(percent(0.0).then(exec(session -> session.markAsFailed()))),
                      http("GET /a").get("/a").check(status().lt(400)),
                      group("g").on(http("GET /b").get("/b").check(status().lt(400))),
                      exitBlockOnFail()
                          .on(
                              http("GET /error/503").get("/error/503").check(status().lt(400)),
                              http("GET /never").get("/never").check(status().lt(400))),
                      exec(session -> session.markAsSucceeded()),
                      http("GET /last").get("/last").check(status().lt(400))));

  {
    setUp(
            steps
                .injectOpen(
                    constantUsersPerSec(50).during(Duration.ofSeconds(60)),
                    rampUsersPerSec(50).to(80.5).during(Duration.ofSeconds(120))))
        .protocols(protocol)
        .assertions(
            details("a").responseTime().percentile(95.0).lt(300),
            global().failedRequests().percent().lt(1.0));
  }

  /** Equal, as numbers where both are numbers. */
  private static boolean same(String value, String expected) {
    try {
      return value.equals(expected)
          || Double.parseDouble(value) == Double.parseDouble(expected);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
