package dev.squall.kernel.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say which kernel is meant. */
final class Where {
  /** What Jupyter admits. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

  @ArgGroup private Scope scope = new Scope();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What Jupyter knows it by (default: squall).")
  private String name = "squall";

  /** One of these. */
  private static final class Scope {
    @Option(names = "--user", description = "For this user; so it is where nothing else is said.")
    private boolean forUser;

    @Option(
        names = "--sys-prefix",
        description = "In the Python environment that is active: VIRTUAL_ENV or CONDA_PREFIX.")
    private boolean environment;

    @Option(
        names = "--prefix",
        paramLabel = "FOLDER",
        description = "Below FOLDER/share/jupyter: --prefix /usr/local is for everybody.")
    private Optional<Path> prefix = Optional.empty();
  }

  /** Where it is, or will be. */
  Path folder() {
    if (!NAME.matcher(name).matches() || name.startsWith(".")) {
      throw Told.problem(
          "--name",
          name + " is no name for Jupyter",
          "letters, digits, dots, - and _: --name squall");
    }
    var folders = KernelFolders.ofThisProcess();
    var all = scope.forUser ? folders.user() : elsewhere(folders);
    return all.resolve(name.toLowerCase(Locale.ROOT)); // as Jupyter looks for it
  }

  private Path elsewhere(KernelFolders folders) {
    if (scope.environment) {
      return folders
          .environment()
          .orElseThrow(() ->
              Told.problem(
                  "--sys-prefix",
                  "no Python environment is active",
                  "activate one, or say where it is: --prefix FOLDER"));
    }
    return scope.prefix.map(folders::below).orElseGet(folders::user);
  }
}
