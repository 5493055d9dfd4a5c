package dev.squall.cli;

import dev.squall.httpx.Httpx;
import dev.squall.httpx.Parsed;
import dev.squall.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The canonical text of a file. */
@Command(
    name = "fmt",
    description = "Print a .httpx file in its canonical form; comments are kept.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {"", "Examples:", "  squall fmt shop.httpx", "  squall fmt --write shop.httpx"})
final class FormatCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The .httpx file.")
  private Path file = Path.of("");

  @Option(names = "--write", description = "Write it back to the file.")
  private boolean write;

  FormatCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() {
    var read = HttpxFile.read(file, spec.commandLine());
    switch (Httpx.parse(read.source(), read.text())) {
      case Parsed.Bad(var problems, _) -> throw new ProblemException(problems);
      case Parsed.Good(var document) -> {
        var text = Httpx.print(document);
        if (!write) {
          spec.commandLine().getOut().print(text);
          spec.commandLine().getOut().flush();
        } else if (!text.equals(read.text())) {
          replace(text);
        }
      }
    }
    return SquallCommand.DONE;
  }

  private void replace(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
