package dev.squall.sample;

/**
 * The index of an iteration where users go round: {@code round × users + user}, both from 0, so
 * that it is a function of the user and its own count alone. Users that a live change brought on
 * top have indices of their own far beyond these.
 */
public final class IterationIndex {
  private static final int BEYOND_SHIFT = 40;

  private IterationIndex() {}

  /**
   * The index of a user's iteration.
   *
   * @param user from 1
   * @param own how many it began before
   * @param users how many users the load has at most
   */
  public static long of(int user, long own, int users) {
    return user <= users ? own * users + user - 1 : ((long) user << BEYOND_SHIFT) + own;
  }

  /** The user's own number, from 1, of the iteration with this index. */
  public static long round(long index, int users) {
    return index < 1L << BEYOND_SHIFT ? index / users + 1 : (index & (1L << BEYOND_SHIFT) - 1) + 1;
  }
}
