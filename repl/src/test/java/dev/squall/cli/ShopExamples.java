package dev.squall.cli;

import dev.squall.httpx.Httpx;
import dev.squall.httpx.Script;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files in examples/, read as from the folder that they are made for. */
final class ShopExamples {
  private static final Path EXAMPLES = Path.of("../examples");

  private ShopExamples() {}

  static List<String> names() {
    return files("shop").stream().map(file -> file.getFileName().toString()).toList();
  }

  static List<Path> files(String folder) {
    try (var files = Files.list(EXAMPLES.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Relative paths begin where the process runs: for users that is the folder above this one. */
  static String text(Path file) {
    try {
      return Files.readString(file).replace("\"examples/data/", "\"../examples/data/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Script script(String name, String base) {
    return Httpx.script(name, text(EXAMPLES.resolve("shop").resolve(name)), Map.of("base", base));
  }

  static Script.Entry entry(String file, String name, String base) {
    return script(file, base).entry(name).orElseThrow();
  }

  static List<Scenario> scenarios(Workload workload) {
    return switch (workload) {
      case Scenario scenario -> List.of(scenario);
      case Mix mix -> mix.shares().stream().map(Mix.Share::scenario).toList();
    };
  }
}
