package dev.squall.httpx;

import static dev.squall.Squall.settings;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What only the plan of a run finds is told with its place in the file. */
class PlacesTest {
  private static List<Problem> found(Script.Entry entry) {
    try {
      Plan.of(
          entry.workload(),
          entry.load().orElse(users(1).iterations(1)),
          Options.of(settings(entry)));
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  private static String told(String text) {
    var script = Httpx.script("f", text, Map.of());
    var found = new LinkedHashMap<String, List<Problem>>();
    script.entries().forEach(entry -> found.put(entry.name(), found(entry)));
    return script.placed(found).stream()
        .map(problem -> problem.position() + " " + problem.what() + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void anUnknownVariableIsFoundWhereverItStands() {
    assertThat(
            told(
                """
                var who = "x ${inVar}"
                request a { curl http://localhost:1/${inPath}?q=${who} -H "X: a${inHeader}" -d '
                  {"a": "${inBody}"}'
                  assert body.x == ${inCheck}
                }
                scenario s {
                  if ${inIf} == 1 { run a }
                  foreach x in inLoop { run a }
                }
                """))
        .isEqualTo(
            """
            f:1:14 no step extracts a variable inVar
            f:2:37 no step extracts a variable inPath
            f:2:64 no step extracts a variable inHeader
            f:3:10 no step extracts a variable inBody
            f:4:20 no step extracts a variable inCheck
            f:7:6 no step extracts a variable inIf
            f:8:3 no step extracts a variable inLoop
            """);
  }

  @Test
  void whatSeveralScenariosShareIsToldOnceAndWhereItIsNotAllOfThem() {
    assertThat(
            told(
                """
                request list { curl http://localhost:1/
                  extract id = $.id }
                request one { curl http://localhost:1/${id}?x=${nope} }
                scenario good { run list }
                scenario bad { run one }
                scenario worse { run one -> list }
                scenario fine { run list }
                """))
        .isEqualTo(
            """
            f:3:39 no step extracts a variable id (in bad)
            f:3:39 the variable id is used before any step extracts it (in worse)
            f:3:47 no step extracts a variable nope (in bad, worse)
            """);
  }

  @Test
  void rowsThatCannotBeReadAreNoReasonToDoubtTheirColumns() {
    assertThat(
            told(
                """
                data users = csv("nowhere.csv")
                request a { curl http://localhost:1/${name}?i=${item.id} }
                scenario s { run a }
                scenario t { run a }
                """))
        .isEqualTo("f:1:1 there is no file nowhere.csv\n");
  }

  @Test
  void aMisspeltBaseIsOneProblem() {
    assertThat(
            told(
                """
                var base = http://localhost:1
                request a { curl ${bas}/x }
                scenario s { run a }
                """))
        .isEqualTo("f:2:18 no step extracts a variable bas\n");
  }

  @Test
  void aLoadIsFoundInItsScenario() {
    assertThat(
            told(
                """
                request a { curl http://localhost:1/ }
                scenario s {
                  load 10 vus for 0s
                  run a
                }
                """))
        .isEqualTo("f:3:3 a load cannot last 0s\n");
  }

  /** Advice that a file cannot follow is none. */
  @Test
  void adviceIsInTheWordsOfAFile() {
    var script =
        Httpx.script(
            "f",
            """
            request a { curl /a }
            request b { curl http://localhost:1/ -H 'Authorization: x' -u a:b }
            scenario s {
              load 0 vus for 0s
              run a -> b
              leave 30%
              setup { leave 30% }
            }
            scenario t {
              load 0 rps for 1s
              pacing = 1s
              run b
            }
            """,
            Map.of());
    var found = new LinkedHashMap<String, List<Problem>>();
    script.entries().forEach(entry -> found.put(entry.name(), found(entry)));

    assertThat(script.placed(found))
        .isNotEmpty()
        .allSatisfy(problem ->
            assertThat(problem.what() + problem.hint())
                .doesNotContainPattern(
                    "seconds\\(|users\\(|perSecond\\(|at\\(\"|\\.basic|\\.pacing|leave\\("));
  }

  @Test
  void whatIsNowhereInTheFileKeepsItsOwnPlace() {
    var script = Httpx.script("f", "request a { curl http://localhost:1/ }", Map.of());
    var elsewhere = new Problem(Position.in("options"), "nothing of the file", "");

    assertThat(script.placed(Map.of("nobody", List.of(elsewhere)))).containsExactly(elsewhere);
  }
}
