package dev.squall.live;

import dev.squall.live.Families.Series;
import dev.squall.stats.Results;
import java.util.stream.Stream;

/** Connections: what was told about them, and what they did, as counted where it happened. */
final class ConnectionMetrics {
  private static final double PERCENT = 100;

  private ConnectionMetrics() {}

  static void add(Families to, Results results) {
    settings(to, results);
    pool(to, results);
    var now = results.connections().totals();
    to.counter("connections_failed", "Connections that could not be established.", now.failed());
    to.counter(
        "connections_closed",
        "Connections that were closed, by whom.",
        Stream.of(
            Series.of(now.closedByPeer(), "by", "peer"), Series.of(now.closedByUs(), "by", "us")));
    to.gauge(
        "connections_active",
        "Connections with an exchange in flight at the last whole second.",
        now.active());
    to.gauge(
        "connections_idle",
        "Connections kept open without an exchange at the last whole second.",
        now.idle());
  }

  private static void settings(Families to, Results results) {
    var told = results.info().connections();
    to.gauge(
        "connection_pool_max_idle_per_host",
        "Idle connections that a user keeps for each origin.",
        told.maxIdlePerUser());
    to.gauge(
        "connection_pool_idle_timeout_seconds",
        "How long a connection is kept idle; 0 for ever.",
        told.idleTimeoutSeconds());
  }

  private static void pool(Families to, Results results) {
    var now = results.connections().totals();
    long exchanges = now.reused() + now.opened();
    to.counter(
        "connection_pool_requests", "Exchanges that got a connection, new or kept.", exchanges);
    to.counter(
        "connection_pool_likely_reused",
        "Exchanges on a kept connection: counted, not estimated.",
        now.reused());
    to.counter(
        "connection_pool_likely_new",
        "Connections established: counted, not estimated.",
        now.opened());
    to.gauge(
        "connection_pool_reuse_rate_percent",
        "The share of exchanges on a kept connection.",
        exchanges == 0 ? 0 : PERCENT * now.reused() / exchanges);
  }
}
