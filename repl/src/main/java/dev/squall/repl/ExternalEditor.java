package dev.squall.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** The person's own editor. */
final class ExternalEditor {
  private static final List<String> USUAL = List.of("nano", "vim", "vi");

  private final Terminal terminal;
  private final Map<String, String> environment;

  ExternalEditor(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** What {@code VISUAL} or {@code EDITOR} says, or one that everybody has. */
  Optional<String> command() {
    for (var name : List.of("VISUAL", "EDITOR")) {
      var said = environment.getOrDefault(name, "").strip();
      if (!said.isEmpty()) {
        return Optional.of(said);
      }
    }
    return USUAL.stream().filter(this::isThere).findFirst();
  }

  private boolean isThere(String name) {
    return List.of(environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator)).stream()
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /**
   * The text as it was left; the same text where the person changed nothing.
   *
   * @throws IOException when the editor cannot be begun or says that it failed
   */
  String edited(String command, String text) throws IOException, InterruptedException {
    var file = Files.createTempFile("squall", ".jsh");
    try {
      Files.writeString(file, text + "\n");
      terminal.pause(true);
      int code;
      try {
        // a command with options of its own, as the shell reads it
        code =
            new ProcessBuilder("sh", "-c", command + " \"$1\"", "squall", file.toString())
                .inheritIO()
                .start()
                .waitFor();
      } finally {
        terminal.resume();
      }
      if (code != 0) {
        throw new IOException(command + " ended with " + code);
      }
      return Files.readString(file).stripTrailing();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
