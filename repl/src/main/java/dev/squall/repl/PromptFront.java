package dev.squall.repl;

import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.KeptRun;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** A person at a terminal. */
final class PromptFront implements Front {
  private static final int NARROWEST = 20;

  private final Terminal terminal;
  private final Paper paper;
  private final Output output;
  private final PrintStream stream;
  private final boolean colour;
  private volatile @Nullable StatusLine status;

  PromptFront(Terminal terminal, Paper paper, Output output, boolean colour) {
    this.terminal = terminal;
    this.paper = paper;
    this.output = output;
    this.stream = paper.stream();
    this.colour = colour;
  }

  void follows(StatusLine line) {
    status = line;
  }

  @Override
  public PrintStream out() {
    return stream;
  }

  @Override
  public PrintStream err() {
    return stream;
  }

  @Override
  public InputStream in() {
    return terminal.input();
  }

  @Override
  public View view() {
    int columns = terminal.getColumns();
    int rows = terminal.getRows();
    return new View(
        columns <= 0 ? View.PLAIN.columns() : Math.max(NARROWEST, columns),
        rows <= 0 ? View.PLAIN.rows() : rows,
        colour,
        false);
  }

  @Override
  public void show(Bundle bundle) {
    output.show(bundle, view());
  }

  @Override
  public void declared(String name, String type, Bundle value) {
    var text = value.text();
    output.show(
        text.indexOf('\n') < 0
            ? Bundle.text(name + " = " + text)
            : Bundle.text(name + " =\n" + text),
        view());
  }

  @Override
  public void note(String text) {
    paper.line(output.faint(text));
  }

  @Override
  public Optional<String> ask(String question, boolean secret) {
    try {
      var line =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .build()
              .readLine(question + " ", secret ? '*' : null);
      return Optional.ofNullable(line).map(String::strip);
    } catch (UserInterruptException | EndOfFileException _) {
      return Optional.empty();
    }
  }

  /** The status line finds it by itself, and looks once more when it is over. */
  @Override
  public void began(KeptRun run) {
    var line = status;
    if (line != null) {
      var _ = run.run().map(begun -> begun.end().whenComplete((_, _) -> line.look()));
    }
  }
}
