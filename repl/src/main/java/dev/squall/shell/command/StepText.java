package dev.squall.shell.command;

import dev.squall.httpx.Httpx;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.shell.exports.Exports;
import dev.squall.shell.exports.Format;
import dev.squall.shell.probe.ProbeLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A step as text that may be changed and entered again. */
final class StepText {
  private static final Pattern PROBE = Pattern.compile("[A-Z]+\\s[\\s\\S]*");
  private static final Pattern REQUEST =
      Pattern.compile("\\s*request\\s+(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s{]+)\\s*\\{[\\s\\S]*");
  private static final Pattern HOLE = Pattern.compile("\\$\\{env\\.\\w+}");

  private StepText() {}

  /** A request's own block, or else what stands between a scenario's braces. */
  static String of(Step step) {
    return text(step, false);
  }

  private static String text(Step step, boolean keepingSecrets) {
    var alone = new Scenario("step", List.of(step), Optional.of("http://localhost"));
    var lines =
        Exports.of(Format.HTTPX, alone, Optional.empty(), List.of(), keepingSecrets)
            .text()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    var blocks =
        lines.stream()
            .takeWhile(line -> !line.startsWith("scenario"))
            .collect(Collectors.joining("\n"))
            .strip();
    return blocks.isEmpty()
        ? lines.stream()
            .dropWhile(line -> !line.startsWith("scenario"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("}"))
            .map(line -> line.replaceFirst("^ {2}", ""))
            .filter(line -> !line.startsWith("base = "))
            .collect(Collectors.joining("\n"))
        : blocks;
  }

  /**
   * The request that the changed text says.
   *
   * @throws dev.squall.problem.ProblemException with all that is wrong with it
   */
  static Request changed(Request old, String text) {
    if (PROBE.matcher(text.strip()).matches()) {
      return changed(old, ProbeLine.request("step", text.strip()));
    }
    var whole = revealed(old, text.stripTrailing());
    var request = REQUEST.matcher(whole);
    var script =
        Httpx.script(
            "step",
            request.matches()
                ? whole + "\nscenario step {\n  run " + request.group(1) + "\n}\n"
                : "scenario step {\n" + whole + "\n}\n",
            Map.of());
    var scenario = (Scenario) script.entries().getFirst().workload();
    return scenario.steps().getFirst() instanceof Request changed ? changed.named(old.name()) : old;
  }

  private static Request changed(Request old, Request probe) {
    return new Request(
        old.label(),
        probe.method(),
        probe.target(),
        probe.query(),
        probe.headers(),
        probe.credentials(),
        probe.body(),
        old.checks(),
        old.captures(),
        old.handling());
  }

  /** With the secrets that the text was shown without. */
  private static String revealed(Request old, String text) {
    var hidden = text(old, false);
    var holes = HOLE.matcher(hidden).results().map(hole -> hole.group()).toList();
    var parts = HOLE.splitAsStream(hidden).map(Pattern::quote).toList();
    var pattern = String.join("(.*?)", parts) + (hidden.endsWith("}") ? "" : "(.*?)");
    var whole = Pattern.compile(pattern, Pattern.DOTALL).matcher(text(old, true));
    var changed = text;
    if (whole.matches()) {
      for (int i = 0; i < Math.min(holes.size(), whole.groupCount()); i++) {
        changed = changed.replace(holes.get(i), whole.group(i + 1));
      }
    }
    return changed;
  }
}
