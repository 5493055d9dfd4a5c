package dev.squall.cli;

import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.run.Run;
import dev.squall.sample.Event;
import dev.squall.sheet.Numbers;
import dev.squall.stats.Progress;
import dev.squall.stats.Results;
import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A run while it lasts: a line of numbers every two seconds, redrawn in place on a terminal, and a
 * line for each event where they are wanted. All of it is written under one lock, so that no line
 * ends up in another.
 */
final class LiveView {
  private static final int PERIOD_SECONDS = 2;
  private static final int FLUSH_MILLIS = 100;
  private static final String ERASE = "\r\033[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final Shown shown;
  private EventText words = new EventText(false);
  private String drawn = "";

  /**
   * What is shown.
   *
   * @param progress whether there is a line of numbers
   * @param redraws whether it is redrawn in place
   * @param events whether there is a line for each event
   */
  record Shown(boolean progress, boolean redraws, boolean events) {}

  /**
   * A view of a run that begins.
   *
   * @param out where events go, and numbers that are redrawn
   * @param err where numbers go as lines, so that they are in nobody's way
   */
  LiveView(PrintWriter out, PrintWriter err, Shown shown) {
    this.out = out;
    this.err = err;
    this.shown = shown;
  }

  /** What is about to run. */
  synchronized void expect(Load load) {
    words = new EventText(load instanceof OpenLoad);
  }

  /** Writes what happened, to be seen soon: a write to the system for each line would be felt. */
  synchronized void tell(Event event) {
    var line = words.of(event);
    out.print(drawn.isEmpty() ? line + "\n" : ERASE + line + "\n" + drawn);
  }

  /** Writes whole lines of the log to standard error. */
  synchronized void log(String lines) {
    if (!drawn.isEmpty()) {
      out.print(ERASE);
      out.flush();
    }
    err.print(lines);
    err.flush();
    if (!drawn.isEmpty()) {
      out.print(drawn);
      out.flush();
    }
  }

  private synchronized void flush() {
    out.flush();
  }

  /** Returns with the results, when the run is over and its line is gone. */
  Results follow(Run run) {
    if (!shown.progress && !shown.events) {
      return run.await();
    }
    try (var clock = Executors.newSingleThreadScheduledExecutor(LiveView::thread)) {
      if (shown.progress) {
        var _ =
            clock.scheduleAtFixedRate(
                () -> draw(run), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
      }
      if (shown.events) {
        var _ =
            clock.scheduleAtFixedRate(
                this::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
      }
      return run.await();
    } finally {
      erase();
    }
  }

  private static Thread thread(@Nullable Runnable work) {
    return Thread.ofPlatform().daemon().name("squall-progress").unstarted(work);
  }

  private synchronized void erase() {
    if (!drawn.isEmpty()) {
      out.print(ERASE);
      out.flush();
      drawn = "";
    }
  }

  /** The last line. */
  void end(Results results) {
    if (shown.progress) {
      var to = shown.redraws ? out : err;
      to.println(
          (Interruption.happened() ? "■ Interrupted: " : "✓ Completed: ")
              + results.totals().requests()
              + " requests | "
              + results.totals().failed()
              + " errors");
    }
  }

  private synchronized void draw(Run run) {
    if (run.isDone()) {
      return;
    }
    var line = line(run.progress(), run.busyUsers());
    if (!shown.redraws) {
      err.println(line);
      return;
    }
    // A line that wraps could not be taken back; the sign at its beginning takes two columns.
    drawn = line.substring(0, line.offsetByCodePoints(0, fitting(line)));
    out.print(ERASE + drawn);
    out.flush();
  }

  private static int fitting(String line) {
    return Math.min(line.codePointCount(0, line.length()), Screen.columns() - 2);
  }

  static String line(Progress progress, int busy) {
    return "🔄 Progress: "
        + progress.requests()
        + " requests | "
        + progress.failed()
        + " errors | "
        + busy
        + " active VUs | "
        + Numbers.decimal(progress.requestsPerSecond())
        + "/s | p95 "
        + Numbers.millis(progress.p95())
        + " ms";
  }
}
