package dev.squall.run;

import dev.squall.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/**
 * What users do outside of a load, on a virtual thread: there it can be interrupted as it reads.
 */
final class Interruptible {
  /** How soon it is noticed that it should end. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private Interruptible() {}

  /** Performs it to its end, or until somebody wants it to end. */
  static <T> T perform(String name, Callable<T> work, BooleanSupplier isCutOff)
      throws InterruptedException {
    var task = new FutureTask<>(work);
    var thread = Thread.ofVirtual().name(name).start(task);
    while (!thread.join(LOOK)) {
      if (isCutOff.getAsBoolean()) {
        thread.interrupt();
      }
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  /**
   * Performs it to its end. An interrupt of the caller is one of the work, and stands afterwards.
   *
   * @throws CompletionException when it ended by a bug of ours, which is its cause
   * @throws ProblemException as the work throws it
   */
  static <T> T perform(String name, Callable<T> work) {
    boolean interrupted = Thread.interrupted();
    boolean atOnce = interrupted;
    var task =
        new FutureTask<>(() -> {
          if (atOnce) {
            Thread.currentThread().interrupt();
          }
          return work.call();
        });
    var thread = Thread.ofVirtual().name(name).start(task);
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
          thread.interrupt();
        } catch (ExecutionException e) {
          if (e.getCause() instanceof ProblemException wrong) {
            throw wrong;
          }
          throw new CompletionException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The same for what has no result. */
  static void perform(String name, Runnable work, BooleanSupplier isCutOff)
      throws InterruptedException {
    perform(
        name,
        () -> {
          work.run();
          return true;
        },
        isCutOff);
  }
}
