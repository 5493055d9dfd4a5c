package dev.squall.shop.behaviour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Workers of a shop or a route: each holds one request from its admission to the end of its answer.
 * Requests that find no free worker queue in the order of their arrival. 0 workers mean no limit.
 *
 * <p>A worker goes from one request to the next at the instant at which it was due to be free, not
 * at the later one at which a thread noticed: otherwise every request would take its service time
 * and a wake-up, and n workers would get less through than n / s.
 */
public final class Workers {

  /** What a worker begins, and when: a {@link System#nanoTime}, a little in the past perhaps. */
  @FunctionalInterface
  public interface Task {
    void begin(long at);
  }

  private record Waiting(Task task, long since) {}

  private final Executor executor;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private volatile int limit;
  private int busy;

  Workers(Executor executor) {
    this.executor = executor;
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
    admitted.forEach(next -> start(next, System.nanoTime()));
  }

  /** Begins the task now, or when a worker is free. Each task must {@link #leave} once. */
  public void enter(Task task) {
    var now = System.nanoTime();
    synchronized (this) {
      if (!hasFree()) {
        queue.add(new Waiting(task, now));
        return;
      }
      busy++;
    }
    task.begin(now);
  }

  /**
   * A worker is free for the next.
   *
   * @param freeSince when it was due to be, a {@link System#nanoTime}
   */
  public void leave(long freeSince) {
    Waiting next;
    synchronized (this) {
      busy--;
      if (queue.isEmpty() || !hasFree()) {
        return;
      }
      busy++;
      next = queue.remove();
    }
    start(next, freeSince);
  }

  private void start(Waiting next, long freeSince) {
    var at = freeSince - next.since() > 0 ? freeSince : next.since();
    // Not run here: a long queue of quick requests would nest call in call.
    executor.execute(() -> next.task().begin(at));
  }

  private boolean hasFree() {
    return limit == 0 || busy < limit;
  }
}
