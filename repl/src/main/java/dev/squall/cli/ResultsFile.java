package dev.squall.cli;

import dev.squall.report.JsonReport;
import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where the results go; nowhere is fine. */
record ResultsFile(@Nullable Path path) {

  /** Said now rather than after the load. */
  void check(CommandLine command) {
    if (path == null) {
      return;
    }
    if (!path.toString().endsWith(".json")) {
      throw new ParameterException(command, "--out writes .json files, not " + path);
    }
    try (var _ = Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // that it opens is all there is to know
    } catch (IOException e) {
      throw new ParameterException(command, "--out cannot be written: " + reason(e), e);
    }
  }

  /** Writes them, whole. */
  void write(Results results, Judgements judgements) {
    if (path == null) {
      return;
    }
    try {
      Files.writeString(path, JsonReport.toJson(results, judgements));
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
