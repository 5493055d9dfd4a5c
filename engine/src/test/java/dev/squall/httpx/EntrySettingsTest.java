package dev.squall.httpx;

import static dev.squall.Squall.get;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What commands say of connections counts for those who send them; and files that would not end.
 */
class EntrySettingsTest {
  private static final String TEXT =
      """
      request safe { curl https://localhost:1/ --cacert a.pem }
      request other { curl https://localhost:1/ -k --cacert b.pem --resolve h:1:127.0.0.1 }
      request third { curl https://localhost:1/ --resolve h:1:127.0.0.2 }
      scenario s { run safe }
      scenario t { group g { run other } }
      mix all { 50% s
        50% t
        setup { run third } }
      """;

  private static CurlSettings settings(Script script, String name) {
    return script.entry(name).orElseThrow().settings().curl();
  }

  @Test
  void aRequestThatAScenarioDoesNotSendSaysNothingOfIt() {
    var script = Httpx.script("f", TEXT, Map.of());

    assertThat(settings(script, "s").insecure()).isFalse();
    assertThat(settings(script, "s").authorities()).contains("a.pem");
    assertThat(settings(script, "t").insecure()).isTrue();
    assertThat(settings(script, "t").authorities()).contains("b.pem");
    assertThat(settings(script, "all").insecure()).isTrue();
  }

  @Test
  void whatTwoRequestsOfOneRunSayDifferentlyIsWarnedOf() {
    assertThat(Httpx.script("f", TEXT, Map.of()).warnings())
        .extracting(warning -> warning.position() + " " + warning.what())
        .containsExactly(
            "f:2:17 --cacert counts for a whole run, and another request says something else",
            "f:3:17 --resolve counts for a whole run, and another request says something else");
  }

  @Test
  void aLongChainOfElseIfIsRefused() {
    var text =
        "request a { curl http://localhost:1/ }\nscenario s {\nif ${VU} == 0 { run a }"
            + " else if ${VU} == 1 { run a }".repeat(5000)
            + "\n}\n";

    assertThatThrownBy(() -> Httpx.script("f", text, Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("an if has more than 100 branches");
  }

  /** Each holds the next one, once or twice: 5000 deep, or 2^60 values. */
  @Test
  @Timeout(20)
  void variablesThatHoldTooManyOthersAreRefused() {
    Scenario deep = scenario("deep", get("/${v0}")).at("http://localhost:1");
    Scenario wide = scenario("wide", get("/${v0}")).at("http://localhost:1");
    for (int i = 0; i < 5000; i++) {
      deep = deep.variable("v" + i, "x${v" + (i + 1) + "}");
    }
    for (int i = 0; i < 60; i++) {
      wide = wide.variable("v" + i, "${v" + (i + 1) + "}${v" + (i + 1) + "}");
    }
    var workloads = new Scenario[] {deep.variable("v5000", "end"), wide.variable("v60", "end")};

    for (var workload : workloads) {
      assertThatThrownBy(() -> Plan.of(workload, users(1).iterations(1), Options.DEFAULT))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("the variable v0 holds too many others");
    }
  }
}
