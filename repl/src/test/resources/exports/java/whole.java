// whole " thing, written by Squall.
// Run it: java --class-path "$(./squall classpath)" WholeThing.java
import static dev.squall.Squall.*;

import dev.squall.load.Load;
import dev.squall.scenario.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

public final class WholeThing {
  private WholeThing() {}

  public static void main(String... args) {
    var results = run(wholeThing(), load());
    IO.println(report(results));
    judge(results, p95().of("a").isBelow(millis(300)), errorRate().isBelow(percent(1)));
  }

  static Scenario wholeThing() {
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
        .feed(values("one", (Object) null).shuffled(1099511627776L))
        .feed(
            rows(
                List.of(
                    Map.of("a", 1, "b", "x"),
                    new java.util.HashMap<String, Object>() {{ put("a", 2); put("b", null); }})))
        .pacing(seconds(10))
        .at("http://localhost:8089");
  }

  static Load load() {
    return perSecond(50)
        .during(minutes(1))
        .rampTo(80.5, minutes(2))
        .until(p95().isAbove(millis(900)));
  }
}
