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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Good files with a few characters changed are understood, or told in problems: never a bug. */
class MutatedFilesTest {
  private static final int TEXTS = Integer.getInteger("squall.httpx.mutants", 1000);

  private static final List<String> PIECES =
      List.of(
          "\"", "'", "{", "}", "${", "$", "\\", "\n", " ", "-", "=", "|", ",", "#", "0", "@", "%");

  private static List<String> files() throws IOException {
    var texts = new ArrayList<String>();
    for (var folder : List.of("../examples/httpx", "../examples/shop")) {
      try (var files = Files.list(Path.of(folder))) {
        for (var file :
            files.filter(each -> each.toString().endsWith(".httpx")).sorted().toList()) {
          texts.add(Files.readString(file).replace("examples/data/", "../examples/data/"));
        }
      }
    }
    return texts;
  }

  private static String mutated(String text, Random random) {
    var mutant = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutant.length());
      int to = Math.min(mutant.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutant.delete(at, to);
        case 1 -> mutant.insert(at, mutant.substring(at, to));
        case 2 -> mutant.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default ->
            mutant.setCharAt(
                at,
                (char)
                    (random.nextInt(30) > 0 ? ' ' + random.nextInt(95) : random.nextInt(0xFFFF)));
      }
    }
    return mutant.toString();
  }

  @Test
  void areAFileOrItsProblems() throws IOException {
    var random = new Random(7);
    var files = files();
    int good = 0;
    int refused = 0;
    for (int i = 0; i < TEXTS; i++) {
      var text = mutated(files.get(random.nextInt(files.size())), random);
      try {
        var script = Httpx.script("mutant.httpx", text, Map.of());
        var problems = script.placed(found(script));
        problems.forEach(problem -> assertThat(problem.toString()).isNotBlank());
        good += problems.isEmpty() ? 1 : 0;
      } catch (ProblemException e) {
        refused++;
        assertThat(e.problems()).isNotEmpty();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("text " + i + ":\n" + text, e);
      }
    }
    // Of both there are many, or nothing was tried.
    assertThat(good).isGreaterThan(TEXTS / 20);
    assertThat(refused).isGreaterThan(TEXTS / 20);
  }

  private static Map<String, List<Problem>> found(Script script) {
    var found = new LinkedHashMap<String, List<Problem>>();
    script
        .first()
        .ifPresent(entry -> {
          try {
            var load = entry.load().orElse(users(1).iterations(1));
            Plan.of(entry.workload(), load, Options.of(settings(entry)));
          } catch (ProblemException e) {
            found.put(entry.name(), e.problems());
          }
        });
    return found;
  }
}
