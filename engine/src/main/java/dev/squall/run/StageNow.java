package dev.squall.run;

/**
 * The stage that a load is in, in the load's time.
 *
 * @param fromNanos when it began
 * @param endNanos when it ends
 * @param level the load's level in words: {@code 300/s}, {@code 20 users}
 */
record StageNow(long fromNanos, long endNanos, String level) {}
