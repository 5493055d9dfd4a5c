package dev.squall.shell.eval;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that perform what may have to be stopped. One that does not stop is abandoned: it
 * stays a daemon with a name of its own, and another one takes its place.
 */
final class Workers implements AutoCloseable {
  /** How long what was stopped may take to end. */
  static final Duration PATIENCE = Duration.ofMillis(1500);

  private static final Duration LOOK = Duration.ofMillis(50);

  private final ClassLoader loader;
  private final AtomicInteger nested = new AtomicInteger();
  private @Nullable Worker idle;
  private boolean closed;

  Workers(ClassLoader loader) {
    this.loader = loader;
  }

  /** Work that was given up while its thread went on with it. */
  static final class Abandoned extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient StackTraceElement[] where;

    Abandoned(Thread thread) {
      super(thread.getName(), null, false, false);
      this.where = thread.getStackTrace();
    }

    /** What it was doing. */
    StackTraceElement[] where() {
      return where;
    }
  }

  /**
   * Performs work as a part of a token and waits for it.
   *
   * @throws Abandoned when it was stopped and did not end
   * @throws ExecutionException with what it threw
   */
  <T extends @Nullable Object> T perform(Token token, Callable<T> work)
      throws Abandoned, ExecutionException {
    var task = new FutureTask<T>(work);
    var worker = take();
    // What waits for something inside gives that the time to be abandoned first.
    long patience = PATIENCE.plus(LOOK.multipliedBy(4L * nested.getAndIncrement())).toNanos();
    boolean interrupted = false;
    try {
      worker.give(() -> token.within(task));
      token.enter(worker.thread);
      if (token.isStopped()) {
        worker.thread.interrupt();
      }
      while (true) {
        try {
          var result = task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
          giveBack(worker);
          return result;
        } catch (ExecutionException e) {
          giveBack(worker);
          throw e;
        } catch (TimeoutException _) {
          if (token.isStopped() && System.nanoTime() - token.stoppedNanos() > patience) {
            throw worker.abandon();
          }
        } catch (InterruptedException _) {
          // Whoever waits is asked to end: so is what he waits for.
          interrupted = true;
          worker.thread.interrupt();
        }
      }
    } finally {
      nested.decrementAndGet();
      token.leave(worker.thread);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized Worker take() {
    var worker = idle == null ? new Worker(loader) : idle;
    idle = null;
    return worker;
  }

  private synchronized void giveBack(Worker worker) {
    if (idle == null && !closed) {
      idle = worker;
    } else {
      worker.end();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (idle != null) {
      idle.end();
      idle = null;
    }
  }

  private static final class Worker {
    private static final AtomicInteger ABANDONED = new AtomicInteger();

    /** What comes next; nothing when it is over. */
    private final SynchronousQueue<Optional<Runnable>> work = new SynchronousQueue<>();

    private final Thread thread;

    Worker(ClassLoader loader) {
      thread = Thread.ofPlatform().daemon().name("squall-snippet").unstarted(this::go);
      thread.setContextClassLoader(loader);
      thread.start();
    }

    private void go() {
      for (var next = next(); next.isPresent(); next = next()) {
        next.get().run();
      }
    }

    private Optional<Runnable> next() {
      while (true) {
        try {
          return work.take();
        } catch (InterruptedException _) {
          // It was for the work before.
        }
      }
    }

    void give(Runnable task) {
      put(Optional.of(task));
    }

    private void put(Optional<Runnable> task) {
      boolean interrupted = false;
      while (true) {
        try {
          work.put(task);
          break;
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    void end() {
      put(Optional.empty());
    }

    Abandoned abandon() {
      thread.setName("squall-abandoned-" + ABANDONED.incrementAndGet());
      var abandoned = new Abandoned(thread);
      // It ends when its work does, if ever.
      Thread.ofVirtual().name("squall-end").start(this::end);
      return abandoned;
    }
  }
}
