package dev.squall.shell.exports;

import dev.squall.Squall;
import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Scenarios as text of other tools. */
public final class Exports {
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private Exports() {}

  /**
   * A scenario without its secrets, as a format has it. What cannot be said is in {@link
   * Exported#leftOut()}, and nothing is thrown for it.
   */
  public static Exported of(Format format, Scenario scenario, Optional<Load> load) {
    return of(format, scenario, load, List.of(), false);
  }

  /**
   * A scenario, its load and its goals as a format has them.
   *
   * @param goals what would be good enough, where the format can say it
   * @param keepingSecrets whether values under names such as {@code password} stay in the text
   */
  public static Exported of(
      Format format,
      Scenario scenario,
      Optional<Load> load,
      List<Goal> goals,
      boolean keepingSecrets) {
    var hidden = Secrecy.of(scenario, keepingSecrets);
    var notes = new Notes();
    var material = new Material(hidden.scenario(), load, goals, hidden.secrets());
    var text =
        switch (format) {
          case JAVA -> new JavaText(material, notes).type();
          case JSH -> new JavaText(material, notes).script();
          case HTTPX -> httpx(material, notes);
          case K6 -> K6Text.print(material, notes);
          case GATLING -> GatlingText.print(material, notes);
          case HURL -> HurlText.print(material, notes);
          case CURL -> CurlText.print(material, notes);
        };
    var leftOut = new ArrayList<>(hidden.notes());
    leftOut.addAll(notes.all());
    return new Exported(writable(text), leftOut, hidden.secrets());
  }

  /** Half a character is none that a file could hold. */
  private static String writable(String text) {
    return HALF.matcher(text).replaceAll("\ufffd");
  }

  /** What has no words there makes it no text at all: then all of it is a comment that says so. */
  private static String httpx(Material of, Notes notes) {
    var goals = of.goals().toArray(Goal[]::new);
    var head =
        of.secrets().stream()
            .map(secret -> "# before it runs: " + secret.export() + "\n")
            .collect(Collectors.joining());
    try {
      return head
          + of.load()
              .map(load -> Squall.toHttpx(of.scenario(), load, goals))
              .orElseGet(() -> Squall.toHttpx(of.scenario(), goals));
    } catch (ProblemException e) {
      return e.problems().stream()
          .map(problem -> "# " + untold(problem, notes) + "\n")
          .collect(Collectors.joining("", "# nothing is written:\n", ""));
    }
  }

  private static String untold(Problem problem, Notes notes) {
    return notes.add(problem.position().toString(), problem.what(), problem.hint());
  }
}
