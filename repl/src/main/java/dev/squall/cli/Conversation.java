package dev.squall.cli;

import dev.squall.repl.LineByLine;
import dev.squall.repl.Opening;
import dev.squall.repl.PlainFront;
import dev.squall.repl.Prompt;
import dev.squall.shell.Shell;
import dev.squall.shell.display.View;
import dev.squall.shell.session.Places;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.terminal.TerminalBuilder;

/** A session with a person at a terminal, or with what comes from a pipe, a file, an argument. */
final class Conversation {
  private static final int ROWS = 24;

  private final PrintWriter out;
  private final PrintWriter err;

  Conversation(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Until its end.
   *
   * @param lines to be evaluated, each by itself
   * @param script a file of lines
   * @return the exit code
   */
  int of(List<String> lines, Optional<String> script) {
    if (script.isPresent()) {
      var problem = problem(script.get());
      if (problem.isPresent()) {
        return unusable(problem.get());
      }
    }
    if (lines.isEmpty() && script.isEmpty() && isTerminal()) {
      return prompt();
    }
    return withoutPerson(lines, script);
  }

  /** A terminal of old is one, too. */
  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static Optional<String> problem(String script) {
    var file = Path.of(script);
    if (!Files.isRegularFile(file)) {
      return Optional.of(
          "there is no command and no file "
              + script
              + "; squall --help lists the commands, squall -e '…' evaluates a line");
    }
    return script.toLowerCase(Locale.ROOT).endsWith(".httpx")
        ? Optional.of("squall run " + script + " runs it; a script is Java, probes and commands")
        : Optional.empty();
  }

  /** What is under way when the terminal goes away is saved as the session ends. */
  private int prompt() {
    // lines of boxes are characters like all others, and no letters of another set
    System.setProperty(TerminalBuilder.PROP_DISABLE_ALTERNATE_CHARSET, "true");
    var places = Places.usual();
    var opening = Opening.of(places); // takes longer than all else, and goes on beside it
    try (var terminal =
        TerminalBuilder.builder()
            .system(true)
            .dumb(true)
            .nativeSignals(true)
            .provider(TerminalBuilder.PROP_PROVIDER_JNI)
            .build()) {
      return Prompt.run(terminal, opening, places, System.getenv(), Version.number());
    } catch (IOException e) {
      return unusable("the terminal cannot be used: " + e.getMessage());
    }
  }

  private int withoutPerson(List<String> lines, Optional<String> script) {
    var view =
        new View(
            Screen.columns(),
            ROWS,
            Screen.isTerminal() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty(),
            false);
    var front =
        new PlainFront(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            System.in,
            view);
    try (var interruption = new Interruption();
        var shell = Shell.open(Places.usual(), front)) {
      interruption.ends(shell::stop);
      var all = new LineByLine(shell, front, err);
      for (var line : lines) {
        int code = all.text(line);
        if (code != 0) {
          return code;
        }
      }
      if (script.isPresent()) {
        return all.text("%load " + Path.of(script.get()).toAbsolutePath());
      }
      return lines.isEmpty() ? all.all(input()) : 0;
    } catch (IOException e) {
      return unusable("what is entered cannot be read: " + e.getMessage());
    } finally {
      out.flush();
    }
  }

  private int unusable(String why) {
    err.println("squall: " + why);
    err.flush();
    return SquallCommand.BAD_USAGE;
  }

  private static BufferedReader input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }
}
