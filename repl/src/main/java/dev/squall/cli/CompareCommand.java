package dev.squall.cli;

import static dev.squall.analysis.Analysis.compare;

import dev.squall.stats.SavedResults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two results files held against each other. */
@Command(
    name = "compare",
    description = {
      "Show what changed from one results.json to another, and how sure that is.",
      "It speaks of these two runs alone: what makes one run differ from the next",
      "without any change shows in repeated runs only."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 done, whatever it says; 2 a file cannot be read.",
      "",
      "Examples:",
      "  squall compare before.json after.json",
      "  squall compare before.json after.json --warm-up 10s"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FIRST.json", description = "What --out wrote: before.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "SECOND.json", description = "And after.")
  private Path second = Path.of("");

  @Option(
      names = "--warm-up",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "Leave out so much of the beginning of each (0s).")
  private Duration warmUp = Duration.ZERO;

  CompareCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() {
    var before = SavedResults.load(first).results();
    var after = SavedResults.load(second).results();
    var screen = spec.commandLine().getOut();
    screen.println("First " + first + ", second " + second + ".");
    screen.println();
    screen.print(compare(before, after, warmUp));
    screen.flush();
    return SquallCommand.DONE;
  }
}
