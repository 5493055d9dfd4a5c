package dev.squall.repl;

import dev.squall.shell.session.Masked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was entered, as it was within a session, and without its secrets in the file that the next
 * one begins with. Several sessions may write to the file at once.
 */
final class PromptHistory extends DefaultHistory {
  private static final int MOST_LINES = 5_000;

  private final Path file;
  private boolean isOpen;

  PromptHistory(Path file) {
    this.file = file;
  }

  /** Takes what earlier sessions left; a file that cannot be read is none. */
  void open() {
    try {
      if (Files.isRegularFile(file)) {
        var lines = Files.readAllLines(file);
        var last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        last.forEach(line -> internalAdd(Instant.now(), unescaped(line)));
        if (lines.size() > 2 * MOST_LINES) {
          Files.write(file, List.copyOf(last));
        }
      }
    } catch (IOException _) {
      // History is a comfort: without it everything works.
    }
    isOpen = true;
  }

  @Override
  public void add(Instant time, String line) {
    int before = last();
    super.add(time, line);
    if (isOpen && last() != before) { // what is left out has no number
      write(line);
    }
  }

  private void write(String line) {
    try {
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (!Files.exists(file)) {
        create();
      }
      Files.writeString(
          file,
          escaped(Masked.of(line.stripTrailing()).text()) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException _) {
      isOpen = false; // told nowhere: whoever has no home folder would be told with every line
    }
  }

  /** Nobody else reads what a person entered. */
  private void create() throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException _) {
      Files.createFile(file);
    }
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
  }

  static String unescaped(String line) {
    var text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        char next = line.charAt(++i);
        text.append(next == 'n' ? '\n' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
