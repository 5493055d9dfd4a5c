package dev.squall.shop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * The workers of a shop: each holds one request from its admission to the end of its answer.
 * Requests that find no free worker queue in the order of their arrival. 0 workers mean no limit.
 */
final class Workers {

  private final Executor executor;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int limit;
  private int busy;

  Workers(Executor executor) {
    this.executor = executor;
  }

  void limit(int workers) {
    var admitted = new ArrayList<Runnable>();
    synchronized (this) {
      limit = workers;
      while (!waiting.isEmpty() && hasFree()) {
        busy++;
        admitted.add(waiting.remove());
      }
    }
    admitted.forEach(executor::execute);
  }

  void enter(Runnable work) {
    synchronized (this) {
      if (!hasFree()) {
        waiting.add(work);
        return;
      }
      busy++;
    }
    work.run();
  }

  void leave() {
    Runnable next;
    synchronized (this) {
      busy--;
      if (waiting.isEmpty() || !hasFree()) {
        return;
      }
      busy++;
      next = waiting.remove();
    }
    // Not run here: a long queue of quick requests would nest call in call.
    executor.execute(next);
  }

  private boolean hasFree() {
    return limit == 0 || busy < limit;
  }
}
