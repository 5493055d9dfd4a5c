package dev.squall.cli;

import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where the results go; nowhere is fine. */
record ResultsFile(@Nullable Path path) {

  /** Said now rather than after the load; nothing is written yet. */
  void check(CommandLine command) {
    if (path == null) {
      return;
    }
    if (!path.toString().endsWith(".json")) {
      throw new ParameterException(command, "--out writes .json files, not " + path);
    }
    wrong(path)
        .ifPresent(what -> {
          throw new ParameterException(command, "--out cannot be written: " + what);
        });
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
  void write(Results results, Judgements judgements) {
    if (path == null) {
      return;
    }
    var part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.writeString(part, new SavedResults(results, judgements).toJson());
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
