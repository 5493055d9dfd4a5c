package dev.squall.shell.command;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.report.ReportFile;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.Session;
import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Results written into files, each in the form that its ending says. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes a file for each name.
   *
   * @return where they are
   * @throws ProblemException with all names that are no report's, before anything is written, or
   *     with why a file could not be
   */
  public static List<Path> write(Session session, Results results, String... names) {
    var wrong =
        Arrays.stream(names)
            .flatMap(name -> wrong(session, name).map(what -> problem(name, what)).stream())
            .toList();
    if (!wrong.isEmpty()) {
      throw new ProblemException(wrong);
    }
    var judgements =
        session.runs().of(results).map(KeptRun::judgements).orElse(new Judgements(List.of()));
    var saved = new SavedResults(results, judgements);
    return Arrays.stream(names).map(name -> write(session, saved, name)).toList();
  }

  /** Why a name is no report's. */
  static Optional<String> wrong(Session session, String name) {
    var path = session.places().file(name);
    if (kind(path).isEmpty()) {
      return Optional.of("no report ends so: " + endings());
    }
    return Files.isDirectory(path) ? Optional.of("it is a folder") : Optional.empty();
  }

  /** Metrics are of a run that goes on. */
  private static Optional<ReportFile> kind(Path path) {
    return ReportFile.of(path).filter(kind -> kind != ReportFile.PROMETHEUS);
  }

  static String endings() {
    return Arrays.stream(ReportFile.values())
        .filter(kind -> kind != ReportFile.PROMETHEUS)
        .map(ReportFile::ending)
        .collect(Collectors.joining(", "));
  }

  /** Written beside its place and moved: whatever happens, a file of that name is whole. */
  private static Path write(Session session, SavedResults saved, String name) {
    var path = session.places().file(name);
    var missing = saved.results().samples().incomplete();
    if (kind(path).equals(Optional.of(ReportFile.SAMPLES)) && !missing.isEmpty()) {
      session.front().note(name + ": " + missing);
    }
    var part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (var text = Files.newBufferedWriter(part)) {
        kind(path)
            .orElseThrow()
            .write(
                saved,
                _ -> {
                  throw new IllegalStateException("no metrics are written here");
                },
                text);
      }
      return Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ProblemException(List.of(problem(name, "it cannot be written: " + reason(e))));
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no folder for it";
      case AccessDeniedException _ -> "no right to do so";
      case FileSystemException other when other.getReason() != null ->
          String.valueOf(other.getReason());
      default -> String.valueOf(e.getMessage());
    };
  }

  private static Problem problem(String name, String what) {
    return new Problem(Position.in(name), what, "");
  }
}
