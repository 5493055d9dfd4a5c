package dev.squall.shell.exports;

import static dev.squall.Squall.code;
import static dev.squall.Squall.get;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.users;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.Problem;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTextTest {
  private static final Scenario ANY = scenario("any", get("/a"));
  private static final Scenario JAVA =
      scenario("sums", code("add \"up\"", session -> {}).sets("total"));

  private static final Pattern IMPORT = Pattern.compile("^import .*;$", Pattern.MULTILINE);

  /** What is compiled as it is; of the others the methods, because that is quicker. */
  private static final Set<String> WHOLE = Set.of("name", "whole", "hostile", "goals", "java");

  @TempDir private static Path folder;

  private static final Map<String, String> TEXTS = new LinkedHashMap<>();
  private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();
  private static final Map<String, Load> LOADS = new LinkedHashMap<>();
  private static CompiledJava compiled;

  /** In one go, because a compiler takes its time to begin. */
  @BeforeAll
  static void compile() throws IOException {
    var known = new HashSet<Scenario>();
    for (var entry : Examples.entries("shop")) {
      Examples.scenarios(entry)
          .filter(known::add)
          .forEach(scenario -> add("shop", scenario, entry.load(), entry.goals()));
    }
    for (var entry : Examples.entries("httpx")) {
      Examples.scenarios(entry)
          .limit(1)
          .forEach(scenario -> add("httpx", scenario, entry.load(), entry.goals()));
    }
    var steps = Constructs.steps();
    add("step", new Scenario("all", steps, Optional.empty()), Optional.empty(), List.of());
    for (var load : Constructs.loads()) {
      add("load", ANY, Optional.of(load), List.of());
    }
    var until = users(1).during(seconds(1)).until(Constructs.goals().toArray(Goal[]::new));
    add("goals", ANY, Optional.of(until), Constructs.goals());
    for (var name : List.of("step", "object", "get", "Run", "42", "a-b c", "", "class", "load")) {
      add("name", scenario(name, get("/a")), Optional.empty(), List.of());
    }
    add("whole", Constructs.whole(), Optional.empty(), Constructs.goals());
    add("hostile", Constructs.hostile(), Optional.empty(), List.of());
    var lengthy = scenario("long", get("/a").text("\"é".repeat(50_000)));
    add("long", lengthy, Optional.empty(), List.of());
    TEXTS.put("java", Exports.of(Format.JAVA, JAVA, Optional.empty()).text());
    TEXTS.put("jsh", scripted());
    var whole = new LinkedHashMap<>(TEXTS);
    whole.keySet().removeIf(key -> !WHOLE.contains(key.replaceFirst(" .*", "")));
    var parts = new LinkedHashMap<>(TEXTS);
    parts.keySet().removeAll(whole.keySet());
    compiled = new CompiledJava(folder, whole, parts);
  }

  @AfterAll
  static void close() throws IOException {
    compiled.close();
  }

  private static void add(String kind, Scenario scenario, Optional<Load> load, List<Goal> goals) {
    var key = kind + " " + TEXTS.size();
    TEXTS.put(key, Exports.of(Format.JAVA, scenario, load, goals, true).text());
    SCENARIOS.put(key, scenario);
    load.ifPresent(how -> LOADS.put(key, how));
  }

  @Test
  void aCompiledTextIsTheSameScenario() {
    assertThat(SCENARIOS).hasSizeGreaterThan(90);
    SCENARIOS.forEach((key, scenario) ->
        assertThat(compiled.scenario(key)).as(TEXTS.get(key)).isEqualTo(scenario));
  }

  @Test
  void aCompiledTextIsTheSameLoad() {
    assertThat(LOADS).hasSizeGreaterThan(60);
    LOADS.forEach((key, load) -> assertThat(compiled.load(key)).as(TEXTS.get(key)).isEqualTo(load));
  }

  /** Lines for JShell, as JShell takes them and as a method does: two values. */
  private static String scripted() {
    var entry = Examples.entry("shop/04-shopping-flow.httpx", "shopping");
    var scenario = (Scenario) entry.workload();
    var text = Exports.of(Format.JSH, scenario, entry.load(), entry.goals(), true).text();
    var lines = text.replaceAll("(?m)^import .*\n", "").indent(4);
    return IMPORT.matcher(text).results().map(MatchResult::group).collect(joining("\n"))
        + "\n  static Scenario scripted() {\n"
        + lines
        + "    return shopping;\n  }\n  static Load load() {\n"
        + lines
        + "    return shoppingGoals.isEmpty() ? null : shoppingLoad;\n  }\n";
  }

  @Test
  void aScriptIsTheSameToo() {
    var entry = Examples.entry("shop/04-shopping-flow.httpx", "shopping");
    assertThat(compiled.scenario("jsh")).isEqualTo(entry.workload());
    assertThat(compiled.load("jsh")).isEqualTo(entry.load().orElseThrow());
  }

  @Test
  void javaInAStepIsToldAndStandsAsAStepToWriteAgain() {
    assertThat(Exports.of(Format.JAVA, JAVA, Optional.empty()).leftOut())
        .extracting(Problem::toString)
        .containsExactly("step add \"up\": Java in a step has no text\n    write its lambda again");
    assertThat(compiled.scenario("java").steps()).hasToString("[code add \"up\"]");
  }
}
