package dev.squall.shell.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a session finds and keeps things.
 *
 * @param config a folder of the person's own choices, such as {@code startup.jsh}
 * @param state a folder of what is kept from session to session, such as runs
 * @param work the folder that relative paths stand on
 * @param environment variables of the process
 */
public record Places(
    Path config, Path state, Path work, Function<String, Optional<String>> environment) {

  /** Those of this process: XDG's folders, or those that stand for them in the home folder. */
  public static Places usual() {
    var variables = System.getenv();
    var home = Path.of(System.getProperty("user.home", "."));
    return new Places(
        folder(variables, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("squall"),
        folder(variables, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("squall"),
        Path.of("").toAbsolutePath(),
        name -> Optional.ofNullable(variables.get(name)));
  }

  private static Path folder(Map<String, String> variables, String name, Path usual) {
    var said = variables.getOrDefault(name, "");
    return said.isEmpty() ? usual : Path.of(said);
  }

  /** A file that a person named. */
  public Path file(String name) {
    var path =
        name.startsWith("~/")
            ? Path.of(System.getProperty("user.home", ".")).resolve(name.substring(2))
            : Path.of(name);
    return work.resolve(path).normalize();
  }
}
