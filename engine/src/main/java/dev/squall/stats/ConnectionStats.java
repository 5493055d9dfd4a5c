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
 */
public record ConnectionStats(
    Connections totals, double openedPerSecond, List<Utilisation> utilisation) {

  /**
   * The connections and users at one moment.
   *
   * @param seconds since T0
   * @param active connections with an exchange in flight
   * @param idle connections kept open without one
   * @param busyUsers users inside an iteration
   */
  public record Utilisation(double seconds, int active, int idle, int busyUsers) {}
}
