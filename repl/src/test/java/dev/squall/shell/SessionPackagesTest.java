package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of the session, in the order of the table of docs/architecture.md. */
class SessionPackagesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/squall/shell");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `shell(?:\\.(\\w+))?` \\|");
  private static final Pattern OTHER =
      Pattern.compile("\\bdev\\.squall\\.shell\\.([a-z]\\w*(?=\\.)|(?=[A-Z]))");

  private static List<String> rows() throws IOException {
    return ROW.matcher(Files.readString(Path.of("../docs/architecture.md")))
        .results()
        .map(row -> row.group(1) == null ? "" : row.group(1))
        .toList();
  }

  private static List<Path> sources(String name) throws IOException {
    try (var files = Files.list(SOURCES.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyPackageHasItsRow() throws IOException {
    try (var all = Files.list(SOURCES)) {
      var names = all.filter(Files::isDirectory).map(path -> path.getFileName().toString());
      assertThat(rows())
          .containsExactlyInAnyOrderElementsOf(Stream.concat(names, Stream.of("")).toList());
    }
  }

  @Test
  void eachUsesThoseAboveItOnly() throws IOException {
    var rows = rows();
    for (int i = 0; i < rows.size(); i++) {
      var used = new TreeSet<String>();
      sources(rows.get(i))
          .forEach(file ->
              OTHER
                  .matcher(withoutComments(text(file)))
                  .results()
                  .forEach(match -> used.add(match.group(1))));
      assertThat(used).as(rows.get(i)).isSubsetOf(rows.subList(0, i + 1));
    }
  }

  @Test
  void nothingOfASessionKnowsWhoIsInFront() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .allSatisfy(file ->
              assertThat(text(file))
                  .doesNotContain(
                      "org.jline", "org.zeromq", "picocli", "dev.squall.cli", "dev.squall.repl"));
    }
  }

  private static String withoutComments(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
  }
}
