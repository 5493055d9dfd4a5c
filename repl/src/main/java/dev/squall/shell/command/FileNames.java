package dev.squall.shell.command;

import dev.squall.shell.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files and folders that a word may name. */
final class FileNames {
  private static final int MOST = 100;

  private FileNames() {}

  /**
   * Those in the folder of a word that is begun.
   *
   * @param ending how their names end; empty for all
   */
  static List<Candidate> below(Session session, String begun, String ending) {
    var written = begun.substring(0, begun.lastIndexOf('/') + 1);
    var folder = session.places().file(written.isEmpty() ? "." : written);
    try (var all = Files.list(folder)) {
      return all.filter(file -> isMeant(file, ending))
          .sorted()
          .limit(MOST)
          .map(file -> candidate(written, file))
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static boolean isMeant(Path file, String ending) {
    var name = String.valueOf(file.getFileName());
    return !name.startsWith(".") && (name.endsWith(ending) || Files.isDirectory(file));
  }

  private static Candidate candidate(String written, Path file) {
    boolean folder = Files.isDirectory(file);
    return new Candidate(
        written + file.getFileName() + (folder ? "/" : ""), "", folder ? "folder" : "file");
  }
}
