package dev.squall.cli;

import dev.squall.problem.ProblemException;
import dev.squall.sheet.Numbers;
import dev.squall.stats.Results;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All commands. */
@Command(
    name = "squall",
    description = {
      "Interactive HTTP load testing.",
      "",
      "Without a command: the prompt, or what comes from a pipe, line by line.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ShopCommand.class,
      RunCommand.class,
      OnceCommand.class,
      ShowCommand.class,
      CheckCommand.class,
      FormatCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      ClasspathCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done and every goal met; 1 a goal missed, nothing got through, or a line",
      "that did not go through;",
      "2 bad usage or a file with problems;",
      "130 interrupted and 143 terminated, with the report of what was measured.",
      "",
      "Try it:  squall demo"
    })
final class SquallCommand implements Callable<Integer> {
  /** Done. */
  static final int DONE = 0;

  /** Nothing got through. */
  static final int NOTHING_GOT_THROUGH = 1;

  /** A goal was missed. */
  static final int GOAL_MISSED = 1;

  /** What was asked makes no sense. */
  static final int BAD_USAGE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-e", "--evaluate"},
      paramLabel = "LINE",
      description = "Evaluate a line and leave; more than one in their order.")
  private List<String> lines = List.of();

  @Parameters(
      arity = "0..1",
      paramLabel = "SCRIPT.jsh",
      description = "Evaluate what is in a file and leave.")
  private Optional<String> script = Optional.empty();

  SquallCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  /** Runs a command line; its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    var line = new CommandLine(new SquallCommand());
    ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
    return line.addSubcommand(new CommandLine.HelpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(SquallCommand::refuse)
        .setExecutionExceptionHandler(SquallCommand::explain)
        .execute(arguments);
  }

  /** What is wrong, and not the whole help, which would push it off the screen. */
  private static int refuse(ParameterException e, String[] arguments) {
    var command = e.getCommandLine();
    var err = command.getErr();
    err.println("squall: " + e.getMessage());
    if (command.getParent() == null) {
      command.usage(err);
    } else {
      CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
      err.println(command.getCommandSpec().qualifiedName() + " --help tells what there is.");
    }
    err.flush();
    return BAD_USAGE;
  }

  /**
   * A user's mistake, a taken port and an unwritable file are told as such; anything else is our
   * bug and shows where.
   */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof ProblemException problems) {
      problems
          .problems()
          .forEach(
              problem -> command.getErr().println("squall: " + OptionAdvice.WORDS.of(problem)));
      return BAD_USAGE;
    }
    if (e instanceof UncheckedIOException) {
      command.getErr().println("squall: " + e.getMessage());
      return BAD_USAGE;
    }
    throw e;
  }

  /** Says why, as far as is known. */
  static int nothingGotThrough(Results results, PrintWriter err) {
    err.println(
        "squall: nothing got through"
            + results.errors().stream()
                .findFirst()
                .map(error ->
                    ": "
                        + error.kind()
                        + ", "
                        + error.message()
                        + " ("
                        + Numbers.count(error.count())
                        + " times)")
                .orElse(""));
    return NOTHING_GOT_THROUGH;
  }

  @Override
  public Integer call() {
    var command = spec.commandLine();
    return new Conversation(command.getOut(), command.getErr()).of(lines, script);
  }
}
