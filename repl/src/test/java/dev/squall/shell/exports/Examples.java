package dev.squall.shell.exports;

import dev.squall.httpx.Httpx;
import dev.squall.httpx.Script;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The examples of the repository. */
final class Examples {
  private Examples() {}

  static List<Script.Entry> entries(String folder) {
    try (var files = Files.list(Path.of("../examples").resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".httpx"))
          .sorted()
          .flatMap(file -> read(file).entries().stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Script.Entry entry(String file, String name) {
    return read(Path.of("../examples").resolve(file)).entry(name).orElseThrow();
  }

  private static Script read(Path file) {
    try {
      return Httpx.script(file.getFileName().toString(), Files.readString(file), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Scenario> scenarios(Script.Entry entry) {
    return switch (entry.workload()) {
      case Scenario scenario -> Stream.of(scenario);
      case Mix mix -> mix.shares().stream().map(Mix.Share::scenario);
    };
  }
}
