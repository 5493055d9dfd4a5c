package dev.squall.scenario;

import java.time.Duration;

/**
 * Sending a request again when it failed, whatever the failure. All attempts and the waits between
 * them are one request: its response time holds them, its service time is the last attempt's, and
 * each attempt has the variables and draws of the first.
 *
 * @param attempts how often in all, the first one included
 * @param backoff how the waits grow
 * @param delay the first wait
 * @param longest no wait is longer
 * @param jitter which share of a wait is drawn: 0 none of it, 1 all
 */
public record Retry(
    int attempts, Backoff backoff, Duration delay, Duration longest, double jitter) {

  private static final Duration NO_LIMIT = Duration.ofDays(365);

  /** How waits grow. */
  public enum Backoff {
    /** Each as long as the first. */
    FIXED,
    /** The k-th k times as long as the first. */
    LINEAR,
    /** Each twice as long as the one before. */
    EXPONENTIAL
  }

  /** At once, so many times in all. */
  public Retry(int attempts) {
    this(attempts, Backoff.FIXED, Duration.ZERO, NO_LIMIT, 0);
  }

  /** With the same wait before each further attempt. */
  public Retry fixed(Duration wait) {
    return new Retry(attempts, Backoff.FIXED, wait, longest, jitter);
  }

  /** With waits of once, twice, three times this. */
  public Retry linear(Duration wait) {
    return new Retry(attempts, Backoff.LINEAR, wait, longest, jitter);
  }

  /** With waits of once, twice, four times this. */
  public Retry exponential(Duration wait) {
    return new Retry(attempts, Backoff.EXPONENTIAL, wait, longest, jitter);
  }

  /** With no wait longer than this. */
  public Retry atMost(Duration wait) {
    return new Retry(attempts, backoff, delay, wait, jitter);
  }

  /** With this share of each wait drawn evenly, so that users do not come back all at once. */
  public Retry jitter(double share) {
    return new Retry(attempts, backoff, delay, longest, share);
  }

  /**
   * The wait after an attempt (from 1) in nanoseconds: min(longest, growth × delay) × (1 − jitter ×
   * draw).
   *
   * @param draw from 0, included, to 1, excluded
   */
  public long waitNanos(int attempt, double draw) {
    double growth =
        switch (backoff) {
          case FIXED -> 1;
          case LINEAR -> attempt;
          case EXPONENTIAL -> Math.scalb(1.0, attempt - 1);
        };
    double whole = Math.min((double) longest.toNanos(), growth * delay.toNanos());
    return Math.round(whole * (1 - jitter * draw));
  }
}
