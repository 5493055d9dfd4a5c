package dev.squall.stats;

import dev.squall.sample.Connections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    Utilisation plus(Utilisation other) {
      return new Utilisation(
          seconds,
          active + other.active,
          idle + other.idle,
          busyUsers + other.busyUsers,
          opened + other.opened);
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

  /** The connections of two runs side by side, which lasted so long together. */
  ConnectionStats plus(ConnectionStats other, double elapsedSeconds) {
    var moments = new TreeMap<Double, Utilisation>();
    Stream.concat(utilisation.stream(), other.utilisation.stream())
        .forEach(moment -> moments.merge(moment.seconds(), moment, Utilisation::plus));
    var together = List.copyOf(moments.values());
    long opened = totals.opened() + other.totals.opened();
    return new ConnectionStats(
        totals(other.totals, together),
        Rows.rate(opened, elapsedSeconds),
        together,
        connect.plus(other.connect),
        tls.plus(other.tls),
        dns.plus(other.dns),
        handshakes + other.handshakes,
        resumed + other.resumed);
  }

  /** Whether two peaks fell together is not known, but for what was seen at the ticks. */
  private Connections totals(Connections other, List<Utilisation> together) {
    int active = together.stream().mapToInt(Utilisation::active).max().orElse(0);
    int idle = together.stream().mapToInt(Utilisation::idle).max().orElse(0);
    return new Connections(
        totals.opened() + other.opened(),
        totals.failed() + other.failed(),
        totals.reused() + other.reused(),
        totals.closedByPeer() + other.closedByPeer(),
        totals.closedByUs() + other.closedByUs(),
        totals.staleRetries() + other.staleRetries(),
        totals.active() + other.active(),
        totals.idle() + other.idle(),
        Math.max(active, Math.max(totals.peakActive(), other.peakActive())),
        Math.max(idle, Math.max(totals.peakIdle(), other.peakIdle())),
        totals.connectNanos() + other.connectNanos(),
        totals.idleTimeouts() + other.idleTimeouts(),
        totals.poolOverflow() + other.poolOverflow());
  }
}
