package dev.squall.run;

import dev.squall.http.KeepAlive;
import dev.squall.http.PoolSettings;
import dev.squall.http.WireSettings;
import dev.squall.plan.Connections;
import dev.squall.plan.Options;

/** What a plan's options mean for the wire. */
final class Network {
  private Network() {}

  /** The settings of a run's wire. */
  static WireSettings settings(Options options) {
    var limits = options.limits();
    var connections = options.connections();
    return WireSettings.DEFAULT
        .withConnectTimeout(limits.connectTimeout())
        .withIdleTimeout(limits.idleTimeout())
        .withTotalTimeout(limits.timeout())
        .withPool(
            new PoolSettings(
                connections.reuse() == Connections.Reuse.KEPT ? KeepAlive.KEPT : KeepAlive.FRESH,
                connections.maxIdle(),
                connections.idleTimeout(),
                connections.tcpKeepAlive(),
                connections.noDelay()));
  }
}
