package dev.squall.cli;

import static dev.squall.Squall.once;
import static dev.squall.Squall.users;

import dev.squall.report.TraceReport;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One iteration of a file, in full. */
@Command(
    name = "once",
    description = {
      "Perform one iteration of a .httpx file and show all of it.",
      "Requests, answers, checks and variables; passwords, tokens and cookies are hidden."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "squall once FILE.httpx [OPTIONS]",
    footer = {
      "",
      "Exit codes: 0 it went through; 1 it failed; 2 bad usage or a file with problems.",
      "",
      "Examples:",
      "  squall once shop.httpx",
      "  squall once shop.httpx --scenario browse --reveal"
    })
final class OnceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private EntryOptions what;
  @Mixin private ExchangeOptions how;
  @Mixin private AllowOptions where;

  @Option(names = "--reveal", description = "Show secrets too.")
  private boolean reveals;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description = "Tell what happens: ${COMPLETION-CANDIDATES}.")
  private Logging.@Nullable Detail log;

  OnceCommand() {
    spec = CommandSpec.create(); // replaced by picocli
    what = new EntryOptions();
    how = new ExchangeOptions();
    where = new AllowOptions();
  }

  @Override
  public Integer call() {
    Logging.tell(log, spec.commandLine().getErr());
    var chosen = what.choose();
    var workload = chosen.entry().workload();
    var said = new ArrayList<>(what.options(chosen.entry()));
    said.addAll(how.options());
    said.add(where.option());
    var options = said.toArray(dev.squall.plan.Option[]::new);
    where.check(chosen.plan(users(1).iterations(1), said));
    var trace = once(workload, options);
    var screen = spec.commandLine().getOut();
    screen.print(new TraceReport(trace, reveals));
    chosen.tellOthers(screen);
    screen.flush();
    return trace.success() ? SquallCommand.DONE : SquallCommand.NOTHING_GOT_THROUGH;
  }
}
