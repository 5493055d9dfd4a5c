package dev.squall.cli;

import dev.squall.problem.ProblemException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. */
@Command(
    name = "squall",
    description = "Interactive HTTP load testing.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {DemoCommand.class, ShopCommand.class, ClasspathCommand.class},
    footer = {
      "",
      "Exit codes: 0 done; 1 nothing got through; 2 bad usage;",
      "130 interrupted and 143 terminated, with the report of what was measured.",
      "",
      "Try it:  squall demo"
    })
final class SquallCommand implements Runnable {
  /** Done. */
  static final int DONE = 0;

  /** Nothing got through. */
  static final int NOTHING_GOT_THROUGH = 1;

  /** What was asked makes no sense. */
  static final int BAD_USAGE = 2;

  @Spec private CommandSpec spec;

  SquallCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  /** Runs a command line; its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new SquallCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(SquallCommand::explain)
        .execute(arguments);
  }

  /**
   * A user's mistake, a taken port and an unwritable file are told as such; anything else is our
   * bug and shows where.
   */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof ProblemException problems) {
      problems.problems().forEach(problem -> command.getErr().println("squall: " + problem));
      return BAD_USAGE;
    }
    if (e instanceof UncheckedIOException) {
      command.getErr().println("squall: " + e.getMessage());
      return BAD_USAGE;
    }
    throw e;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
