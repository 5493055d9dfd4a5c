package dev.squall.stats;

import dev.squall.sample.Connections;
import java.util.List;

/**
 * What the connections did.
 *
 * @param totals the last counts
 * @param openedPerSecond opened / elapsed; 0 when no time has passed
 * @param utilisation connections and users over time, one entry for each tick of the run; every
 *     other one is dropped as often as a very long run would hold more than 36 000
 * @param connect how long connecting took, without DNS and TLS
 * @param tls how long TLS handshakes took
 * @param dns how long names took to resolve, where they were not known already
 * @param handshakes TLS handshakes, full ones and resumed ones
 * @param resumed TLS handshakes that resumed an earlier session
 */
public record ConnectionStats(
    Connections totals,
    double openedPerSecond,
    List<Utilisation> utilisation,
    Latencies connect,
    Latencies tls,
    Latencies dns,
    long handshakes,
    long resumed) {

  /**
   * The connections and users at one moment.
   *
   * @param seconds since T0
   * @param active connections with an exchange in flight
   * @param idle connections kept open without one
   * @param busyUsers users inside an iteration
   * @param opened connections established since the entry before
   */
  public record Utilisation(double seconds, int active, int idle, int busyUsers, long opened) {
    Utilisation withOpened(long opened) {
      return new Utilisation(seconds, active, idle, busyUsers, opened);
    }
  }

  /**
   * The most connections that were established within one second; a mean where an entry of {@link
   * #utilisation()} spans several.
   */
  public double peakOpenedPerSecond() {
    double peak = 0;
    double before = 0;
    for (var moment : utilisation) {
      // The last entry may follow its neighbour by a moment: what came then came within a second.
      peak = Math.max(peak, moment.opened() / Math.max(1, moment.seconds() - before));
      before = moment.seconds();
    }
    return peak;
  }
}
