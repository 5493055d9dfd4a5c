package dev.squall.shell.imports;

import dev.squall.httpx.Httpx;
import dev.squall.httpx.RunSettings;
import dev.squall.httpx.Script;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scenarios of a {@code .httpx} file. */
final class HttpxReader {
  private HttpxReader() {}

  static Taken read(String file, String text) {
    var script = Httpx.script(file, text, Map.of());
    var findings = new Findings(file);
    script.warnings().forEach(findings::add);
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (var entry : script.entries()) {
      switch (entry.workload()) {
        case Scenario scenario -> scenarios.put(scenario.name(), scenario);
        case Mix mix -> {
          mix.shares()
              .forEach(share -> scenarios.putIfAbsent(share.scenario().name(), share.scenario()));
          findings.add(
              "mix " + mix.name(),
              "its scenarios are taken, how they are mixed is not",
              "run the file to have all of it");
        }
      }
      rest(entry, findings);
    }
    return new Taken("httpx", new ArrayList<>(scenarios.values()), findings.all());
  }

  private static void rest(Script.Entry entry, Findings findings) {
    var rest = new ArrayList<String>();
    entry.load().ifPresent(load -> rest.add("load " + load));
    entry.goals().forEach(goal -> rest.add("goal " + goal));
    if (!entry.settings().equals(RunSettings.NONE)) {
      rest.add("settings of the run");
    }
    if (!rest.isEmpty()) {
      findings.add(
          entry.name(),
          "not taken, for steps have none: " + Shown.text(String.join(", ", rest)),
          "run the file to have all of it");
    }
  }
}
