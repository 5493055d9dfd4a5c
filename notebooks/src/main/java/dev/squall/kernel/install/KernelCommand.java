package dev.squall.kernel.install;

import dev.squall.cli.Subcommand;
import dev.squall.cli.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What there is to do about Jupyter. */
@Command(
    name = "kernel",
    description = "Install the Jupyter kernel, list it, take it away.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {InstallCommand.class, UninstallCommand.class, ListCommand.class},
    footer = {
      "",
      "  squall kernel install                     for this user",
      "  squall kernel install --sys-prefix        for the virtual environment that is active",
      "  squall kernel install --prefix /usr/local for everybody on this machine"
    })
public final class KernelCommand implements Subcommand {
  @Spec private CommandSpec spec;

  /** For picocli. */
  public KernelCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  /** Without a command of its own it has nothing to do but to say which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
