package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The files that a scenario's requests carry, each read once. */
final class BodyFiles {
  /** An array holds little more, and a user who means a larger file means something else. */
  static final long LARGEST = 1 << 30;

  /** What became of a path: its content, or what is wrong with it. */
  private sealed interface Outcome {
    record Read(Segments content) implements Outcome {}

    record Wrong(String what, String hint) implements Outcome {}
  }

  private final Map<String, Outcome> read = new HashMap<>();

  /** Nothing where it cannot be read; then a problem says so. */
  Optional<Segments> content(String path, Position position, Consumer<Problem> to) {
    return switch (read.computeIfAbsent(path, BodyFiles::read)) {
      case Outcome.Read(var content) -> Optional.of(content);
      case Outcome.Wrong(var what, var hint) -> {
        to.accept(new Problem(position, what, hint));
        yield Optional.empty();
      }
    };
  }

  private static Outcome read(String path) {
    if (path.contains("${")) {
      return new Outcome.Wrong(
          "the path of a file holds no variables: " + path,
          "files are read once, before the run; name one file for each request");
    }
    try {
      var file = Path.of(path);
      if (Files.isDirectory(file)) {
        return new Outcome.Wrong("not a file but a folder: " + path, "name a file in it");
      }
      if (Files.size(file) > LARGEST) {
        return new Outcome.Wrong(
            "the file " + path + " holds " + Files.size(file) + " bytes",
            "a body is read into memory and holds at most 1 GiB");
      }
      return new Outcome.Read(Segments.of(Files.readAllBytes(file)));
    } catch (NoSuchFileException | InvalidPathException e) {
      return new Outcome.Wrong(
          "there is no file " + path, "relative paths begin at " + Path.of("").toAbsolutePath());
    } catch (IOException e) {
      return new Outcome.Wrong(
          "the file " + path + " cannot be read: " + e.getClass().getSimpleName(),
          "look at its permissions");
    }
  }
}
