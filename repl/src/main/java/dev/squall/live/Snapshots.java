package dev.squall.live;

import dev.squall.run.Run;
import dev.squall.stats.Results;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run so far, for whoever asks. Taken anew only when the last one is a quarter of a second old,
 * so that no number of askers is felt by the load.
 */
public final class Snapshots implements Supplier<Results> {
  private static final long FRESH_NANOS = 250_000_000;

  private final Run run;
  private @Nullable Results last;
  private boolean isFinal;
  private long taken;

  /** Snapshots of this run. */
  public Snapshots(Run run) {
    this.run = run;
  }

  /** Whether what comes next is the last. */
  boolean isDone() {
    return run.isDone();
  }

  /**
   * The results so far, at most a quarter of a second old; the final ones once it has ended.
   *
   * @throws java.util.concurrent.CompletionException when the run ended by a bug of ours
   */
  @Override
  public synchronized Results get() {
    boolean done = run.isDone();
    var known = last;
    if (known != null && (isFinal || (!done && System.nanoTime() - taken < FRESH_NANOS))) {
      return known;
    }
    var snapshot = run.snapshot();
    last = snapshot;
    isFinal = done;
    // From its end: where taking one is slow, there is a quarter of a second between two.
    taken = System.nanoTime();
    return snapshot;
  }
}
