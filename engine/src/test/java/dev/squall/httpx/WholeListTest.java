package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Feed;
import dev.squall.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeListTest {
  private static List<?> rows(String steps) {
    var script =
        Httpx.script(
            "t.httpx",
            """
            data words = [red, "a \\"b\\" \\\\ c", 5]
            request list {
              curl http://h/a
              extract items = $
            }
            scenario s {
              %s
            }
            """
                .formatted(steps),
            Map.of());
    var scenario = (Scenario) script.entries().getFirst().workload();
    return ((Feed.Source.Values) scenario.feeds().getFirst().source()).values();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foreach word in words { run list }",
        "data = words, foreach word in words { run list }",
        "run list optional { foreach word in words { run list } }",
        "group g { repeat 2 { foreach word in words { run list } } }",
        "if ${VU} == 1 { run list } else { foreach word in words { run list } }",
        "choose { 50% { run list }, 50% { foreach word in words { run list } } }",
        "parallel { foreach word in words { run list } }",
        "run list { foreach item in items { foreach word in words { run list } } }",
      })
  void whereStepsGoThroughAListItIsOneValue(String steps) {
    assertThat(rows(steps).stream().map(Object::toString))
        .containsExactly("[\"red\",\"a \\\"b\\\" \\\\ c\",\"5\"]");
  }

  @Test
  void elsewhereEachOfItsValuesIsARow() {
    assertThat(rows("run list { foreach item in items { run list } }")).hasSize(3);
  }
}
