package dev.squall.kernel.install;

import dev.squall.cli.Version;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squall kernel install}. */
@Command(
    name = "install",
    description = {
      "Tell Jupyter about Squall: a folder with kernel.json, which starts this Java with these jars."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "What was installed before is replaced. Install again when Squall or its JDK has moved."
    })
final class InstallCommand implements Callable<Integer> {
  @Mixin private Where where = new Where();

  @Option(
      names = "--display-name",
      paramLabel = "TEXT",
      description = "What notebooks call it (default: Squall).")
  private String displayName = "Squall";

  @Option(
      names = "--jvm-opt",
      paramLabel = "OPTION",
      description = "An option of the JVM, such as -Xmx4g; more than one in their order.")
  private List<String> options = List.of();

  @Spec private CommandSpec spec;

  InstallCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() {
    var folder = where.folder();
    KernelSpec.ofThisProcess(displayName, options).write(folder);
    spec.commandLine()
        .getOut()
        .println(
            displayName
                + " is installed as "
                + folder.getFileName()
                + " in "
                + folder
                + "\njupyter lab shows it in the launcher; jupyter console --kernel "
                + folder.getFileName()
                + " opens it at once");
    return 0;
  }
}
