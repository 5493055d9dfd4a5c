package dev.squall.cli;

import dev.squall.httpx.Script;
import dev.squall.load.Load;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Nearest;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which of what a {@code .httpx} file has. */
final class EntryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The .httpx file.")
  private Path file = Path.of("");

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Which one (the first mix, else scenario).")
  private @Nullable String scenario;

  @Mixin private FileOptions instead;

  EntryOptions() {
    spec = CommandSpec.create(); // replaced by picocli
    instead = new FileOptions();
  }

  /**
   * What is to be run.
   *
   * @param others names of what else there is
   */
  record Chosen(Script script, Script.Entry entry, List<String> others) {
    /**
     * The plan of it.
     *
     * @throws ProblemException with places in the file
     */
    Plan plan(Load load, List<dev.squall.plan.Option> options) {
      try {
        return Plan.of(
            entry.workload(), load, Options.of(options.toArray(dev.squall.plan.Option[]::new)));
      } catch (ProblemException e) {
        boolean ownLoad = entry.load().equals(Optional.of(load));
        var ours = new ArrayList<Problem>();
        var ofFile = new ArrayList<Problem>();
        for (var problem : e.problems()) {
          (isSaid(problem, ownLoad) ? ours : ofFile).add(problem);
        }
        ours.addAll(script.placed(Map.of(entry.name(), ofFile)));
        throw new ProblemException(ours);
      }
    }

    /** On the command line, and not in the file. */
    private static boolean isSaid(Problem problem, boolean ownLoad) {
      return problem.position().equals(Position.in("options"))
          || (!ownLoad && problem.position().equals(Position.in("load")));
    }

    /** Said where nobody chose. */
    void tellOthers(PrintWriter screen) {
      if (!others.isEmpty()) {
        screen.println(
            others.stream()
                .collect(Collectors.joining(", ", "Also in this file: ", " (--scenario NAME).")));
      }
    }
  }

  Chosen choose() {
    var script = instead.script(HttpxFile.read(file, spec.commandLine()));
    var name = scenario;
    if (name != null) {
      return new Chosen(
          script, script.entry(name).orElseThrow(() -> wrong(noSuch(name, script))), List.of());
    }
    var entry = script.first().orElseThrow(() -> wrong("there is nothing to run in " + file));
    var others =
        script.entries().stream()
            .map(Script.Entry::name)
            .filter(other -> !other.equals(entry.name()))
            .toList();
    return new Chosen(script, entry, others);
  }

  List<dev.squall.plan.Option> options(Script.Entry entry) {
    return instead.options(entry);
  }

  Path file() {
    return file;
  }

  private String noSuch(String name, Script script) {
    var names = script.entries().stream().map(Script.Entry::name).toList();
    return "no scenario of "
        + file
        + " is called "
        + name
        + Nearest.to(name, names)
            .map(known -> "; did you mean " + known + "?")
            .orElse("; there are " + String.join(", ", names));
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
