package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each production as somebody may write it, and as it is printed. */
class CanonicalTextTest {

  @ParameterizedTest
  @MethodSource({"tops", "requests", "scenarios", "steps", "loads", "comments"})
  void printsCanonically(String written, String printed) {
    assertThat(Httpx.print(Texted.good(written))).isEqualTo(printed);
    assertThat(Httpx.print(Texted.good(printed))).isEqualTo(printed);
    assertThat(Texted.good(printed)).isEqualTo(Texted.good(written));
  }

  private static Arguments of(String written, String printed) {
    return Arguments.of(written, printed);
  }

  private static Arguments request(String written, String printed) {
    return of(
        "request r {\ncurl http://a\n" + written + "\n}",
        "request r {\n  curl http://a\n" + printed.indent(2) + "}\n");
  }

  private static Arguments scenario(String written, String printed) {
    return of("scenario s {\n" + written + "\n}", "scenario s {\n" + printed.indent(2) + "}\n");
  }

  static Stream<Arguments> tops() {
    return Stream.of(
        of("", ""),
        of("\uFEFFvar a = 1\r\n", "var a = \"1\"\n"),
        of("var a = \"x\\\"y\\n\"", "var a = \"x\\\"y\\n\"\n"),
        of("var a = 'x\"\\d'", "var a = \"x\\\"\\\\d\"\n"),
        of("var a=https://h/x#y, z # why", "var a = \"https://h/x#y, z\"  # why\n"),
        of("var a = env.KEY", "var a = env.KEY\n"),
        of("var a = \"env.KEY\"", "var a = \"env.KEY\"\n"),
        of("var mail = \"user-${VU}@test.com\"", "var mail = \"user-${VU}@test.com\"\n"),
        of(
            "var a = 1\nvar b = 2\n\n\n\nvar c = 3",
            "var a = \"1\"\nvar b = \"2\"\n\nvar c = \"3\"\n"),
        of("data u = csv(\"u.csv\")", "data u = csv(\"u.csv\")\n"),
        of(
            "data u = csv('u.csv', delimiter ';', shuffled(42))",
            "data u = csv(\"u.csv\", shuffled(42), delimiter \";\")\n"),
        of("data u = json(\"u.json\", once)", "data u = json(\"u.json\", once)\n"),
        of("data u = jsonl(\"u\", unique)", "data u = jsonl(\"u\", unique)\n"),
        of("data c = [\n \"Pune\",\n Wien, 3,\n]", "data c = [\"Pune\", Wien, 3]\n"),
        of("data c = []", "data c = []\n"),
        of(
            "setup { run a }\nteardown\n{\nrun b\n}",
            "setup {\n  run a\n}\n\nteardown {\n  run b\n}\n"));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        of("request \"a b\" { curl http://a }", "request \"a b\" {\n  curl http://a\n}\n"),
        of("req a-b {\ncurl http://a\nend", "request a-b {\n  curl http://a\n}\n"),
        of(
            "req h: curl http://a -H 'X: |' | extract a=$.a, b=$.b | assert status == 200 # yes",
            """
            request h {
              curl http://a -H 'X: |'
              extract {
                a = $.a
                b = $.b
              }
              assert status == 200
            }  # yes
            """),
        of(
            "request r {\n  curl -X POST http://a \\\n    -d '{\"a\": 1,\n \"b\": 2}' # body\n}",
            "request r {\n  curl -X POST http://a -d '{\"a\": 1,\n \"b\": 2}'  # body\n}\n"),
        request("extract id = $[0].id", "extract id = $[0].id"),
        request("extract { id = $[0].id, all = $ }", "extract {\n  id = $[0].id\n  all = $\n}"),
        request(
            "extract x = $.h.X-Request-Id,\n y = $[?(@.a == \"b, c\")].d",
            "extract {\n  x = $.h.X-Request-Id\n  y = $[?(@.a == \"b, c\")].d\n}"),
        request("extract s = regex:session=([^;]+)", "extract s = regex:session=([^;]+)"),
        request("extract s = regex:\"a, b\" # c", "extract s = regex:\"a, b\"  # c"),
        request(
            "extract s = regex:a{2,3},t = cookie:sid",
            "extract {\n  s = regex:a{2,3}\n  t = cookie:sid\n}"),
        request("extract s = header:X-Request-ID", "extract s = header:X-Request-ID"),
        request("extract s = xpath://a[@b='c, d']", "extract s = xpath://a[@b='c, d']"),
        request("assert status = 200", "assert status == 200"),
        request("assert body ==#1", "assert body == \"#1\""),
        request("assert status in [200,201]", "assert status in [200, 201]"),
        request("assert latency < 500", "assert latency < 500ms"),
        request("assert latency between 10 and 1s", "assert latency between 10ms and 1s"),
        request(
            "assert { body.items.length > 0, body == ok\nbody.id == ${post.id} }",
            "assert {\n  body.items.length > 0\n  body == ok\n  body.id == ${post.id}\n}"),
        request("assert body.name != null", "assert body.name != null"),
        request(
            "assert header.content-type contains \"json\"",
            "assert header.content-type contains \"json\""),
        request("assert cookie.sid exists", "assert cookie.sid exists"),
        request("assert $.a[0]>=5", "assert $.a[0] >= 5"),
        request("assert regex:\"a=(.)\" matches '^b'", "assert regex:\"a=(.)\" matches \"^b\""),
        request("assert xpath:\"//a\" <= 2", "assert xpath:\"//a\" <= 2"),
        request(
            "retry { max_attempts = 3, backoff = exponential, base_delay = 100ms, jitter = 20% }",
            """
            retry {
              max_attempts = 3
              backoff = exponential
              base_delay = 100ms
              jitter = 0.2
            }\
            """),
        request("timeout = 1500ms", "timeout = 1.5s"),
        request("think 2s", "think 2s"));
  }

  static Stream<Arguments> scenarios() {
    return Stream.of(
        of("scenario \"a b\" {\nend", "scenario \"a b\" {}\n"),
        scenario("think_time = 1s ± 0.5s", "think_time = 500ms .. 1.5s"),
        scenario("think_time = 1s +- 500ms", "think_time = 500ms .. 1.5s"),
        scenario("cookies = shared, connections=fresh", "cookies = shared\nconnections = fresh"),
        scenario("seed = -7\npacing = 90s", "seed = -7\npacing = 1m30s"),
        scenario("data = users\ndata = cities", "data = users\ndata = cities"),
        scenario(
            "expect { p95<300, p99 of \"check out\" <= 1s, errors < 1%, errors < 0.001, rps > 50.5 }",
            """
            expect {
              p95 < 300ms
              p99 of "check out" <= 1000ms
              errors < 1%
              errors < 0.1%
              rps > 50.5
            }\
            """),
        of(
            "mix day { load 5 rps for 1m, 80% browsing, 20% \"to buy\" }",
            "mix day {\n  load 5 rps for 1m\n  80% browsing\n  20% \"to buy\"\n}\n"));
  }

  static Stream<Arguments> steps() {
    return Stream.of(
        scenario("run a->b\n  -> c optional", "run a -> b -> c optional"),
        scenario("run a -> parallel(b, c) -> d", "run a -> parallel(b, c) -> d"),
        scenario("parallel(a,\n b)", "run parallel(a, b)"),
        scenario("run a { run b { run c } }", "run a {\n  run b {\n    run c\n  }\n}"),
        scenario("parallel { run a\n run b }", "parallel {\n  run a\n  run b\n}"),
        scenario(
            "if ${a} == \"x\" and b exists or ${c} in [1, 2] { run a }\nelse if ${d} > 3 { run b }\nelse { run c }",
            """
            if ${a} == "x" and b exists or ${c} in [1, 2] {
              run a
            } else if ${d} > 3 {
              run b
            } else {
              run c
            }\
            """),
        scenario("foreach post in posts { run a }", "foreach post in posts {\n  run a\n}"),
        scenario("repeat 3 { run a }", "repeat 3 {\n  run a\n}"),
        scenario(
            "choose { 70% { run a } 30% { run b } }",
            "choose {\n  70% {\n    run a\n  }\n  30% {\n    run b\n  }\n}"),
        scenario("think 1s..3s", "think 1s .. 3s"),
        scenario("think normal(2s,500ms)", "think normal(2s, 500ms)"),
        scenario("think exponential( 1h30m )", "think exponential(1h30m)"),
        scenario("leave 5 %", "leave 5%"),
        scenario("group \"buy it\" { run a }", "group \"buy it\" {\n  run a\n}"));
  }

  static Stream<Arguments> loads() {
    return Stream.of(
        scenario("load    10 vus for 1m", "load 10 vus for 1m"),
        scenario("load 0.5 rps for 1h30m", "load 0.5 rps for 1h30m"),
        scenario("load 100 iterations with 7 vus", "load 100 iterations with 7 vus"),
        scenario("load 100 iterations with 7 vus shared", "load 100 iterations with 7 vus shared"),
        scenario("load: vus=10, duration=5m", "load {\n  vus = 10\n  duration = 5m\n}"),
        scenario(
            "load { stage { duration = 1m, vus = 10 } # up\n stage { duration = 1m, vus = 50 } }",
            """
            load {
              stage {
                duration = 1m
                vus = 10
              }  # up
              stage {
                duration = 1m
                vus = 50
              }
            }\
            """),
        scenario(
            "load { step { from = 100, by = 50, every = 30s }, until p95 > 1s or errors > 5% }",
            """
            load {
              step {
                from = 100
                by = 50
                every = 30s
              }
              until p95 > 1000ms or errors > 5%
            }\
            """),
        scenario(
            "load { daily { min = 1, mid = 2.50, max = 3, cycle = 1h, morning_ramp = 12.5% }, duration = 2h }",
            """
            load {
              daily {
                min = 1
                mid = 2.5
                max = 3
                cycle = 1h
                morning_ramp = 0.125
              }
              duration = 2h
            }\
            """),
        scenario(
            "load { rps = 10, arrivals = poisson, spike { peak = 100, at = 1m, for = 10s } }",
            """
            load {
              rps = 10
              arrivals = poisson
              spike {
                peak = 100
                at = 1m
                for = 10s
              }
            }\
            """));
  }

  static Stream<Arguments> comments() {
    return Stream.of(
        of("# a\n\n#b\nvar x = 1", "# a\n\n#b\nvar x = \"1\"\n"),
        of(
            "var x = 1\nrequest r { # c\n curl http://a/b # d\n # e\n}",
            "var x = \"1\"\n\nrequest r {\n  # c\n  curl http://a/b  # d\n  # e\n}\n"),
        scenario(
            "load {\n vus = 5   # users\n duration = 30s # long\n}",
            "load {\n  vus = 5  # users\n  duration = 30s  # long\n}"),
        scenario("run a # first\n -> b # second", "# first\nrun a -> b  # second"),
        scenario(
            "if a == b { run c } # then\n else { run d }",
            "if a == b {\n  run c\n} else {\n  # then\n  run d\n}"));
  }
}
