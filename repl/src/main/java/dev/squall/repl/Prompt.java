package dev.squall.repl;

import dev.squall.chart.Chart;
import dev.squall.chart.ImageProtocol;
import dev.squall.chart.TerminalImage;
import dev.squall.chart.Theme;
import dev.squall.problem.ProblemException;
import dev.squall.shell.Reply;
import dev.squall.shell.Shell;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displays;
import dev.squall.shell.session.Places;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Lines are entered, and what they give is shown, until somebody leaves. */
public final class Prompt implements AutoCloseable {
  private static final int PICTURE_COLUMNS = 120;
  private static final int PICTURE_ROWS = 22;

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final boolean colour;
  private final Paper paper;
  private final Output output;
  private final PromptFront front;
  private final Opening opening;
  private final LineReader reader;
  private final StatusLine status;
  private final Walk walk = new Walk();
  private final Object screen = new Object();
  private boolean picturesAreIn;
  private volatile boolean isClosed;

  private Prompt(
      Terminal terminal, Opening opening, Places places, Map<String, String> environment) {
    this.opening = opening;
    this.terminal = terminal;
    this.environment = environment;
    boolean isDumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    colour = !isDumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    paper = new Paper(terminal, screen);
    output = new Output(terminal, paper, colour, !isDumb);
    front = new PromptFront(terminal, paper, output, colour);
    opening.isSeenBy(front);
    reader =
        PromptReader.of(
            terminal,
            opening,
            new PromptHistory(places.state().resolve("history")),
            colour,
            front::view);
    paper.isEnteredIn(reader);
    status = new StatusLine(terminal, reader, opening, screen);
    front.follows(status);
  }

  /**
   * Talks to whoever sits at a terminal, until he leaves.
   *
   * @param opening the session, which may still be made
   * @param version of Squall
   * @return the exit code
   */
  public static int run(
      Terminal terminal,
      Opening opening,
      Places places,
      Map<String, String> environment,
      String version) {
    try (var prompt = new Prompt(terminal, opening, places, environment)) {
      // a terminal that goes away takes the process with it, and the runs are saved
      var end = Thread.ofPlatform().unstarted(prompt::close);
      Runtime.getRuntime().addShutdownHook(end);
      terminal.handle(Signal.INT, _ -> prompt.opening.ready().ifPresent(Shell::stop));
      terminal.handle(Signal.WINCH, _ -> prompt.status.resized());
      prompt.greet(version);
      return prompt.talk();
    }
  }

  private void greet(String version) {
    paper.line(
        output.faint(
            "squall "
                + version.replace("-SNAPSHOT", "")
                + " · Java "
                + Runtime.version().feature()
                + " · %help · %tour"));
  }

  private int talk() {
    while (true) {
      String line;
      try {
        line = reader.readLine(prompt(), null, (Character) null, walk.line().orElse(null));
      } catch (UserInterruptException _) {
        if (walk.isUnderWay()) {
          walk.end();
          paper.line(output.faint("the tour is over; %tour begins another"));
        }
        continue;
      } catch (EndOfFileException _) {
        return 0;
      }
      var leaves = perform(Pasted.entered(line));
      if (leaves.isPresent()) {
        return leaves.get();
      }
    }
  }

  /** With what paths stand on; of the tour, what its next line is about. */
  private String prompt() {
    var text = new AttributedStringBuilder();
    walk.about().ifPresent(about -> text.styled(AttributedStyle.DEFAULT.faint(), about + "\n"));
    var base = opening.ready().flatMap(shell -> shell.session().base()).orElse("squall");
    text.styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN), base);
    text.styled(AttributedStyle.DEFAULT.bold(), " ❯ ");
    var plain = colour ? text.toAnsi(terminal) : text.toString();
    return plain.replace("%", "%%"); // which begins a pattern otherwise
  }

  /** Does what was entered; an exit code when that was to leave. */
  // The prompt outlives whatever one line brings about.
  @SuppressWarnings("IllegalCatch")
  private Optional<Integer> perform(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Shell shell;
    try {
      shell = opening.shell();
    } catch (CompletionException e) {
      paper.line("a bug of Squall: no session could be made: " + e.getCause());
      return Optional.of(1);
    }
    try {
      picturesIn(shell);
      if (!Slashes.isSlash(text)) {
        evaluate(shell, text);
        return Optional.empty();
      }
      switch (Slashes.of(text, shell)) {
        case Slashes.Wish.Evaluate(var line) -> evaluate(shell, line);
        case Slashes.Wish.Show(var shown) -> output.show(Bundle.text(shown), front.view());
        case Slashes.Wish.Edit(var before) -> edit(shell, before);
        case Slashes.Wish.EditStep(var line) -> editStep(shell, line);
        case Slashes.Wish.Leave(var code) -> {
          return Optional.of(code);
        }
      }
    } catch (ProblemException e) {
      paper.line(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      paper.line("a bug of Squall: " + e + "\nthe session goes on");
    }
    return Optional.empty();
  }

  private void evaluate(Shell shell, String text) {
    var reply = shell.evaluate(text, front);
    show(reply);
    if (text.strip().equals("%tour") && reply.ok()) {
      walk.begin();
      paper.line(
          output.faint(
              "\nHere each line stands at the prompt already: Enter enters it, as it is or changed;"
                  + "\nCtrl-C ends the tour."));
    } else if (reply.ok() && walk.passed(text) && !walk.isUnderWay()) {
      paper.line(output.faint("that was the tour; %examples has a line for everything else"));
    }
  }

  private void show(Reply reply) {
    reply.result().ifPresent(bundle -> output.show(bundle, front.view()));
    reply.failure().ifPresent(output::failure);
  }

  private void editStep(Shell shell, String line) {
    var reply = shell.evaluate(line, front);
    reply.result().ifPresent(text -> edit(shell, text.text()));
    reply.failure().ifPresent(output::failure);
  }

  private void edit(Shell shell, String before) {
    var editor = new ExternalEditor(terminal, environment);
    var command = editor.command();
    if (command.isEmpty()) {
      paper.line("there is no editor: export EDITOR=nano, or whatever you write with");
      return;
    }
    status.suspend();
    String after;
    try {
      after = editor.edited(command.get(), before);
    } catch (IOException e) {
      paper.line("nothing was edited: " + e.getMessage());
      return;
    } catch (InterruptedException _) {
      return;
    } finally {
      status.restore();
    }
    if (after.isBlank() || after.equals(before.stripTrailing())) {
      paper.line(output.faint("nothing was changed"));
      return;
    }
    paper.line(output.faint(after));
    evaluate(shell, after);
  }

  /** Where the terminal shows images, charts are some. */
  private void picturesIn(Shell shell) {
    var protocol = ImageProtocol.of(environment);
    if (protocol == ImageProtocol.NONE || !colour || picturesAreIn) {
      return;
    }
    picturesAreIn = true;
    var usual = new Displays();
    shell
        .session()
        .displays()
        .register(
            Chart.class,
            (chart, view) ->
                TerminalImage.render(
                        chart,
                        protocol,
                        Math.min(PICTURE_COLUMNS, view.columns()),
                        Math.min(PICTURE_ROWS, Math.max(8, view.rows() - 4)),
                        Theme.ofTerminal(environment))
                    .map(Bundle::text)
                    .orElseGet(() -> usual.show(chart, view)));
  }

  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try {
      opening.ready().ifPresent(Shell::close); // a terminal that is gone is no reason to lose a run
    } finally {
      status.close();
    }
  }
}
