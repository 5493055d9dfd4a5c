package dev.squall.shell.eval;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.List;
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

  /**
   * Instead of the end of the process, in which all that was not saved would be lost; woven into
   * snippets.
   *
   * @throws ProblemException always
   */
  @SuppressWarnings("DoNotCallSuggester") // what calls it was woven, and not compiled
  public static void exit(int status) {
    throw new ProblemException(
        List.of(
            new Problem(
                Position.in("exit(" + status + ")"),
                "it would end the whole session, and was not done",
                "return ends a method, %restart lets Java begin anew")));
  }

  /** The same by way of the runtime. */
  public static void exit(Runtime runtime, int status) {
    exit(status);
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
