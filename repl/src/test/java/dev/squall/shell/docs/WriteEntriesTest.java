package dev.squall.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteEntriesTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH.plusSeconds(1000));

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void writeASource() throws IOException {
    source = source("src/dev/squall/load/Some.java", "public class Some {}");
    Files.createDirectories(folder.resolve("classes/dev/squall/shell/docs"));
  }

  private Path source(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    var room = folder.resolve("src").relativize(file.getParent()).toString().replace('/', '.');
    return Files.writeString(file, "package " + room + ";\n" + text);
  }

  private Path entries() {
    return folder.resolve("classes/dev/squall/shell/docs/" + EntryFile.NAME);
  }

  private void write() throws IOException {
    WriteEntries.main(
        new String[] {folder.resolve("classes").toString(), folder.resolve("src").toString()});
  }

  private void everythingIsOld() throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : (Iterable<Path>) paths::iterator) {
        Files.setLastModifiedTime(path, LONG_AGO);
      }
    }
  }

  @Test
  void whatIsUpToDateIsLeftAlone() throws IOException {
    write();
    everythingIsOld();
    write();

    assertThat(Files.getLastModifiedTime(entries())).isEqualTo(LONG_AGO);
  }

  @Test
  void aChangedSourceIsReadAgain() throws IOException {
    write();
    everythingIsOld();
    Files.writeString(source, "package a; public class Other {}");
    write();

    assertThat(Files.readString(entries(), StandardCharsets.ISO_8859_1)).contains("class Other");
  }

  @Test
  void ofTheSessionOnlyTheWordsAndWhatTheyGiveAreTaken() throws IOException {
    source(
        "src/dev/squall/shell/x/MoreWords.java",
        """
        public class MoreWords {
          public static java.util.List<String> a(Inner b) { return null; }
          public static Given c() { return null; }
        }
        """);
    source(
        "src/dev/squall/shell/x/Given.java", "public record Given(int n) { public void m() {} }");
    source("src/dev/squall/shell/x/Inner.java", "public class Inner { public void n() {} }");
    source("src/dev/squall/http/Wire.java", "public class Wire {}");
    source("src/dev/squall/plan/Option.java", "public interface Option {}");

    assertThat(WriteEntries.entries(List.of(folder.resolve("src"))).stream().map(Entry::fullName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("Some", "MoreWords", "a", "c", "Given", "Given.n", "Given.m", "Option")
                .toList());
  }
}
