package dev.squall.plan;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Load;
import dev.squall.scenario.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static String text(Workload workload, Load load) {
    return PlanText.of(Plan.of(workload, load, Options.DEFAULT), List.of(p95().isBelow(millis(5))));
  }

  @Test
  void everyKindOfStepHasALine() {
    var scenario =
        scenario(
                "all",
                get("/list").named("list").extract("ids", jsonPath("$.ids[*]")),
                group("inside", pause(millis(10), millis(30))),
                repeat(2, get("/again").timeout(seconds(2))),
                forEach("id", "ids", get("/one/${id}").retry(attempts(3).linear(millis(50)))),
                when(variable("kind").is("a"), get("/a")).otherwise(get("/b")),
                choose(weight(30, get("/c")), weight(70, get("/d"))),
                parallel(get("/e"), get("/f").check(status().in(200, 404))),
                optional(get("/g")),
                leave(0.125),
                code("sets", _ -> {}).sets("other"),
                get("/h/${other}").header("X-Id", "${UUID} $COUNTER ${random(1,5)} ${env.HOME}"))
            .feed(rows(List.of(Map.of("kind", "a"), Map.of("kind", "b"))))
            .variable("password", "very ${kind}")
            .setup(post("/reset"))
            .teardown(delete("/reset"))
            .pacing(seconds(1))
            .at("http://localhost:1");

    assertThat(text(scenario, users(2).during(seconds(10))))
        .isEqualTo(
            """
            scenario all
              load      2 users for 10s
              expected  at least 8 requests an iteration, depending on answers;
                        at most about 22 iterations, for each takes 1 s without its requests
              asks      http://localhost:1
              settings  cookies of each user, connections kept, seed 42
              goals     p95 below 5 ms
              pacing    each user begins one every 1 s

            setup, once
              POST /reset

            steps
              list  GET /list
                  extract ids from jsonPath $.ids[*]
              group inside
                pause 0.01s .. 0.03s
              repeat 2 times
                GET /again
                    at most 2s
              for each id in ids
                GET /one/${id}
                    up to 3 attempts, linear from 0.05s
              if ${kind} is a
                GET /a
              else
                GET /b
              choose one of 2
                30 %
                  GET /c
                70 %
                  GET /d
              at the same time
                GET /e
                GET /f
                    check status in 200, 404
              optional
                GET /g
              leave 12.5 %
              code sets
              GET /h/${other}

            teardown, once
              DELETE /reset

            variables
              password     given, …
              kind         rows(2), 2 rows
              ids          found by list at jsonPath $.ids[*]
              id           each item of ids
              other        set by code sets
              random(1,5)  drawn
              env.HOME     the environment
              UUID         built in
              COUNTER      built in
            """);
  }

  @Test
  void aMixHasItsSharesAndTheirExpectations() {
    var mix =
        mix(
                "day",
                share(3, scenario("read", get("/r"), pause(seconds(2)))),
                share(1, scenario("write", post("/w"), post("/w2"), pause(seconds(6)))))
            .at("http://localhost:1");

    assertThat(text(mix, perSecond(10).during(seconds(60))))
        .contains("  expected  1 to 2 requests an iteration, 1.3 on average;\n")
        .contains("            600 iterations, 750 requests\n")
        .contains("\n75 % read\n\nsteps\n  GET /r\n  pause 2s\n\n25 % write\n");
    assertThat(text(mix, users(3).during(seconds(60))))
        .contains(
            "at most about 63 iterations, 78.8 requests, for each takes 3 s without its requests");
    assertThat(text(mix, users(3).iterations(8))).contains("8 iterations, 10 requests\n");
    assertThat(text(mix, perSecond(10).during(seconds(6)).until(errorRate().isAbove(0.5))))
        .contains("at most 60 iterations, 75 requests\n");
  }
}
