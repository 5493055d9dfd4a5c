package dev.squall.shell.display;

import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.run.Run;
import dev.squall.sheet.Display;
import dev.squall.sheet.Numbers;
import dev.squall.stats.Progress;
import dev.squall.stats.Results;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a run is, how much and how fast.
 *
 * @param name of the run
 * @param share of it that is over, from 0 to 1
 * @param numbers in words
 */
public record RunProgress(String name, double share, String numbers) {
  private static final int BAR = 26;

  /** Of a run, now. */
  public static RunProgress of(String name, Run run) {
    var progress = run.progress();
    return of(name, progress, run.busyUsers(), share(run.plan().load(), progress));
  }

  static RunProgress of(String name, Progress progress, int users, double share) {
    return new RunProgress(
        name,
        share,
        Numbers.count(progress.requests())
            + " requests · "
            + Numbers.count(progress.failed())
            + " errors · "
            + Numbers.count(users)
            + " users · "
            + Numbers.decimal(progress.requestsPerSecond())
            + "/s · p50 "
            + Numbers.millis(progress.p50())
            + " · p99 "
            + Numbers.millis(progress.p99())
            + " ms");
  }

  /** What one came to, in a line. */
  public static String ended(Results results) {
    var totals = results.totals();
    return String.format(
        Locale.ROOT,
        "%s%s requests, %s failed, %s/s, %s",
        results.stopped().map(why -> why + "; ").orElse(""),
        Numbers.count(totals.requests()),
        Numbers.count(totals.failed()),
        Numbers.decimal(totals.requestsPerSecond()),
        results.generator().verdict().label());
  }

  /** Such as {@code 62 %}. */
  public String percent() {
    return "%.0f %%".formatted(100 * share);
  }

  /**
   * In a line.
   *
   * @param columns that it may take
   */
  public String line(int columns) {
    var begin = " " + name + " ";
    var percent = "%5s ".formatted(percent());
    int room = columns - 1 - begin.length() - percent.length() - Display.width(numbers) - 1;
    int bar = Math.clamp(room, 0, BAR);
    var line = begin + (bar < 4 ? "" : bar(share, bar) + " ") + percent + numbers;
    return Display.fit(line, Math.max(1, columns - 1));
  }

  private static String bar(double share, int width) {
    int halves = (int) Math.round(share * 2 * width);
    var done = "━".repeat(halves / 2) + (halves % 2 == 1 ? "╸" : "");
    return done + "╌".repeat(width - done.length());
  }

  /** From 0 to 1. */
  private static double share(Load load, Progress progress) {
    return switch (load) {
      case ClosedLoad closed -> share(progress, closed.profile().time());
      case OpenLoad open -> share(progress, open.profile().time());
      case Iterations iterations ->
          Math.clamp((double) progress.iterations() / Math.max(1, iterations.count()), 0, 1);
    };
  }

  private static double share(Progress progress, Duration time) {
    double seconds = time.toNanos() / 1e9;
    return seconds <= 0 ? 1 : Math.clamp(progress.elapsedSeconds() / seconds, 0, 1);
  }
}
