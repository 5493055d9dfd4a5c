package dev.squall.stats;

/**
 * The users of an open load, which come as they are needed.
 *
 * @param limit the most there may be; 0 where the load has no such pool
 * @param mostBusy the most that were busy at once
 * @param waitedAtLimit arrivals that had to wait because as many as may be were busy
 */
public record UserPool(int limit, long mostBusy, long waitedAtLimit) {

  /** Of a load whose users are given. */
  public static final UserPool NONE = new UserPool(0, 0, 0);

  UserPool plus(UserPool other) {
    return new UserPool(
        limit + other.limit,
        Math.max(mostBusy, other.mostBusy),
        waitedAtLimit + other.waitedAtLimit);
  }
}
