package dev.squall.shell.exports;

import static dev.squall.Squall.code;
import static dev.squall.Squall.get;
import static dev.squall.Squall.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.Problem;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTextTest {
  private static final Scenario ANY = scenario("any", get("/a"));

  @TempDir private Path folder;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
  private final Map<String, Load> loads = new LinkedHashMap<>();

  private void add(Scenario scenario, Optional<Load> load, List<Goal> goals) {
    var key = "text " + texts.size();
    texts.put(key, Exports.of(Format.JAVA, scenario, load, goals, true).text());
    scenarios.put(key, scenario);
    load.ifPresent(how -> loads.put(key, how));
  }

  private void compiledTextsMeanTheSame() throws IOException {
    try (var compiled = new CompiledJava(folder, texts)) {
      scenarios.forEach((key, scenario) ->
          assertThat(compiled.scenario(key)).as(texts.get(key)).isEqualTo(scenario));
      loads.forEach((key, load) ->
          assertThat(compiled.load(key)).as(texts.get(key)).isEqualTo(load));
    }
  }

  @Test
  void allExamplesAreTheSameScenariosAndLoadsAsJava() throws IOException {
    for (var folder : List.of("shop", "httpx")) {
      for (var entry : Examples.entries(folder)) {
        Examples.scenarios(entry)
            .forEach(scenario -> add(scenario, entry.load(), entry.goals()));
      }
    }
    assertThat(scenarios).hasSizeGreaterThan(60);
    compiledTextsMeanTheSame();
  }

  @Test
  void everyConstructIsTheSameAsJava() throws IOException {
    for (var step : Constructs.steps()) {
      add(new Scenario("one step", List.of(step), Optional.empty()), Optional.empty(), List.of());
    }
    for (var load : Constructs.loads()) {
      add(ANY, Optional.of(load), List.of());
    }
    for (var name : List.of("step", "object", "get", "Run", "42", "a-b c", "", "class", "load")) {
      add(scenario(name, get("/a")), Optional.empty(), List.of());
    }
    add(Constructs.whole(), Optional.empty(), Constructs.goals());
    add(Constructs.hostile(), Optional.empty(), List.of());
    add(scenario("long", get("/a").text("\"é".repeat(50_000))), Optional.empty(), List.of());
    compiledTextsMeanTheSame();
  }

  @Test
  void goalsAreTheSameAsJava() throws Exception {
    for (var goal : Constructs.goals()) {
      var code = JavaLoads.goal(goal);
      var load = dev.squall.Squall.users(1).during(dev.squall.Squall.seconds(1)).until(goal);
      add(ANY, Optional.of(load), List.of(goal));
      assertThat(Code.print(code, 0, 0)).doesNotContain("\n");
    }
    compiledTextsMeanTheSame();
  }

  @Test
  void jshellReadsTheScript() {
    var entry = Examples.entry("shop/04-shopping-flow.httpx", "shopping");
    var scenario = (Scenario) entry.workload();
    var text = Exports.of(Format.JSH, scenario, entry.load(), entry.goals(), true).text();
    try (var shell = JShell.builder().executionEngine("local").build()) {
      var rest = text + "System.getProperties().put(\"exported\", java.util.List.of(shopping, shoppingLoad));";
      while (!rest.isBlank()) {
        var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
        assertThat(next.completeness()).as(rest).isNotEqualTo(Completeness.UNKNOWN);
        for (var event : shell.eval(next.source())) {
          assertThat(event.status()).as(next.source()).isEqualTo(Snippet.Status.VALID);
        }
        rest = next.remaining();
      }
      assertThat(System.getProperties().remove("exported"))
          .isEqualTo(List.of(scenario, entry.load().orElseThrow()));
    }
  }

  @Test
  void javaInAStepIsToldAndStandsAsAStepToWriteAgain() throws IOException {
    var scenario = scenario("sums", code("add \"up\"", session -> {}).sets("total"));
    var exported = Exports.of(Format.JAVA, scenario, Optional.empty());
    assertThat(exported.leftOut())
        .extracting(Problem::toString)
        .containsExactly(
            "step add \"up\": Java in a step has no text\n    write its lambda again");
    try (var compiled = new CompiledJava(folder, Map.of("sums", exported.text()))) {
      assertThat(compiled.scenario("sums").steps()).hasToString("[code add \"up\"]");
    }
  }
}
