package dev.squall.cli;

import dev.squall.report.ReportFile;
import dev.squall.stats.SavedResults;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where results go; nowhere is fine. */
final class OutOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write results.json, .html, .csv, .md, …; may be repeated.")
  private List<Path> paths = List.of();

  private List<ResultsFile> files = List.of();

  OutOptions() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Refuses what cannot be written, as far as can be known now. */
  void check() {
    var seen = new HashSet<Path>();
    for (var path : paths) {
      if (!seen.add(path.toAbsolutePath().normalize())) {
        throw new ParameterException(spec.commandLine(), "--out names " + path + " twice");
      }
    }
    files =
        paths.stream()
            .map(path -> ResultsFile.of(path, spec.commandLine()))
            .sorted(Comparator.comparing(ResultsFile::kind))
            .toList();
  }

  /**
   * Writes all of them, the one that brings everything back first. One that cannot be written holds
   * up no other. Checked they have been before.
   */
  void write(SavedResults saved) {
    var failures = new ArrayList<UncheckedIOException>();
    for (var file : files) {
      var missing = saved.results().samples().incomplete();
      if (file.kind() == ReportFile.SAMPLES && !missing.isEmpty()) {
        spec.commandLine().getErr().println("squall: " + file.path() + ": " + missing);
      }
      try {
        file.write(saved);
      } catch (UncheckedIOException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
