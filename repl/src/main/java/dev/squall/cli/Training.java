package dev.squall.cli;

import dev.squall.repl.Opening;
import dev.squall.repl.Prompt;
import dev.squall.repl.Typist;
import dev.squall.shell.session.Places;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;

/**
 * What people do with a prompt, done once while the JVM watches: of what it saw it makes the cache
 * that later starts begin with (JEP 483, 514, 515).
 */
public final class Training {
  /** Everything that is slow when it is done for the first time. */
  private static final String SESSION =
      """
      1 + 1
      var words = List.of("a", "b").stream().map(String::toUpperCase).toList()
      int twice(int n) { return 2 * n; }
      twice(21)
      record Point(int x, int y) {}
      nothing
      %shop start
      GET /products?limit=2
      %extract id $.products[0].id
      %check status 200
      %keep browse
      GET /products/${id}
      %vars
      %steps
      %burst 2 users for 1s
      var r = run(draft(), users(2).iterations(50))
      table(r)
      %plot
      %why p99
      %debug draft
      %debug next
      ?perSecond
      scenar\t\003
      %bu\t\003
      %json $.\t\003
      %help
      /exit
      """;

  /** Far more than it takes: a build does not wait for what makes a start faster. */
  private static final int MOST_SECONDS = 60;

  private Training() {}

  /** Does it, on a terminal that nobody sees, and leaves nothing behind. */
  public static void main(String[] arguments) throws IOException {
    CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
    var folder = Files.createTempDirectory("squall-training");
    try {
      // how the real terminal is found, though there is none
      TerminalBuilder.builder()
          .system(true)
          .dumb(true)
          .provider(TerminalBuilder.PROP_PROVIDER_JNI)
          .build()
          .close();
      var typist = new Typist(SESSION.lines().map(Training::entered).toList());
      try (var terminal =
          TerminalBuilder.builder()
              .system(false)
              .type("xterm-256color")
              .encoding(StandardCharsets.UTF_8)
              .streams(typist.input(), typist)
              .size(Size.of(100, 30))
              .build()) {
        var places =
            new Places(
                folder.resolve("config"), folder.resolve("state"), folder, _ -> Optional.empty());
        var _ =
            Prompt.run(terminal, Opening.of(places), places, Map.of("PATH", ""), Version.number());
      }
      var nobody = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      // a wrong option, too: what fails is loaded and linked with what does not
      for (var line : List.of("--version", "run --help", "demo --nonsense")) {
        var _ = Main.execute(nobody, nobody, line.split(" "));
      }
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    System.exit(0);
  }

  /** A line that is given up is not entered. */
  private static String entered(String line) {
    return line.endsWith("\003") ? line : line + "\r";
  }
}
