package dev.squall.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file of rows that is there and can be read.
 *
 * @param bytes how many it has
 */
record RowFile(Path path, RowFormat format, long bytes) {

  /** Nothing where something is wrong with it. */
  static Optional<RowFile> of(String path, RowFormat format, Findings findings) {
    if (path.contains("${")) {
      findings.add(
          "the path of a file holds no variables: " + path, "rows are looked at before the run");
      return Optional.empty();
    }
    try {
      var file = Path.of(path);
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        findings.add("not a file but a folder: " + path, "name a file in it");
      } else if (!attributes.isRegularFile()) {
        findings.add(path + " is no regular file", "rows are read more than once: save them first");
      } else {
        return Optional.of(new RowFile(file, format, attributes.size()));
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      findings.add(
          "there is no file " + path, "relative paths begin at " + Path.of("").toAbsolutePath());
    } catch (IOException e) {
      unreadable(path, e, findings);
    }
    return Optional.empty();
  }

  static void unreadable(String path, IOException why, Findings findings) {
    findings.add(
        "the file " + path + " cannot be read: " + why.getClass().getSimpleName(),
        "look at its permissions");
  }
}
