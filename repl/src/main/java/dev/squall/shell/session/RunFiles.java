package dev.squall.shell.session;

import dev.squall.stats.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the runs of a session are saved: a folder of its own, made with the first of them. */
final class RunFiles {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path all;
  private final Path own;
  private volatile String trouble = "";

  RunFiles(Path folder) {
    all = folder;
    own =
        folder.resolve(
            STAMP.format(LocalDateTime.now())
                + "-"
                + ProcessHandle.current().pid()
                + "-"
                + Integer.toHexString(System.identityHashCode(this)));
  }

  /** A file is whole or not there: it is written beside its place and moved. */
  synchronized Optional<Path> save(int number, Results results) {
    var file = own.resolve("r" + number + ".json");
    try {
      Files.createDirectories(own);
      var part = own.resolve("r" + number + ".part");
      Files.writeString(part, results.toJson(), StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      trouble = "";
      return Optional.of(file);
    } catch (IOException e) {
      trouble = "runs cannot be saved in " + own + ": " + e.getMessage();
      return Optional.empty();
    }
  }

  /** Why the last run was not saved; empty where it was. */
  String trouble() {
    return trouble;
  }

  List<Path> earlier(int most) throws IOException {
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (var files = Files.walk(all, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !file.startsWith(own))
          .sorted(Comparator.comparing(RunFiles::order).reversed())
          .limit(most)
          .toList();
    }
  }

  /** Folders are named by their time, files by their number. */
  private static String order(Path file) {
    var name = String.valueOf(file.getFileName()).replaceAll("\\D", "");
    return file.getParent() + "/" + "0".repeat(Math.max(0, 9 - name.length())) + name;
  }
}
