// whole " thing, written by Squall for Gatling 3.13 or later:
// src/test/java/WholeThingSimulation.java of a project with Gatling's plugin.
// scenario whole " thing: a user of Gatling's performs one iteration
// scenario whole " thing: Gatling shuffles rows once and by itself
// scenario whole " thing: Gatling reads no lines of JSON
// scenario whole " thing: Gatling keeps no row for a user
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

public class WholeThingSimulation extends Simulation {
  /** What the setup extracted. */
  private static final Map<String, Object> SHARED = new ConcurrentHashMap<>();
  HttpProtocolBuilder protocol =
      http.baseUrl("http://localhost:8089");

  ScenarioBuilder before =
      scenario("before")
          .exec(session -> session.set("VU", session.userId()))
          .exitBlockOnFail()
          .on(
              http("POST /login")
                  .post("/login")
                  .header("X-All", "#{VU}")
                  .check(status().lt(400), jsonPath("$.token").saveAs("token")),
              exec(session -> { SHARED.put("token", session.get("token")); return session; }));

  ScenarioBuilder wholeThing =
      scenario("whole \" thing")
          .exec(exec(session -> session.setAll(SHARED)))
          .exec(exec(session -> session.set("VU", session.userId())))
          .feed(separatedValues("a.csv", ';').shuffle().circular())
          .feed(separatedValues("b.csv", '\'').shuffle().circular())
          .feed(jsonFile("a.json").queue())
          .feed(jsonFile("a.json").random())
          .feed(jsonFile("a.jsonl").shuffle())
          .feed(jsonFile("a.jsonl").circular())
          .feed(
              listFeeder(
                      List.of(
                          Map.<String, Object>ofEntries(Map.entry("term", "laptop")),
                          Map.<String, Object>ofEntries(Map.entry("term", "1")),
                          Map.<String, Object>ofEntries(Map.entry("term", "2")),
                          Map.<String, Object>ofEntries(Map.entry("term", "1.5")),
                          Map.<String, Object>ofEntries(Map.entry("term", "true")),
                          Map.<String, Object>ofEntries(Map.entry("term", "null")),
                          Map.<String, Object>ofEntries(Map.entry("term", "c")),
                          Map.<String, Object>ofEntries(Map.entry("term", "1.50"))))
                  .circular())
          .feed(
              listFeeder(List.of(Map.<String, Object>ofEntries(Map.entry("one", "null"))))
                  .shuffle()
                  .circular())
          .feed(
              listFeeder(
                      List.of(
                          Map.<String, Object>ofEntries(Map.entry("a", "1"), Map.entry("b", "x")),
                          Map.<String, Object>ofEntries(Map.entry("a", "2"), Map.entry("b", "null"))))
                  .circular())
          .exec(
              exitBlockOnFail()
                  .on(
                      http("GET /${id}")
                          .get("/user-#{randomUuid()}")
                          .header("X-All", "#{VU}")
                          .check(status().lt(400))));

  ScenarioBuilder after =
      scenario("after")
          .exec(session -> session.setAll(SHARED))
          .exec(session -> session.set("VU", session.userId()))
          .exitBlockOnFail()
          .on(http("POST /logout").post("/logout").header("X-All", "#{VU}").check(status().lt(400)));

  {
    setUp(
            before.injectOpen(atOnceUsers(1))
                .andThen(
                    wholeThing
                        .injectOpen(
                            constantUsersPerSec(50).during(Duration.ofSeconds(60)),
                            rampUsersPerSec(50).to(80.5).during(Duration.ofSeconds(120)))
                        .andThen(after.injectOpen(atOnceUsers(1)))))
        .protocols(protocol)
        .assertions(
            details("a").responseTime().percentile(95.0).lt(300),
            global().failedRequests().percent().lt(1.0));
  }
}
