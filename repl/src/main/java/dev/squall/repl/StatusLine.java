package dev.squall.repl;

import dev.squall.shell.display.RunProgress;
import dev.squall.shell.session.KeptRun;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/** The runs under way, below everything else; gone when there is none. */
final class StatusLine implements AutoCloseable {
  private static final long PERIOD_MILLIS = 250;
  private static final int MOST = 4;
  private static final String WIDGET = "squall-status";

  private final Terminal terminal;
  private final LineReader reader;
  private final Opening opening;
  private final Object screen;
  private final Status status;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("squall-status").unstarted(work));
  private boolean isShown;
  private volatile List<AttributedString> lines = List.of();

  /**
   * Begins to look.
   *
   * @param screen held by whoever writes
   */
  StatusLine(Terminal terminal, LineReader reader, Opening opening, Object screen) {
    this.terminal = terminal;
    this.reader = reader;
    this.opening = opening;
    this.screen = screen;
    reader.getWidgets().put(WIDGET, this::draw);
    this.status = Status.getStatus(terminal);
    var _ =
        clock.scheduleWithFixedDelay(
            this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Shows what there is now. */
  // Whatever the terminal does, the next look may find it well.
  @SuppressWarnings("IllegalCatch")
  void look() {
    try {
      var running =
          opening.ready().map(shell -> shell.session().runs().running()).orElse(List.of());
      if (running.isEmpty() && !isShown) {
        return;
      }
      synchronized (screen) {
        lines = running.stream().flatMap(kept -> lines(kept).stream()).limit(MOST).toList();
        if (reader.isReading()) {
          reader.callWidget(WIDGET); // between two keys, and never within the redrawing of one
        } else {
          draw();
        }
        isShown = !running.isEmpty();
      }
    } catch (RuntimeException _) {
      // told nowhere: it would be told four times a second
    }
  }

  private boolean draw() {
    if (lines.isEmpty()) {
      int rows = status.size();
      status.hide();
      erase(rows);
    } else {
      status.update(lines);
    }
    return true;
  }

  /**
   * The screen's last rows; the status that is hidden while a line is entered leaves them there.
   */
  private void erase(int rows) {
    terminal.puts(Capability.save_cursor);
    for (int row = terminal.getRows() - rows; row < terminal.getRows(); row++) {
      terminal.puts(Capability.cursor_address, row, 0);
      terminal.puts(Capability.clr_eol);
    }
    terminal.puts(Capability.restore_cursor);
    terminal.flush();
  }

  private List<AttributedString> lines(KeptRun kept) {
    return kept.run().stream()
        .map(run ->
            new AttributedString(
                RunProgress.of(kept.name(), run).line(terminal.getColumns()),
                AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)))
        .toList();
  }

  /** The terminal has another size. */
  void resized() {
    synchronized (screen) {
      status.resize();
    }
  }

  /** Leaves the screen to somebody else, until he gives it back. */
  void suspend() {
    synchronized (screen) {
      status.suspend();
    }
  }

  /** Has the screen again. */
  void restore() {
    synchronized (screen) {
      status.restore();
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (screen) {
      status.close();
    }
  }
}
