package dev.squall.cli;

import dev.squall.run.Run;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What Ctrl-C and kill -TERM do while a command works: they stop its run and wait until it has said
 * what it knows. The process then ends with the signal's own code, 130 or 143.
 */
final class Interruption implements AutoCloseable {
  private static final AtomicBoolean HAPPENED = new AtomicBoolean();

  /** For what is under way, and once more for a teardown. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Cut off and written down after twice the grace; whatever takes longer hangs. */
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch said = new CountDownLatch(1);
  private final AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
  private final Thread hook;

  Interruption() {
    hook =
        new Thread(
            () -> {
              HAPPENED.set(true);
              end.get().run();
              await();
            },
            "squall-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on this run is the one to stop; whoever waits is told. */
  Run of(Run run, Consumer<String> teller) {
    ends(() -> {
      teller.accept("\nStopping: what is under way gets up to " + GRACE.toSeconds() + " s.\n");
      run.stopWithin(GRACE);
    });
    return run;
  }

  /** From now on this is what to do; at once, where it has happened already. */
  void ends(Runnable what) {
    end.set(what);
    if (happened()) {
      what.run();
    }
  }

  private void await() {
    try {
      said.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is ending because of a signal; whoever then calls exit waits for ever. */
  static boolean happened() {
    return HAPPENED.get();
  }

  /** The command has said what it knows. */
  @Override
  public void close() {
    said.countDown();
    if (!happened()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // The signal came just now; the hook finds nothing to wait for.
      }
    }
  }
}
