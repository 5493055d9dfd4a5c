package dev.squall.stats;

/**
 * What one virtual user did.
 *
 * @param user the user, from 1; 0 for all users beyond those kept singly and for arrivals that no
 *     user took
 * @param iterations iterations that ended, however they ended
 * @param requests {@code ok + failed + interrupted}
 * @param ok complete answers that every check accepts
 * @param failed failed requests
 * @param interrupted in flight when the run ended
 * @param meanMs mean response time of its complete answers in milliseconds, or none
 */
public record UserStats(
    int user,
    long iterations,
    long requests,
    long ok,
    long failed,
    long interrupted,
    Estimate meanMs) {}
