package dev.squall.shop.behaviour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Workers of a shop or a route: each holds one request from its admission to the end of its answer.
 * Requests that find no free worker queue in the order of their arrival. 0 workers mean no limit.
 *
 * <p>A worker goes from one request to the next at the instant at which it was due to be free, not
 * at the later one at which a thread noticed: otherwise every request would take its service time
 * and a wake-up, and n workers would get less through than n / s.
 */
public final class Workers {

  /** What a worker begins, and when: on the clock of a {@link Course}, perhaps a little ago. */
  @FunctionalInterface
  public interface Task {
    void begin(long at);
  }

  private record Waiting(Task task, long since) {}

  private final Executor executor;
  private final Time time;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private volatile int limit;
  private int busy;
  private long freeSince;

  Workers(Executor executor, Time time) {
    this.executor = executor;
    this.time = time;
  }

  /** Whether requests need a worker at present; those that began without one need not leave. */
  public boolean areLimited() {
    return limit > 0;
  }

  void limit(int workers) {
    var admitted = new ArrayList<Waiting>();
    synchronized (this) {
      limit = workers;
      while (!queue.isEmpty() && hasFree()) {
        busy++;
        admitted.add(queue.remove());
      }
    }
    // A worker that did not exist before has not been free before.
    admitted.forEach(next -> start(next, time.now()));
  }

  /**
   * Begins the task now, or when a worker is free. Each task must {@link #leave} once.
   *
   * @param at when it was due to come, on the clock of a {@link Course}
   */
  public void enter(long at, Task task) {
    long begin;
    synchronized (this) {
      if (!hasFree()) {
        queue.add(new Waiting(task, at));
        return;
      }
      busy++;
      begin = Math.max(at, freeSince);
    }
    task.begin(begin);
  }

  /**
   * A worker is free for the next.
   *
   * @param since when it was due to be, on the clock of a {@link Course}
   */
  public void leave(long since) {
    Waiting next;
    synchronized (this) {
      busy--;
      if (queue.isEmpty() || !hasFree()) {
        freeSince = Math.max(freeSince, since);
        return;
      }
      busy++;
      next = queue.remove();
    }
    start(next, since);
  }

  /** How many hold a request. */
  synchronized int busy() {
    return busy;
  }

  private void start(Waiting next, long since) {
    var at = Math.max(since, next.since());
    try {
      // Not run here: a long queue of quick requests would nest call in call.
      executor.execute(() -> next.task().begin(at));
    } catch (RejectedExecutionException closed) {
      // The shop has closed: nobody waits for this answer.
    }
  }

  private boolean hasFree() {
    return limit == 0 || busy < limit;
  }
}
