package dev.squall.cli;

import static dev.squall.Squall.users;

import dev.squall.httpx.Script;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.Run;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All that is wrong with files, and nothing sent. */
@Command(
    name = "check",
    description = "Say all that is wrong with .httpx files; nothing is sent.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 nothing is wrong; 2 something is.",
      "",
      "Examples:",
      "  squall check shop.httpx",
      "  squall check --var host=localhost *.httpx"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The .httpx files.")
  private List<Path> files = List.of();

  @Mixin private FileOptions instead;

  CheckCommand() {
    spec = CommandSpec.create(); // replaced by picocli
    instead = new FileOptions();
  }

  @Override
  public Integer call() {
    boolean good = true;
    for (var file : files) {
      good &= isGood(file);
    }
    return good ? SquallCommand.DONE : SquallCommand.BAD_USAGE;
  }

  private boolean isGood(Path path) {
    try {
      return isGood(HttpxFile.read(path, spec.commandLine()));
    } catch (ParameterException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return false;
    }
  }

  private boolean isGood(HttpxFile file) {
    try {
      var script = instead.script(file);
      var found = new LinkedHashMap<String, List<Problem>>();
      script.entries().forEach(entry -> found.put(entry.name(), problems(entry)));
      var problems = script.placed(found);
      tell(problems);
      if (problems.isEmpty()) {
        spec.commandLine().getOut().println(file.source() + ": " + listed(script));
      }
      return problems.isEmpty();
    } catch (ProblemException e) {
      tell(e.problems());
      return false;
    }
  }

  private void tell(List<Problem> problems) {
    problems.forEach(problem -> spec.commandLine().getErr().println(problem));
  }

  private List<Problem> problems(Script.Entry entry) {
    try {
      Run.check(
          Plan.of(
              entry.workload(),
              entry.load().orElse(users(1).iterations(1)),
              Options.of(instead.options(entry).toArray(dev.squall.plan.Option[]::new))));
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  private static String listed(Script script) {
    return script.entries().isEmpty()
        ? "nothing that can be run"
        : script.entries().stream()
            .map(entry -> entry.workload().toString())
            .collect(Collectors.joining(", "));
  }
}
