package dev.squall.sheet;

import dev.squall.stats.ConnectionStats.Utilisation;
import dev.squall.stats.Results;

/** What the connections did, in all and over time. */
final class ConnectionSheets {
  private ConnectionSheets() {}

  static Sheet facts(Results results) {
    var connections = results.connections();
    var totals = connections.totals();
    return new Facts()
        .count("opened", totals.opened())
        .count("reused", totals.reused())
        .figure("reused share", 100 * totals.reuseRate(), Unit.PERCENT)
        .count("closed by the server", totals.closedByPeer())
        .count("closed by us", totals.closedByUs())
        .count("idle for too long", totals.idleTimeouts())
        .count("beyond what is kept", totals.poolOverflow())
        .count("failed to open", totals.failed())
        .count("stale when used", totals.staleRetries())
        .figure("opened a second", connections.openedPerSecond(), Unit.PER_SECOND)
        .figure("opened in the busiest second", connections.peakOpenedPerSecond(), Unit.PER_SECOND)
        .count("most active at once", totals.peakActive())
        .count("most idle at once", totals.peakIdle())
        .times("DNS", connections.dns())
        .times("connect", connections.connect())
        .times("TLS", connections.tls())
        .count("TLS handshakes", connections.handshakes())
        .count("TLS handshakes resumed", connections.resumed())
        .sheet("Connections");
  }

  static Sheet utilisation(Results results) {
    return new Columns<>(results.connections().utilisation())
        .figures(Heading.of("t", Unit.SECONDS).rank(0), Utilisation::seconds)
        .counts(Heading.of("active").rank(0), Utilisation::active)
        .counts(Heading.of("idle").rank(1), Utilisation::idle)
        .counts(Heading.of("opened").rank(1), Utilisation::opened)
        .counts(Heading.of("users").rank(1), Utilisation::busyUsers)
        .sheet("Connections over time");
  }
}
