package dev.squall.stats;

/**
 * The live line: a run so far.
 *
 * @param elapsedSeconds since T0
 * @param requests requests that ended
 * @param failed failed requests among them
 * @param requestsPerSecond requests / elapsed; 0 when no time has passed
 * @param iterations iterations that ended
 * @param p50 median response time
 * @param p95 95th percentile of the response time
 * @param p99 99th percentile of the response time
 */
public record Progress(
    double elapsedSeconds,
    long requests,
    long failed,
    double requestsPerSecond,
    long iterations,
    Estimate p50,
    Estimate p95,
    Estimate p99) {}
