package dev.squall.stats;

import dev.squall.sample.Opened;

/** What setting connections up took: sums and tallies. Not thread-safe. */
final class Openings {
  private final Tally dns = new Tally();
  private final Tally connect = new Tally();
  private final Tally tls = new Tally();
  private long handshakes;
  private long resumed;

  void record(Opened opened) {
    // A name that was known took no time: as a time of zero it would only hide the others.
    if (opened.dnsNanos() > 0) {
      dns.time(Micros.measured(opened.dnsNanos()));
    }
    connect.time(Micros.measured(opened.connectNanos()));
    if (opened.secure()) {
      tls.time(Micros.measured(opened.tlsNanos()));
      handshakes++;
      resumed += opened.resumed() ? 1 : 0;
    }
  }

  void add(Openings other) {
    dns.add(other.dns);
    connect.add(other.connect);
    tls.add(other.tls);
    handshakes += other.handshakes;
    resumed += other.resumed;
  }

  Latencies dns() {
    return latencies(dns);
  }

  Latencies connect() {
    return latencies(connect);
  }

  Latencies tls() {
    return latencies(tls);
  }

  /** TLS handshakes that succeeded, resumed ones included. */
  long handshakes() {
    return handshakes;
  }

  long resumed() {
    return resumed;
  }

  private static Latencies latencies(Tally times) {
    return new Latencies(times.counts(), Counts.NONE, 0);
  }
}
