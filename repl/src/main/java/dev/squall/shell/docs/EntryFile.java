package dev.squall.shell.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All entries as one file of JSON, beside the classes that read it. */
final class EntryFile {
  static final String NAME = "entries.json";

  private EntryFile() {}

  static List<Entry> ofClassPath() {
    try (var in = EntryFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException(
            "built without its documentation: ./mvnw process-classes -pl repl -am makes it");
      }
      return List.of(new ObjectMapper().readValue(in, Entry[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(List<Entry> entries, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    new ObjectMapper().writeValue(file.toFile(), entries);
  }
}
