package dev.squall.stats;

/**
 * How a check went.
 *
 * @param check the check in words
 * @param ok how often it accepted the answer
 * @param failed how often it did not
 */
public record CheckStats(String check, long ok, long failed) {}
