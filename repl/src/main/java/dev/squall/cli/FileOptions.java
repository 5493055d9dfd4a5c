package dev.squall.cli;

import static dev.squall.Squall.at;
import static dev.squall.Squall.settings;

import dev.squall.httpx.Httpx;
import dev.squall.httpx.Overrides;
import dev.squall.httpx.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What counts instead of what a {@code .httpx} file says. */
final class FileOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--base", paramLabel = "URL", description = "What its paths stand on.")
  private @Nullable String base;

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "A value instead of the file's; may be repeated.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--data",
      paramLabel = "NAME=FILE",
      description = "Rows instead of the file's; may be repeated.")
  private Map<String, String> data = new LinkedHashMap<>();

  FileOptions() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  /** What a file says then; what is left out of it is told. */
  Script script(HttpxFile file) {
    var script = Httpx.script(file.source(), file.text(), new Overrides(variables, data));
    var err = spec.commandLine().getErr();
    script.warnings().forEach(warning -> err.println("warning: " + warning));
    return script;
  }

  /** Of a run of this. */
  List<dev.squall.plan.Option> options(Script.Entry entry) {
    var options = new ArrayList<>(List.of(settings(entry)));
    if (base != null) {
      options.add(at(base));
    }
    return options;
  }
}
