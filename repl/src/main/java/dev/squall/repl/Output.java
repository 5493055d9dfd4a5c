package dev.squall.repl;

import dev.squall.shell.Reply.Failure;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Values and failures on a terminal: what is longer than it is turned page by page. */
final class Output {
  private static final String RED = "\033[31m";
  private static final String FAINT = "\033[2m";
  private static final String PLAIN = "\033[0m";

  /** What is not longer is read by scrolling back: a run's tables stay where they are. */
  private static final long SCREENS = 2;

  /** What pictures begin with: kitty's, iTerm2's, DEC's. */
  private static final List<String> PICTURES = List.of("\033_G", "\033]1337", "\033P");

  private final Terminal terminal;
  private final Paper paper;
  private final boolean colour;
  private final boolean pages;

  /**
   * On a terminal.
   *
   * @param colour whether it has any
   * @param pages whether what is long is turned page by page
   */
  Output(Terminal terminal, Paper paper, boolean colour, boolean pages) {
    this.terminal = terminal;
    this.paper = paper;
    this.colour = colour;
    this.pages = pages;
  }

  /** A value. */
  void show(Bundle bundle, View view) {
    var text = bundle.text();
    if (text.isEmpty()) {
      return;
    }
    boolean isPicture = PICTURES.stream().anyMatch(text::contains);
    if (pages && !isPicture && text.lines().count() > SCREENS * view.rows()) {
      turn(text);
    } else {
      paper.line(text);
    }
  }

  /** What went wrong. */
  void failure(Failure failure) {
    var text = failure.text();
    int end = text.indexOf('\n');
    var first = end < 0 ? text : text.substring(0, end);
    var rest = end < 0 ? "" : text.substring(end);
    paper.line(colour ? (failure.stopped() ? FAINT : RED) + first + PLAIN + rest : text);
  }

  /** Words beside what matters. */
  String faint(String text) {
    return colour ? FAINT + text + PLAIN : text;
  }

  private void turn(String text) {
    var less = new Less(terminal, Path.of("").toAbsolutePath());
    less.quitIfOneScreen = true;
    less.noInit = true;
    less.quitAtFirstEof = false;
    try {
      less.run(
          new Source.InputStreamSource(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, "output"));
    } catch (IOException _) {
      paper.line(text);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
