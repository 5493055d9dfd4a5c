package dev.squall.shell.eval;

import java.util.concurrent.atomic.AtomicInteger;

/** Where the code of snippets looks whether it should end: at each call and each turn of a loop. */
public final class Stops {
  private static final AtomicInteger STOPPED = new AtomicInteger();

  /** Read by all snippets all the time and written when something is stopped. */
  private static volatile boolean looking;

  private Stops() {}

  /** Ends the thread's code when its evaluation or run was stopped; woven into snippets. */
  public static void check() {
    if (looking) {
      look();
    }
  }

  private static void look() {
    var token = Token.here();
    if (token != null && token.isStopped()) {
      throw new Stopped();
    }
  }

  static synchronized void oneMore() {
    STOPPED.incrementAndGet();
    looking = true;
  }

  static synchronized void oneLess() {
    looking = STOPPED.decrementAndGet() > 0;
  }
}
