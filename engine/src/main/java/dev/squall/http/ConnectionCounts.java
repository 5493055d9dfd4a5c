package dev.squall.http;

/**
 * What the connections of a wire did so far, counted where it happened. A connection is counted
 * once under {@code opened}, and once under {@code closedByPeer} or {@code closedByUs}: {@code
 * opened = closedByPeer + closedByUs + active + idle}.
 *
 * @param opened connections established
 * @param failed attempts of an exchange to connect that led to no connection
 * @param reused exchanges that began on a kept connection
 * @param closedByPeer connections that the server closed, or announced to close with its answer
 * @param closedByUs connections that we closed for any other reason
 * @param staleRetries exchanges sent again because a kept connection was already closed
 * @param active connections with an exchange in flight now
 * @param idle connections kept open without one now
 * @param peakActive the most that were active at once
 * @param peakIdle the most that were idle at once
 * @param connectNanos time spent connecting, over all opened connections
 * @param idleTimeouts of those closed by us, the ones that lay idle for too long
 * @param poolOverflow of those closed by us, the ones that were more than are kept
 */
public record ConnectionCounts(
    long opened,
    long failed,
    long reused,
    long closedByPeer,
    long closedByUs,
    long staleRetries,
    int active,
    int idle,
    int peakActive,
    int peakIdle,
    long connectNanos,
    long idleTimeouts,
    long poolOverflow) {}
