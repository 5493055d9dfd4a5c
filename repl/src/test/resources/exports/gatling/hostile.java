// a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , written by Squall for Gatling 3.13 or later:
// src/test/java/ABCDEXFGHIJKLMNScriptU0041EndSimulation.java of a project with Gatling's plugin.
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_PASSWORD_2=…
// Before it runs: export SQUALL_PASSWORD_3=…
// Before it runs: export SQUALL_PASSWORD_4=…
// step a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : Gatling cannot check that header a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  in a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
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

public class ABCDEXFGHIJKLMNScriptU0041EndSimulation extends Simulation {
  HttpProtocolBuilder protocol =
      http.baseUrl("http://localhost:8089");

  ScenarioBuilder aBCDEXFGHIJKLMNScriptU0041End =
      scenario(
              "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
          .exec(
              exec(
                  session -> session
                      .set("SQUALL_PASSWORD", System.getenv("SQUALL_PASSWORD"))
                      .set("SQUALL_PASSWORD_2", System.getenv("SQUALL_PASSWORD_2"))
                      .set("SQUALL_PASSWORD_3", System.getenv("SQUALL_PASSWORD_3"))
                      .set("SQUALL_PASSWORD_4", System.getenv("SQUALL_PASSWORD_4"))))
          .feed(
              listFeeder(
                      List.of(
                          Map.<String, Object>ofEntries(Map.entry("a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ", "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")),
                          Map.<String, Object>ofEntries(Map.entry("a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ", "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "))))
                  .circular())
          .exec(
              exitBlockOnFail()
                  .on(
                      http(
                              "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .post(
                              "/a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .queryParam(
                              "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .header(
                              "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .header(
                              "X-a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .header("Content-Type", "application/json")
                          .basicAuth(
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "#{SQUALL_PASSWORD}a\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end #{SQUALL_PASSWORD_2}$g$$h#{SQUALL_PASSWORD_3}")
                          .body(
                              StringBody(
                                  """
                                  {"a": "a"b'c\\d`ea"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>
                                  \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>
                                  \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "}\
                                  """))
                          .check(
                              status().lt(400),
                              jsonPath(
                                      "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .isEL(
                                      "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                              jsonPath(
                                      "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .transformWithSession(
                                      (text, session) -> text.contains("" + "a\"b'c\\d`ea\"b'c\\d`e" + session.getString("x") + "f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "))
                                  .is(true),
                              jsonPath(
                                      "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .transform(
                                      text -> Pattern.compile("a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ").matcher(text).find())
                                  .is(true),
                              xpath(
                                      "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .notEL(
                                      "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                              headerRegex(
                                      "Set-Cookie",
                                      "^a\\\"b\\'c\\\\d\\`e\\$\\{x\\}f\\$g\\$\\$h\\#\\{i\\}j\\{\\{k\\}\\}l\\*\\/m\\/\\/n\\<\\!\\-\\-\\<\\/script\\>\\\n\\\r\\\t\\\000\\\033\\\u2028\\é\\😀\\\ud800\\ \\\\u0041\\ \\\"\\\"\\\"\\ end\\ =([^;]*)")
                                  .exists(),
                              regex(
                                      "(a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .exists(),
                              jsonPath(
                                      "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .ofList()
                                  .saveAs(
                                      "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")),
                      http(
                              "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end 1")
                          .post("/b")
                          .header(
                              "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .header("Content-Type", "text/plain; charset=utf-8")
                          .body(
                              StringBody(
                                  """
                                  a"b'c\\d`ea"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>
                                  \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>
                                  \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end\s\
                                  """))
                          .check(status().lt(400)),
                      http(
                              "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end 2")
                          .post("/c")
                          .header(
                              "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .formParam(
                              "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .check(status().lt(400)),
                      http(
                              "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end 3")
                          .post("/d")
                          .header(
                              "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                              "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .bodyPart(
                              StringBodyPart(
                                  "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                                  "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "))
                          .bodyPart(
                              RawFileBodyPart(
                                      "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                                      "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .fileName("u0041 \"\"\" end ")
                                  .contentType(
                                      "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "))
                          .asMultipartForm()
                          .check(status().lt(400)),
                      tryMax(2)
                          .on(
                              http("with a body")
                                  .post("/a")
                                  .queryParam("q", "1")
                                  .header(
                                      "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                                      "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .header("X", "y")
                                  .header("Content-Type", "application/x-www-form-urlencoded")
                                  .basicAuth("u", "#{SQUALL_PASSWORD_4}")
                                  .body(
                                      StringBody(
                                          """
                                          a"b'c\\d`ea"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>
                                          \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>
                                          \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end\s\
                                          """))
                                  .requestTimeout(Duration.ofSeconds(1))
                                  .check(status().is(200), bodyString().saveAs("a"))),
                      group(
                              "a\"b'c\\d`e${x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                          .on(
                              http("GET /e")
                                  .get("/e")
                                  .header(
                                      "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                                      "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .check(status().lt(400))),
                      foreach(
                              "#{a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end }",
                              "item")
                          .on(
                              http("GET /f")
                                  .get("/f")
                                  .header(
                                      "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                                      "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .check(status().lt(400))),
                      doIf(
                              session -> session.contains("x") && same(String.valueOf("" + "a\"b'c\\d`e" + session.getString("x") + "f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "), String.valueOf("" + "a\"b'c\\d`ea\"b'c\\d`e" + session.getString("x") + "f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")))
                          .then(
                              http("GET /g")
                                  .get("/g")
                                  .header(
                                      "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                                      "a\"b'c\\d`ea\"b'c\\d`e#{x}f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end f$g$$h##{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                                  .check(status().lt(400)))));

  {
    setUp(
            aBCDEXFGHIJKLMNScriptU0041End
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
