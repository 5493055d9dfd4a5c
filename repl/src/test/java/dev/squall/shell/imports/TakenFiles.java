package dev.squall.shell.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.httpx.Httpx;
import dev.squall.httpx.RunSettings;
import dev.squall.httpx.Script;
import dev.squall.load.Users;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Problem;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of the tests, and what is asked of all that is taken. */
final class TakenFiles {
  private TakenFiles() {}

  static String text(String name) {
    try (var in = TakenFiles.class.getResourceAsStream("/imports/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Taken taken(String name) {
    return Imports.of(name, text(name));
  }

  static Scenario only(Taken taken) {
    assertThat(taken.scenarios()).hasSize(1);
    return taken.scenarios().getFirst();
  }

  static List<Request> requests(Scenario scenario) {
    return Steps.all(scenario.steps())
        .filter(Request.class::isInstance)
        .map(Request.class::cast)
        .toList();
  }

  static Request request(Taken taken, String name) {
    return requests(only(taken)).stream()
        .filter(request -> request.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " in " + requests(only(taken))));
  }

  static String leftOut(Taken taken) {
    return String.join("\n", taken.leftOut().stream().map(Problem::toString).toList());
  }

  static Plan plan(Scenario scenario) {
    return Plan.of(
        scenario,
        new Users(1).iterations(1),
        scenario.base().isEmpty()
            ? Options.DEFAULT.withBase("http://localhost:8089")
            : Options.DEFAULT);
  }

  /** As a file of our own, and back. */
  static Scenario saved(Scenario scenario) {
    var entry =
        new Script.Entry(scenario.name(), scenario, Optional.empty(), List.of(), RunSettings.NONE);
    var text = Httpx.print(List.of(entry));
    return (Scenario) Httpx.script("saved.httpx", text, Map.of()).entries().getFirst().workload();
  }
}
