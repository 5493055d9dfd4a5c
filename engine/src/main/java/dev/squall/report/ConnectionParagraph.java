package dev.squall.report;

import dev.squall.sheet.Numbers;
import dev.squall.stats.ConnectionReading;
import dev.squall.stats.ConnectionStats;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the connections did: how many, who closed them and why, how often new ones, how long. */
record ConnectionParagraph(Results results, int columns) {
  private static final String LABEL = "  connections  ";
  private static final String INDENT = " ".repeat(LABEL.length());

  @Override
  public String toString() {
    var lines = lines();
    return Paragraph.wrap(LABEL + lines.getFirst(), INDENT, columns)
        + lines.stream()
            .skip(1)
            .map(line -> Paragraph.wrap(INDENT + line, INDENT, columns))
            .collect(Collectors.joining());
  }

  /** The same as lines that nobody has broken or indented. */
  List<String> lines() {
    return Stream.of(
            use(),
            ends(),
            rate(),
            setUp(results.connections()),
            tls(results.connections()),
            new ConnectionAdvice(results).sentence())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String use() {
    var totals = results.connections().totals();
    long exchanges = totals.reused() + totals.opened();
    return String.format(
        "%s opened, %s reused%s; at most %s active and %s idle at once",
        Numbers.count(totals.opened()),
        Numbers.count(totals.reused()),
        exchanges == 0
            ? ""
            : " ("
                + Numbers.percent(totals.reused(), exchanges)
                + ": "
                + ConnectionReading.of(results).word()
                + ")",
        Numbers.count(totals.peakActive()),
        Numbers.count(totals.peakIdle()));
  }

  private String ends() {
    var totals = results.connections().totals();
    var settings = results.info().connections();
    var reasons = new ArrayList<String>();
    if (totals.idleTimeouts() > 0) {
      reasons.add(
          Numbers.count(totals.idleTimeouts())
              + " idle for "
              + Numbers.plain(settings.idleTimeoutSeconds())
              + " s");
    }
    if (totals.poolOverflow() > 0) {
      reasons.add(
          Numbers.count(totals.poolOverflow())
              + " beyond the "
              + Numbers.count(settings.maxIdlePerUser())
              + " that a user keeps");
    }
    return String.format(
        "%s closed by the server, %s by us%s, %s failed%s",
        Numbers.count(totals.closedByPeer()),
        Numbers.count(totals.closedByUs()),
        reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")",
        Numbers.count(totals.failed()),
        totals.staleRetries() == 0
            ? ""
            : ", " + Numbers.count(totals.staleRetries()) + " stale when used and sent again");
  }

  private String rate() {
    var connections = results.connections();
    var mean = Numbers.decimal(connections.openedPerSecond()) + " new/s";
    // One entry says no more than the mean does.
    return connections.utilisation().size() < 2
        ? mean
        : mean
            + ", "
            + Numbers.count(Math.round(connections.peakOpenedPerSecond()))
            + " in the busiest second";
  }

  private static String setUp(ConnectionStats connections) {
    var parts = new ArrayList<String>();
    if (connections.dns().count() > 0) {
      parts.add("DNS " + quantiles(connections.dns()));
    }
    if (connections.connect().count() > 0) {
      parts.add("connect " + quantiles(connections.connect()));
    }
    return String.join("; ", parts);
  }

  private static String tls(ConnectionStats connections) {
    return connections.handshakes() == 0
        ? ""
        : String.format(
            "TLS %s (%s full, %s resumed)",
            quantiles(connections.tls()),
            Numbers.count(connections.handshakes() - connections.resumed()),
            Numbers.count(connections.resumed()));
  }

  /** {@code p50 0.30 ms, p99 1.2 ms}. */
  static String quantiles(Latencies times) {
    return "p50 "
        + Numbers.millis(times.percentile(50))
        + " ms, p99 "
        + Numbers.millis(times.percentile(99))
        + " ms";
  }
}
