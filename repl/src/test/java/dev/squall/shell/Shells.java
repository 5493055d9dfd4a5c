package dev.squall.shell;

import dev.squall.shell.session.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A session with folders of its own, and what it shows. */
public final class Shells implements AutoCloseable {
  /** Where its files are. */
  public final Path folder;

  /** Variables of the environment. */
  public final Map<String, String> environment = new HashMap<>();

  /** What it shows. */
  public final TestFront front = new TestFront();

  /** It. */
  public final Shell shell;

  /** A new one in a new folder. */
  public Shells() {
    this(newFolder());
  }

  /** A new one in a folder that another may have left. */
  public Shells(Path folder) {
    this.folder = folder;
    this.shell =
        Shell.open(
            new Places(
                folder.resolve("config"),
                folder.resolve("state"),
                folder,
                name -> Optional.ofNullable(environment.get(name))));
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("squall-shell");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Evaluates, and gives the text of the result, or of the failure. */
  public String say(String text) {
    var reply = shell.evaluate(text, front);
    return reply
        .failure()
        .map(failure -> failure.text())
        .or(() -> reply.result().map(bundle -> bundle.text()))
        .orElse("");
  }

  /** Evaluates what has to go through, and gives the text of the result. */
  public String ok(String text) {
    var reply = shell.evaluate(text, front);
    reply
        .failure()
        .ifPresent(failure -> {
          throw new AssertionError(text + " failed: " + failure.text());
        });
    return reply.result().map(bundle -> bundle.text()).orElse("");
  }

  @Override
  public void close() {
    shell.close();
  }
}
