package dev.squall.kernel.install;

import dev.squall.cli.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code squall kernel list}. */
@Command(
    name = "list",
    description = "Where Jupyter finds kernels of Squall, and whether they can start.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Exit code 1 where none is found that can start."})
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  ListCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var found =
        KernelFolders.ofThisProcess().kernels().stream().flatMap(KernelSpec::found).toList();
    for (var one : found) {
      out.println(one);
    }
    if (found.isEmpty()) {
      out.println("no kernel of Squall is installed: squall kernel install");
    }
    return found.stream().anyMatch(one -> one.missing().isEmpty()) ? 0 : 1;
  }
}
