package dev.squall.shell.session;

import dev.squall.goal.Goal;
import dev.squall.run.Run;
import dev.squall.shell.display.Bundle;
import dev.squall.stats.Judge;
import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A run under its number. */
public final class KeptRun {
  /** How long a run may go on when it is told to end. */
  static final Duration GRACE = Duration.ofSeconds(1);

  private final int number;
  private final @Nullable Run run;
  private volatile @Nullable Path file;
  private volatile @Nullable Results results;
  private volatile String trouble = "";
  private volatile Judgements judgements = new Judgements(List.of());
  private final @Nullable Thread saver;

  KeptRun(int number, Run run, RunFiles files, Duration savedEvery) {
    this.number = number;
    this.run = run;
    this.saver =
        // No virtual one: those of a run whose code hangs may leave it no carrier.
        Thread.ofPlatform()
            .daemon()
            .name("squall-save-r" + number)
            .start(() -> save(run, files, savedEvery));
  }

  /** One of an earlier session. */
  KeptRun(int number, Path file) {
    this.number = number;
    this.run = null;
    this.saver = null;
    this.file = file;
  }

  private void save(Run run, RunFiles files, Duration every) {
    @Nullable Results soFar = null;
    while (true) {
      try {
        var end = run.end().get(every.toMillis(), TimeUnit.MILLISECONDS);
        results = end;
        files.save(number, end).ifPresent(saved -> file = saved);
        return;
      } catch (TimeoutException _) {
        try {
          soFar = run.snapshot();
          files.save(number, soFar).ifPresent(saved -> file = saved);
        } catch (CompletionException _) {
          // It has just broken off, which the next turn sees.
        }
      } catch (ExecutionException e) {
        results = soFar; // whoever waits for it is told of the bug
        trouble = String.valueOf(e.getCause() == null ? e : e.getCause());
        return;
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** From 1. */
  public int number() {
    return number;
  }

  /** What it is called. */
  public String name() {
    return "r" + number;
  }

  /** The handle, of a run of this session. */
  public Optional<Run> run() {
    return Optional.ofNullable(run);
  }

  /** Results under their name. */
  Bundle named(Bundle shown) {
    var html = shown.data().get(Bundle.HTML);
    var named = shown.with(Bundle.TEXT, name() + "\n" + shown.text());
    return html == null
        ? named
        : named.with(Bundle.HTML, "<div><b>" + name() + "</b></div>" + html);
  }

  /** Whether it is under way. */
  public boolean isRunning() {
    return run != null && !run.isDone();
  }

  /** What it broke off by; empty where it did not. */
  public String trouble() {
    return trouble;
  }

  /** Where it is saved, once it is. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * What was measured, so far.
   *
   * @throws dev.squall.problem.ProblemException when its file cannot be read
   * @throws CompletionException when it ended by a bug of ours before anything of it was kept
   */
  public Results results() {
    var known = results;
    if (known != null) {
      return known;
    }
    if (run != null) {
      return run.snapshot();
    }
    var loaded = Results.load(String.valueOf(file));
    results = loaded;
    return loaded;
  }

  /** What was measured, once nothing of it changes any more. */
  Optional<Results> ended() {
    if (results == null
        && run != null
        && !(run.isDone() && !run.end().isCompletedExceptionally())) {
      return Optional.empty();
    }
    return run == null ? Optional.ofNullable(results) : Optional.of(results());
  }

  /** The goals that it was held against last, and how it met them. */
  public Judgements judgements() {
    return judgements;
  }

  /** Holds it against goals, which its reports show from now on. */
  public Judgements judge(List<Goal> goals) {
    var judged = Judge.judge(results(), goals);
    judgements = judged;
    return judged;
  }

  /** Ends it, where it is under way; its numbers are there soon. */
  public void stop() {
    if (run != null && isRunning()) {
      run.stopWithin(GRACE);
    }
  }

  void awaitSaved(Duration most) {
    try {
      if (saver != null && most.isPositive()) {
        saver.join(most);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
