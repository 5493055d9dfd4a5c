package dev.squall.sample;

/**
 * What the connections of a run did so far, counted where it happened. All counts are since T0.
 *
 * @param opened connections established
 * @param failed connections that could not be established
 * @param reused exchanges that began on a kept connection
 * @param closedByPeer connections that the server closed
 * @param closedByUs connections that we closed, for whatever reason
 * @param staleRetries exchanges sent again because a kept connection was already closed
 * @param active connections with an exchange in flight now
 * @param idle connections kept open without one now
 * @param peakActive the most that were active at once
 * @param peakIdle the most that were idle at once
 * @param connectNanos time spent connecting, over all opened connections
 * @param idleTimeouts connections that we closed because they were idle for too long
 * @param poolOverflow connections that we closed because more were idle than are kept
 */
public record Connections(
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
    long poolOverflow) {

  /** Before anything happened. */
  public static final Connections NONE = new Connections(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The share of exchanges on a kept connection, 0 to 1; NaN when there was no exchange. */
  public double reuseRate() {
    return (double) reused / (reused + opened);
  }
}
