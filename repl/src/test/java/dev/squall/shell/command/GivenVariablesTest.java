package dev.squall.shell.command;

import static dev.squall.Squall.get;
import static dev.squall.Squall.jsonPath;
import static dev.squall.Squall.once;
import static dev.squall.Squall.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.scenario.Given;
import dev.squall.scenario.Scenario;
import dev.squall.shell.LoopbackServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenVariablesTest {
  @Test
  void whatStepsLackIsGiven() {
    try (var server = new LoopbackServer()) {
      var asks = scenario("s", get("/products/${id}?q=${text}")).at(server.url());
      var with =
          GivenVariables.in(asks, Map.of("id", "prod-7", "text", "costs$5${id}"), Options.DEFAULT);
      once(with);
      assertThat(URI.create(server.last())).hasPath("/products/prod-7").hasQuery("q=costs$5${id}");
    }
  }

  @Test
  void whatAStepSetsItselfIsItsOwn() {
    var sets =
        scenario("s", get("/a").extract("id", jsonPath("$.id")), get("/b/${id}/${token}"))
            .at("http://127.0.0.1:1");
    var values = new LinkedHashMap<>(Map.of("id", "mine"));
    values.put("token", "t");
    var with = (Scenario) GivenVariables.in(sets, values, Options.DEFAULT);
    assertThat(with.variables()).extracting(Given::name).containsExactly("token");
  }

  @Test
  void aVariableOfTheScenarioCounts() {
    var has = scenario("s", get("/${id}")).at("http://127.0.0.1:1").variable("id", "own");
    var with = (Scenario) GivenVariables.in(has, Map.of("id", "mine"), Options.DEFAULT);
    assertThat(with.variables()).extracting(given -> given.value().text()).containsExactly("own");
  }
}
