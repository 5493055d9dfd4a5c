package dev.squall.stats;

/**
 * What a run comes to. {@code requests = ok + failed + interrupted}, and on the wire were the
 * requests that reached it, the hops and the attempts.
 *
 * @param requests requests that ended, however they ended
 * @param ok complete answers that every check accepts
 * @param failed failed requests
 * @param interrupted in flight when the run ended
 * @param hops redirects that were followed
 * @param attempts exchanges that were given up and sent again
 * @param outside requests performed once, before or after the load; not among the requests
 * @param sent requests fully written, hops and attempts included
 * @param bytesSent bytes written, hops and attempts included
 * @param bytesReceived bytes read, hops and attempts included
 * @param iterations how the iterations went
 * @param elapsedSeconds from T0 to the end, or to now while it runs
 * @param requestsPerSecond requests / elapsed; 0 when no time has passed
 * @param iterationsPerSecond iterations that ended by themselves / elapsed; 0 when no time has
 *     passed
 * @param inFlightSeconds the service times of all exchanges added up, whatever became of them:
 *     hops, attempts, failures and what was cut off included
 */
public record Totals(
    long requests,
    long ok,
    long failed,
    long interrupted,
    long hops,
    long attempts,
    long outside,
    long sent,
    long bytesSent,
    long bytesReceived,
    IterationCounts iterations,
    double elapsedSeconds,
    double requestsPerSecond,
    double iterationsPerSecond,
    double inFlightSeconds) {}
