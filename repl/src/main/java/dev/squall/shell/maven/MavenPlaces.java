package dev.squall.shell.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Maven is at home.
 *
 * @param user the folder of {@code settings.xml} and {@code settings-security.xml}
 * @param installation a Maven whose {@code conf/settings.xml} counts too
 * @param localRepository instead of the one of the settings and of {@code -Dmaven.repo.local}
 */
public record MavenPlaces(Path user, Optional<Path> installation, Optional<Path> localRepository) {
  /**
   * Of this process: {@code ~/.m2}, and the Maven of {@code MAVEN_HOME} or {@code M2_HOME}, or the
   * one that {@code mvn} would start.
   */
  public static MavenPlaces usual() {
    return new MavenPlaces(
        Path.of(System.getProperty("user.home", "")).resolve(".m2"),
        Stream.of("MAVEN_HOME", "M2_HOME")
            .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
            .filter(home -> !home.isBlank())
            .map(Path::of)
            .filter(MavenPlaces::hasSettings)
            .findFirst()
            .or(() -> onPath(Optional.ofNullable(System.getenv("PATH")).orElse(""))),
        Optional.empty());
  }

  /** The jars that this process runs on. */
  public static List<Path> classPath() {
    return entries(System.getProperty("java.class.path", ""));
  }

  /** The home of the first {@code mvn} in folders, through any links. */
  static Optional<Path> onPath(String folders) {
    for (var folder : entries(folders)) {
      for (var name : List.of("mvn", "mvn.cmd")) {
        var program = folder.resolve(name);
        if (Files.isRegularFile(program)) {
          return homeOf(program);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> homeOf(Path program) {
    try {
      return Optional.ofNullable(program.toRealPath().getParent())
          .flatMap(bin -> Optional.ofNullable(bin.getParent()))
          .filter(MavenPlaces::hasSettings);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static boolean hasSettings(Path home) {
    return Files.isRegularFile(home.resolve("conf").resolve("settings.xml"));
  }

  private static List<Path> entries(String path) {
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        .toList();
  }
}
