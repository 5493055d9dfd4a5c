package dev.squall.run;

import dev.squall.sample.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Stands before each step that has a row in the statistics, on the user's thread, and decides
 * whether it is performed. Nobody stands there under load.
 */
interface Gate {
  /** An iteration begins: its variables have their first values. */
  void begun(Session session);

  /**
   * A step is next.
   *
   * @param step its row in the statistics
   * @param session with the values and draws that it would be performed with
   * @return nothing to have it performed; otherwise how it is taken to have ended
   */
  @Nullable Outcome before(int step, Session session);

  /** A step that was let through ended, and left this. */
  void after(int step, Session session, Outcome outcome);

  /** Whether a pause at this point is waited for. */
  boolean waits();
}
