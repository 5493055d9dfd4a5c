package dev.squall.shell.session;

import dev.squall.run.Run;
import dev.squall.stats.Results;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A run under its number. */
public final class KeptRun {
  /** How much of a long run a crash may cost. */
  private static final Duration SAVED_EVERY = Duration.ofSeconds(5);

  private final int number;
  private final @Nullable Run run;
  private volatile @Nullable Path file;
  private volatile @Nullable Results results;

  KeptRun(int number, Run run, RunFiles files) {
    this.number = number;
    this.run = run;
    Thread.ofVirtual().name("squall-save-r" + number).start(() -> save(run, files));
  }

  /** One of an earlier session. */
  KeptRun(int number, Path file) {
    this.number = number;
    this.run = null;
    this.file = file;
  }

  private void save(Run run, RunFiles files) {
    while (true) {
      try {
        var end = run.end().get(SAVED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        results = end;
        files.save(number, end).ifPresent(saved -> file = saved);
        return;
      } catch (TimeoutException _) {
        files.save(number, run.snapshot()).ifPresent(saved -> file = saved);
      } catch (InterruptedException | java.util.concurrent.ExecutionException _) {
        return; // whoever waits for it is told of the bug
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

  /** Whether it is under way. */
  public boolean isRunning() {
    return run != null && !run.isDone();
  }

  /** Where it is saved, once it is. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * What was measured, so far.
   *
   * @throws dev.squall.problem.ProblemException when its file cannot be read
   * @throws CompletionException when it ended by a bug of ours
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

  void close() {
    if (run != null && isRunning()) {
      run.stopWithin(Duration.ofSeconds(1));
    }
  }
}
