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
 * @param meanMs mean response time in milliseconds, or none; a bound where requests timed out,
 *     which take part with the time they had
 */
public record UserStats(
    int user,
    long iterations,
    long requests,
    long ok,
    long failed,
    long interrupted,
    Estimate meanMs) {}
