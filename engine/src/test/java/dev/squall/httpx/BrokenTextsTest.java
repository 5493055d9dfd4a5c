package dev.squall.httpx;

import static dev.squall.Squall.settings;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each text of {@code examples/httpx/broken} has exactly the problems that stand beside it. */
class BrokenTextsTest {

  static Stream<Path> texts() throws IOException {
    try (var files = Files.list(Path.of("../examples/httpx/broken"))) {
      return files.filter(file -> file.toString().endsWith(".httpx")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tellsAllOfItAndNothingElse(Path file) throws IOException {
    var beside = Path.of(file.toString().replace(".httpx", ".problems"));
    assertThat(told(file)).isEqualTo(Files.readString(beside));
  }

  /** As {@code squall check} tells it. */
  private static String told(Path file) throws IOException {
    return problems(file).stream().map(problem -> problem + "\n").collect(Collectors.joining());
  }

  private static List<Problem> problems(Path file) throws IOException {
    try {
      var script = Httpx.script(file.getFileName().toString(), Files.readString(file), Map.of());
      var found = new LinkedHashMap<String, List<Problem>>();
      script.entries().forEach(entry -> found.put(entry.name(), foundByThePlan(entry)));
      return script.placed(found);
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  private static List<Problem> foundByThePlan(Script.Entry entry) {
    try {
      var load = entry.load().orElseGet(() -> users(1).iterations(1));
      Plan.of(entry.workload(), load, Options.of(settings(entry)));
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  @Test
  void theFolderIsNotEmpty() throws IOException {
    assertThat(texts()).hasSizeGreaterThan(10);
  }

  @Test
  void aLineWithACarriageReturnIsShownWithoutIt() {
    assertThat(Texted.problems("var a = 1\r\nwhat\r\n").getFirst())
        .hasToString(
            """
            t.httpx:2:1: `what` begins nothing that a file has
                what
                ^
                here may stand data, mix, req, request, scenario, setup, teardown, var\
            """);
  }

  @Test
  void manyProblemsEndSomewhere() {
    assertThat(Texted.problems("what\n".repeat(5000))).hasSize(1000);
  }
}
