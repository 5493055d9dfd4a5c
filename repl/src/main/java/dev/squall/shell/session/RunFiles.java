package dev.squall.shell.session;

import dev.squall.stats.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the runs of a session are saved: a folder of its own, made with the first of them. */
final class RunFiles {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path all;
  private final Path own;
  private final Consumer<String> listener;
  private boolean troubled;

  /**
   * In a folder below this one.
   *
   * @param listener is told why runs are not saved, once until one is
   */
  RunFiles(Path folder, Consumer<String> listener) {
    this.listener = listener;
    all = folder;
    own =
        folder.resolve(
            STAMP.format(LocalDateTime.now(ZoneOffset.UTC))
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
      troubled = false;
      return Optional.of(file);
    } catch (IOException e) {
      if (!troubled) {
        troubled = true;
        listener.accept(
            "runs cannot be saved in " + all + " and end with the session: " + reason(e));
      }
      return Optional.empty();
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "no right to write " + denied.getFile();
      case FileAlreadyExistsException there -> there.getFile() + " is no folder";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** Of other sessions, the newest first; nothing where their folder cannot be read. */
  List<Path> earlier(int most) {
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (var files = Files.walk(all, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !file.startsWith(own))
          .sorted(Comparator.comparing(RunFiles::order).reversed())
          .limit(most)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      listener.accept("runs of earlier sessions cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  /** Folders are named by their time, files by their number. */
  private static String order(Path file) {
    var name = String.valueOf(file.getFileName()).replaceAll("\\D", "");
    return file.getParent() + "/" + "0".repeat(Math.max(0, 9 - name.length())) + name;
  }
}
