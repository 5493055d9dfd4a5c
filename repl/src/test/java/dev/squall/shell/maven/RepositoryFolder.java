package dev.squall.shell.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with a Maven repository, a user's {@code .m2} and a local repository. */
record RepositoryFolder(Path root) {
  /** The repository's files, which stand in for Central's. */
  Path remote() {
    return root.resolve("remote");
  }

  MavenPlaces places() {
    return new MavenPlaces(root.resolve("m2"), Optional.empty(), Optional.empty());
  }

  /** With a Central that is a folder, so that nobody outside is asked. */
  RepositoryFolder centralHere() {
    return settings(central(remote().toUri().toString()));
  }

  static String central(String url) {
    return """
    <profiles><profile>
      <id>here</id>
      <repositories><repository>
        <id>central</id><url>%s</url>
        <snapshots><enabled>true</enabled></snapshots>
      </repository></repositories>
    </profile></profiles>
    <activeProfiles><activeProfile>here</activeProfile></activeProfiles>\
    """
        .formatted(url);
  }

  RepositoryFolder settings(String content) {
    write(root.resolve("m2/settings.xml"), "<settings>" + content + "</settings>");
    return this;
  }

  /** An artifact with a jar, and a POM that has this in it. */
  RepositoryFolder with(String coordinates, String pom) {
    return pom(coordinates, pom).jar(coordinates, "");
  }

  RepositoryFolder with(String coordinates) {
    return with(coordinates, "");
  }

  RepositoryFolder pom(String coordinates, String content) {
    var part = parts(coordinates);
    write(
        file(coordinates, ".pom"),
        """
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
        %s</project>\
        """
            .formatted(part.get(0), part.get(1), part.get(2), content));
    return this;
  }

  RepositoryFolder jar(String coordinates, String suffix) {
    jar(file(coordinates, suffix + ".jar"), coordinates);
    return this;
  }

  /** A jar that says whose it is, as Maven writes it. */
  static Path jar(Path file, String coordinates) {
    var part = parts(coordinates);
    try {
      Files.createDirectories(file.getParent());
      try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
        jar.putNextEntry(
            new ZipEntry("META-INF/maven/" + part.get(0) + "/" + part.get(1) + "/pom.properties"));
        jar.write(("version=" + part.get(2)).getBytes(StandardCharsets.UTF_8));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String coordinates, String suffix) {
    var part = parts(coordinates);
    return remote()
        .resolve(part.get(0).replace('.', '/'))
        .resolve(part.get(1))
        .resolve(part.get(2))
        .resolve(part.get(1) + "-" + part.get(2) + suffix);
  }

  /** A build of a SNAPSHOT, as one is deployed. */
  RepositoryFolder snapshot(String coordinates, int build, String pom) {
    var part = parts(coordinates);
    with(coordinates, pom);
    var time = "2026010%d.000000".formatted(build);
    var base = part.get(2).replace("SNAPSHOT", time + "-" + build);
    for (var ending : List.of(".pom", ".jar")) {
      try {
        var file = file(coordinates, ending);
        Files.move(file, file.resolveSibling(part.get(1) + "-" + base + ending));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    write(
        file(coordinates, "").resolveSibling("maven-metadata.xml"),
        """
        <metadata><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><versioning>
        <snapshot><timestamp>%s</timestamp><buildNumber>%d</buildNumber></snapshot>
        <lastUpdated>2026010%d000000</lastUpdated></versioning></metadata>\
        """
            .formatted(part.get(0), part.get(1), part.get(2), time, build, build));
    return this;
  }

  RepositoryFolder versions(String name, String... versions) {
    var part = parts(name);
    write(
        remote()
            .resolve(part.get(0).replace('.', '/'))
            .resolve(part.get(1))
            .resolve("maven-metadata.xml"),
        """
        <metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning>
        <release>%s</release><versions><version>%s</version></versions>
        </versioning></metadata>\
        """
            .formatted(
                part.get(0),
                part.get(1),
                versions[versions.length - 1],
                String.join("</version><version>", versions)));
    return this;
  }

  Resolved find(String... words) {
    return MavenJars.of(List.of(words), List.of(), places(), _ -> {});
  }

  static List<String> names(Resolved resolved) {
    return resolved.jars().stream().map(jar -> jar.getFileName().toString()).toList();
  }

  static String dependencies(String... coordinates) {
    return "<dependencies>" + each(coordinates) + "</dependencies>";
  }

  static String managed(String... coordinates) {
    return "<dependencyManagement>" + dependencies(coordinates) + "</dependencyManagement>";
  }

  private static String each(String... coordinates) {
    var text = new StringBuilder();
    for (var one : coordinates) {
      var part = new ArrayList<>(parts(one));
      text.append("<dependency><groupId>").append(part.get(0));
      text.append("</groupId><artifactId>").append(part.get(1)).append("</artifactId>");
      if (part.size() > 2) {
        text.append("<version>").append(part.get(2)).append("</version>");
      }
      if (part.size() > 3) {
        text.append(part.get(3));
      }
      text.append("</dependency>");
    }
    return text.toString();
  }

  private static List<String> parts(String coordinates) {
    return List.of(coordinates.split(":", -1));
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
