package dev.squall.shell.reply;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the time of a request went, in milliseconds; 0 for what did not happen or is not known.
 *
 * @param server from the last byte written to the first one read, where that is known; else the
 *     whole exchange
 */
record Timing(double dns, double connect, double tls, double server, double body, boolean reused) {

  static Timing of(TracedStep step) {
    var timing = step.timing();
    return new Timing(
        timing.dnsMs(),
        timing.connectMs(),
        timing.tlsMs(),
        timing.waitMs(),
        timing.readMs(),
        step.reused());
  }

  /** {@code connect 0.2}, {@code server 2.6}, {@code new connection}. */
  List<String> words() {
    var words = new ArrayList<String>();
    add(words, "name", dns);
    add(words, "connect", connect);
    add(words, "TLS", tls);
    add(words, "server", server);
    add(words, "body", body);
    if (server > 0) {
      words.add(reused ? "reused connection" : "new connection");
    }
    return words;
  }

  private static void add(List<String> words, String name, double millis) {
    if (millis > 0) {
      words.add(name + " " + Numbers.decimal(millis));
    }
  }
}
