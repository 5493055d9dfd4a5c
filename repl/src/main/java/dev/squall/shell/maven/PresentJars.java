package dev.squall.shell.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * The jars that a session has, by artifact.
 *
 * @param byArtifact {@code artifact} to the jars whose files are called so
 */
record PresentJars(Map<String, List<Present>> byArtifact) {
  private static final Pattern FILE = Pattern.compile("(.+?)-(\\d.*)\\.jar");

  private static final Pattern PROPERTIES =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

  /** A jar named as Maven names them. */
  record Present(Path file, String artifact, String version) {}

  static PresentJars of(List<Path> classPath) {
    var byArtifact = new HashMap<String, List<Present>>();
    classPath.stream()
        .flatMap(file -> present(file).stream())
        .collect(Collectors.groupingBy(Present::artifact))
        .forEach(byArtifact::put);
    return new PresentJars(byArtifact);
  }

  private static Optional<Present> present(Path file) {
    return Optional.ofNullable(file.getFileName())
        .map(name -> FILE.matcher(name.toString()))
        .filter(name -> name.matches() && Files.isRegularFile(file))
        .map(name -> new Present(file, name.group(1), name.group(2)));
  }

  /** The version of a group and artifact that is there. */
  Optional<String> version(String group, String artifact) {
    return byArtifact.getOrDefault(artifact, List.of()).stream()
        .filter(present -> isOf(group, present))
        .map(Present::version)
        .findFirst();
  }

  /**
   * A file's name says no group: what the jar itself says counts, else the folders of a repository;
   * a jar that says nothing is taken for the one of its name, because two of them are worse than
   * one too few.
   */
  private static boolean isOf(String group, Present present) {
    var inside = groupsInside(present);
    return inside.isEmpty() || inside.contains(group);
  }

  private static Set<String> groupsInside(Present present) {
    try (var jar = new ZipFile(present.file().toFile())) {
      return jar.stream()
          .map(entry -> PROPERTIES.matcher(entry.getName()))
          .filter(entry -> entry.matches() && entry.group(2).equals(present.artifact()))
          .map(entry -> entry.group(1))
          .collect(Collectors.toSet());
    } catch (IOException _) {
      return Set.of();
    }
  }
}
