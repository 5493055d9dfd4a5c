package dev.squall.load;

/**
 * A number of iterations, whatever time they take.
 *
 * @param users how many users perform them
 * @param count how many in all
 * @param sharing who takes which
 */
public record Iterations(int users, long count, Sharing sharing) implements Load {

  /** Who takes which iteration. */
  public enum Sharing {
    /** Each user gets an equal part, the first users one more where it does not divide. */
    DIVIDED,
    /** Whoever is free takes the next. */
    SHARED
  }

  /** How many a user (from 1) gets of a divided load. */
  public long partOf(int user) {
    return count / users + (user <= count % users ? 1 : 0);
  }

  @Override
  public int maxUsers() {
    return users;
  }

  @Override
  public String toString() {
    return Quantity.of(count, "iteration")
        + (sharing == Sharing.SHARED ? " shared by " : " by ")
        + Quantity.of(users, "user");
  }
}
