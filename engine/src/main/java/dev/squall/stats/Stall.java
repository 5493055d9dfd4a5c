package dev.squall.stats;

/**
 * A time in which the generator did not do what was due.
 *
 * @param fromSeconds when something was due, since T0
 * @param ms how long it was not done, in milliseconds
 * @param whole whether this process stood still; else it was busy and its users had to wait
 */
public record Stall(double fromSeconds, double ms, boolean whole) {

  /** Whether it lasted into a stretch of the run, in seconds since T0. */
  public boolean overlaps(double from, double to) {
    return fromSeconds < to && fromSeconds + ms / 1e3 > from;
  }
}
