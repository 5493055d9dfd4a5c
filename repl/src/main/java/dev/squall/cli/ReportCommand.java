package dev.squall.cli;

import static dev.squall.Squall.report;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What results files say. */
@Command(
    name = "report",
    description = {
      "Show what a results.json says, or write it to other files.",
      "Of several files it is their sum, as if machines had shared one run.",
      "",
      "The ending of a file says what it holds:",
      "  .json         everything, to be loaded again",
      "  .html         a page for people, with charts",
      "  .md           tables for a pull request",
      "  .csv          a row per step",
      "  .xml          JUnit's XML: a goal that is missed fails",
      "  .hlog         HdrHistogram's log, per second and step",
      "  .prom         metrics as Prometheus reads them",
      "  .samples.csv  a row per request; a results.json has none of them",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 done, whatever it says; 2 a file cannot be read or written.",
      "",
      "Examples:",
      "  squall report results.json",
      "  squall report a.json b.json --out all.json --out report.html"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RESULTS.json", arity = "1..*", description = "What --out wrote.")
  private List<Path> files = List.of();

  @Mixin private OutOptions out;

  ReportCommand() {
    spec = CommandSpec.create(); // replaced by picocli
    out = new OutOptions();
  }

  @Override
  public Integer call() {
    out.check();
    var saved = SavedFiles.merged(files, spec.commandLine());
    if (!out.isEmpty()) {
      out.write(saved);
      return SquallCommand.DONE;
    }
    var screen = spec.commandLine().getOut();
    screen.print(report(saved.results()).within(Screen.columns()));
    if (!saved.judgements().all().isEmpty()) {
      RunCommand.tell(saved.judgements(), screen);
    }
    screen.flush();
    return SquallCommand.DONE;
  }
}
