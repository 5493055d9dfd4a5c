package dev.squall.shell.eval;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Where the compiler looks for what a snippet names. It opens every jar that it is told of before
 * the first snippet, which of a hundred takes as long as all else; so of the jars that Squall comes
 * with it is told of those whose types a person may name. Whatever else is on the class path is
 * somebody's own and stays.
 */
final class CompilePath {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:squall|tablesaw|fastutil|RoaringBitmap|jackson|json-path|commons-csv|commons-math3"
              + "|HdrHistogram|jspecify).*");

  private CompilePath() {}

  /** The same manager, which looks there and nowhere else. */
  static StandardJavaFileManager on(StandardJavaFileManager files) {
    var ours = folder();
    if (ours.isPresent()) {
      try {
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, shortened(ours.get()));
      } catch (IOException _) {
        // it looks everywhere
      }
    }
    return files;
  }

  /** Where Squall's jars are; empty where its classes are in no jar. */
  private static Optional<Path> folder() {
    try {
      var jar =
          Path.of(CompilePath.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toString().endsWith(".jar")
          ? Optional.ofNullable(jar.toAbsolutePath().getParent())
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static List<Path> shortened(Path ours) {
    return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(path ->
            !ours.equals(path.toAbsolutePath().normalize().getParent())
                || NAMED.matcher(path.getFileName().toString()).matches())
        .toList();
  }
}
