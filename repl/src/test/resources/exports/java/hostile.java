// a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , written by Squall.
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_PASSWORD_2=…
// Before it runs: export SQUALL_PASSWORD_3=…
// Before it runs: export SQUALL_PASSWORD_4=…
// Run it: java --class-path "$(./squall classpath)" ABCDEXFGHIJKLMNScriptU0041End.java
import static dev.squall.Squall.*;

import dev.squall.load.Load;
import dev.squall.scenario.Body;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Credentials;
import dev.squall.scenario.Handling;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Template;
import java.util.List;
import java.util.Optional;

public final class ABCDEXFGHIJKLMNScriptU0041End {
  private ABCDEXFGHIJKLMNScriptU0041End() {}

  public static void main(String... args) {
    var results = run(aBCDEXFGHIJKLMNScriptU0041End(), load());
    IO.println(report(results));
    judge(results, p95().of("a").isBelow(millis(300)), errorRate().isBelow(percent(1)));
  }

  static Scenario aBCDEXFGHIJKLMNScriptU0041End() {
    return scenario(
            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
            post(
                    "/a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                .named(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                .query(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                .header(
                    "X-a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                .basic(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    "${env.SQUALL_PASSWORD}${x}${env.SQUALL_PASSWORD_2}$g$$h${env.SQUALL_PASSWORD_3}")
                .json(
                    """
                    {"a": "a"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
                    \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "}\
                    """)
                .check(
                    jsonPath(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                        .is(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                    jsonPath(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                        .contains(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                    jsonPath(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                        .matches(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                    header(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                        .in(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                    xpath(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                        .isNot(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                    cookie(
                            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                        .exists(),
                    regex(
                            "(a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                        .exists())
                .extract(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    jsonPath(
                        "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")),
            post("/b")
                .named(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end 1")
                .text(
                    """
                    a"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
                    \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end\s\
                    """),
            post("/c")
                .named(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end 2")
                .field(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
            post("/d")
                .named(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end 3")
                .part(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
                .filePart(
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                    "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
            new Request(
                Optional.of("with a body"),
                "POST",
                new Template("/a"),
                List.of(new Body.Field("q", new Template("1"))),
                List.of(new Header("X", new Template("y"))),
                Optional.of(
                    new Credentials(new Template("u"), new Template("${env.SQUALL_PASSWORD_4}"))),
                new Body.WrittenForm(
                    new Template(
                        """
                        a"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
                        \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end\s\
                        """)),
                List.of(status().is(200)),
                List.of(new Capture("a", body())),
                new Handling(
                    Optional.of(seconds(1)),
                    Optional.empty(),
                    false,
                    Optional.of(attempts(2)))),
            group(
                "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                get("/e")),
            forEach(
                "item",
                "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                get("/f")),
            when(
                variable("x")
                    .is(
                        "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "),
                get("/g")))
        .header(
            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
            "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ")
        .variable(
            "x",
            """
            a"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
            \r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end\s\
            """)
        .feed(
            values(
                "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end ",
                "a\"b'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\000\033\u2028é😀\ud800 \\u0041 \"\"\" end "))
        .at("http://localhost:8089");
  }

  static Load load() {
    return perSecond(50)
        .during(minutes(1))
        .rampTo(80.5, minutes(2))
        .until(p95().isAbove(millis(900)));
  }
}
