package dev.squall.shell.maven;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.building.SettingsProblem;

/** Settings that cannot be read. */
final class Unsettled {
  private Unsettled() {}

  static RuntimeException of(IllegalStateException failed, Path user) {
    if (failed.getCause() instanceof SettingsBuildingException settings) {
      return new ProblemException(
          settings.getProblems().stream().map(problem -> problem(problem, user)).toList());
    }
    return failed.getCause() instanceof RuntimeException cause
        ? new ProblemException(
            List.of(
                new Problem(
                    Position.in("%maven"),
                    "Maven's resolver does not start: "
                        + Coordinates.visible("" + cause.getMessage()),
                    "its settings are in " + user.resolve("settings.xml"))))
        : failed;
  }

  private static Problem problem(SettingsProblem problem, Path user) {
    var source = problem.getSource().isEmpty() ? user + "/settings.xml" : problem.getSource();
    return new Problem(
        problem.getLineNumber() > 0
            ? new Position.InFile(
                source, problem.getLineNumber(), Math.max(1, problem.getColumnNumber()))
            : Position.in(source),
        Coordinates.visible(problem.getMessage()),
        "Maven's settings have to be right before it can say where jars are");
  }
}
