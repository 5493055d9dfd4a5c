package dev.squall.cli;

import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.report.Numbers;
import dev.squall.run.Run;
import dev.squall.stats.Progress;
import java.io.PrintWriter;

/**
 * Shows a run while it lasts: a line redrawn in place on a terminal, a plain line every two seconds
 * elsewhere.
 */
final class LiveLine {
  private static final int BAR = 20;

  private final Run run;
  private final PrintWriter out;
  private final boolean redraws;
  private final double wholeSeconds;

  /**
   * A line for a run.
   *
   * @param redraws whether the line is redrawn in place
   * @param wholeSeconds how long the run lasts; 0 when that is not known
   */
  LiveLine(Run run, PrintWriter out, boolean redraws, double wholeSeconds) {
    this.run = run;
    this.out = out;
    this.redraws = redraws;
    this.wholeSeconds = wholeSeconds;
  }

  /** How long a load lasts; 0 where that depends on its users. */
  static double wholeSeconds(Load load) {
    return switch (load) {
      case ClosedLoad closed -> closed.curve().endNanos() / 1e9;
      case OpenLoad open -> open.curve().endNanos() / 1e9;
      case Iterations _ -> 0;
    };
  }

  /** Returns when the run is over and its line is gone. */
  void show() {
    long period = redraws ? 200 : 2000;
    try {
      while (!run.isDone()) {
        for (long waited = 0; waited < period && !run.isDone(); waited += 20) {
          Thread.sleep(20);
        }
        if (!run.isDone()) {
          draw(run.progress());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      run.stop();
    }
    if (redraws) {
      out.print("\r\033[K");
      out.flush();
    }
  }

  private void draw(Progress progress) {
    var line =
        bar(progress)
            + Numbers.count(progress.requests())
            + " requests · "
            + Numbers.count(progress.failed())
            + " errors · "
            + run.busyUsers()
            + " users · "
            + Numbers.decimal(progress.requestsPerSecond())
            + "/s · p50 "
            + Numbers.millis(progress.p50())
            + " · p99 "
            + Numbers.millis(progress.p99())
            + " ms";
    if (redraws) {
      // A line that wraps could not be taken back.
      out.print("\r\033[K " + line.substring(0, Math.min(line.length(), Screen.columns() - 2)));
      out.flush();
    } else {
      out.println(" " + line);
    }
  }

  private String bar(Progress progress) {
    if (wholeSeconds <= 0) {
      return "";
    }
    double share = Math.clamp(progress.elapsedSeconds() / wholeSeconds, 0, 1);
    var percent = Math.round(share * 100) + " %   ";
    if (!redraws) {
      return percent;
    }
    int full = (int) (share * BAR);
    return "━".repeat(full) + (full < BAR ? "╸" + "─".repeat(BAR - full - 1) : "") + "  " + percent;
  }
}
