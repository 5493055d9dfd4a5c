package dev.squall.kernel.install;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Jupyter looks for kernels: the folders of <a
 * href="https://docs.jupyter.org/en/latest/use/jupyter-directories.html">its documentation</a>.
 *
 * @param variables of the environment
 * @param home of the user, as Python finds it
 * @param system as {@code os.name} has it
 */
record KernelFolders(Map<String, String> variables, Path home, String system) {
  private static final String KERNELS = "kernels";

  static KernelFolders ofThisProcess() {
    var variables = System.getenv();
    var home = variables.getOrDefault("HOME", System.getProperty("user.home", "."));
    return new KernelFolders(variables, Path.of(home), System.getProperty("os.name", ""));
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(said -> !said.isEmpty()).map(Path::of);
  }

  /** Those of the user. */
  Path user() {
    var lower = system.toLowerCase(Locale.ROOT);
    return variable("JUPYTER_DATA_DIR")
        .orElseGet(() ->
            lower.startsWith("mac")
                ? home.resolve("Library/Jupyter")
                : lower.startsWith("windows")
                    ? variable("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("jupyter")
                    : variable("XDG_DATA_HOME")
                        .orElse(home.resolve(".local/share"))
                        .resolve("jupyter"))
        .resolve(KERNELS);
  }

  /** Those of the Python environment that is active. */
  Optional<Path> environment() {
    return variable("VIRTUAL_ENV").or(() -> variable("CONDA_PREFIX")).map(this::below);
  }

  /** Those of an installation of Python, or of a system. */
  Path below(Path prefix) {
    return prefix.toAbsolutePath().normalize().resolve("share/jupyter").resolve(KERNELS);
  }

  /** All folders of kernels, in the order in which Jupyter looks: the first of a name counts. */
  List<Path> kernels() {
    var folders = new ArrayList<Path>();
    variable("JUPYTER_PATH").map(Path::toString).stream()
        .flatMap(all -> Stream.of(all.split(File.pathSeparator)))
        .filter(one -> !one.isEmpty())
        .map(one -> Path.of(one, KERNELS))
        .forEach(folders::add);
    folders.add(user());
    environment().ifPresent(folders::add);
    folders.add(below(Path.of("/usr/local")));
    folders.add(below(Path.of("/usr")));
    return folders.stream().distinct().flatMap(KernelFolders::inside).toList();
  }

  private static Stream<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }
}
