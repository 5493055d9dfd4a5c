package dev.squall.cli;

import dev.squall.live.PrometheusText;
import dev.squall.report.ReportFile;
import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A file that results go to; its ending says what it holds. */
record ResultsFile(Path path, ReportFile kind) {

  /** Said now rather than after the load; nothing is written yet. */
  static ResultsFile of(Path path, CommandLine command) {
    var kind =
        ReportFile.of(path)
            .orElseThrow(() ->
                new ParameterException(
                    command,
                    "--out goes by the ending, "
                        + ReportFile.endings()
                        + ", and "
                        + path
                        + " has none of these"));
    wrong(path)
        .ifPresent(what -> {
          throw new ParameterException(command, "--out cannot be written: " + what);
        });
    return new ResultsFile(path, kind);
  }

  private static Optional<String> wrong(Path file) {
    var folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.getRoot());
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no folder " + folder);
    }
    if (Files.isDirectory(file)) {
      return Optional.of(file + " is a folder");
    }
    boolean may = Files.isWritable(folder) && (!Files.exists(file) || Files.isWritable(file));
    return may ? Optional.empty() : Optional.of("no right to write " + file);
  }

  /** Writes them beside it first: whatever happens meanwhile, a file of that name is whole. */
  void write(SavedResults saved) {
    var part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (var text = Files.newBufferedWriter(part)) {
        kind.write(saved, PrometheusText::of, text);
      }
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write the results: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "there is no folder for " + missing.getFile();
      case AccessDeniedException denied -> "no right to write " + denied.getFile();
      default -> String.valueOf(e.getMessage());
    };
  }
}
