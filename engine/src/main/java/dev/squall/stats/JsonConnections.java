package dev.squall.stats;

import static dev.squall.stats.JsonNumbers.decimal;
import static dev.squall.stats.JsonNumbers.times;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The connections of a results file. */
final class JsonConnections {
  private JsonConnections() {}

  static void write(Results results, ObjectNode node) {
    var counted = results.connections();
    var totals = counted.totals();
    node.put("opened", totals.opened());
    node.put("reused", totals.reused());
    node.put("closed_by_peer", totals.closedByPeer());
    node.put("closed_by_us", totals.closedByUs());
    node.put("idle_timeouts", totals.idleTimeouts());
    node.put("pool_overflow", totals.poolOverflow());
    node.put("failed", totals.failed());
    node.put("stale_retries", totals.staleRetries());
    node.put("reuse_rate", decimal(totals.reuseRate()));
    node.put("opened_per_s", decimal(counted.openedPerSecond()));
    node.put("peak_opened_per_s", decimal(counted.peakOpenedPerSecond()));
    node.put("active", totals.active());
    node.put("idle", totals.idle());
    node.put("peak_active", totals.peakActive());
    node.put("peak_idle", totals.peakIdle());
    var utilisation = node.putArray("utilisation");
    for (var point : counted.utilisation()) {
      utilisation
          .addObject()
          .put("t_s", decimal(point.seconds()))
          .put("active", point.active())
          .put("idle", point.idle())
          .put("users", point.busyUsers())
          .put("opened", point.opened());
    }
    settings(results, node.putObject("settings"));
    node.put("connect_total_ms", decimal(totals.connectNanos() / 1e6));
    times(node, "dns", counted.dns());
    times(node, "connect", counted.connect());
    times(node, "tls", counted.tls());
    node.put("handshakes", counted.handshakes());
    node.put("resumed", counted.resumed());
    node.put("reading", ConnectionReading.of(results).word());
  }

  private static void settings(Results results, ObjectNode node) {
    var settings = results.info().connections();
    node.put("kept", settings.kept());
    node.put("max_idle_per_user", settings.maxIdlePerUser());
    node.put("idle_timeout_s", decimal(settings.idleTimeoutSeconds()));
    node.put("tcp_keepalive_s", decimal(settings.tcpKeepAliveSeconds()));
    node.put("no_delay", settings.noDelay());
  }
}
