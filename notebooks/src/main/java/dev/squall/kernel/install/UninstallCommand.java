package dev.squall.kernel.install;

import dev.squall.cli.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code squall kernel uninstall}. */
@Command(
    name = "uninstall",
    description = "Take the kernel away from where it was installed.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class UninstallCommand implements Callable<Integer> {
  @Mixin private Where where = new Where();

  @Spec private CommandSpec spec;

  UninstallCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() {
    var folder = where.folder();
    KernelSpec.remove(folder);
    spec.commandLine().getOut().println(folder + " is taken away");
    return 0;
  }
}
