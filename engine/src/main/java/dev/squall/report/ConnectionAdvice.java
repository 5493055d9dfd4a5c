package dev.squall.report;

import dev.squall.sample.Category;
import dev.squall.sample.Connections;
import dev.squall.sheet.Numbers;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;

/**
 * Where connections are used again less than they could be: what to look at. The counts tell which
 * cause explains at least half of the connections that were opened.
 */
record ConnectionAdvice(Results results) {
  private static final double NEARLY_ALL = 0.8;
  private static final double A_FEW_EACH = 1.5;

  /** A sentence or two; empty where there is nothing to advise. */
  String sentence() {
    return switch (ConnectionReading.of(results)) {
      case EXCELLENT, NONE -> "";
      case FRESH ->
          "Every exchange opened a connection of its own, by choice (freshConnections()): response"
              + " times include setting it up.";
      case MODERATE, LOW -> cause(results.connections().totals());
    };
  }

  private String cause(Connections totals) {
    var settings = results.info().connections();
    if (mostly(totals.closedByPeer())) {
      return "The server closed most of them. Does it close after each answer? Look for Connection:"
          + " close in its answers, and at the keep-alive limits (requests, seconds) of the server"
          + " or of a proxy before it.";
    }
    if (mostly(broken(totals))) {
      return "Most were lost with a request that broke, timed out or was cut off: each such request"
          + " costs its connection. What failed says why.";
    }
    if (mostly(totals.idleTimeouts())) {
      return "Most were closed after being idle for "
          + Numbers.plain(settings.idleTimeoutSeconds())
          + " s: users pause longer than that between requests.";
    }
    if (mostly(totals.poolOverflow())) {
      return "Most were closed because a user keeps at most "
          + Numbers.count(settings.maxIdlePerUser())
          + " idle: its parallel requests need more than that.";
    }
    if (mostly(stillOpen(totals)) || totals.opened() <= A_FEW_EACH * results.users().size()) {
      return "Most were the first of their user and had few requests to serve: fewer users or a"
          + " longer run use them more often.";
    }
    if (totals.opened() >= NEARLY_ALL * results.totals().iterations().started()) {
      return "About one was opened for each iteration: each arrival of an open load is a new user,"
          + " and one that finds no idle connection opens its own.";
    }
    return "No single cause stands out: see above who closed them.";
  }

  private boolean mostly(long part) {
    return 2 * part >= results.connections().totals().opened();
  }

  private static long stillOpen(Connections totals) {
    return totals.opened() - totals.closedByPeer() - totals.closedByUs();
  }

  /** Requests that ended in the middle of an exchange; one that found no connection cost none. */
  private long broken(Connections totals) {
    long failed =
        results.errors().stream()
            .filter(error -> breaks(error.category()))
            .mapToLong(ErrorStats::count)
            .sum();
    return Math.max(0, failed - totals.failed()) + results.totals().interrupted();
  }

  private static boolean breaks(Category category) {
    return switch (category) {
      case TIMEOUT_ERROR, NETWORK_ERROR, TLS_ERROR, OTHER_ERROR -> true;
      case CLIENT_ERROR, SERVER_ERROR, CHECK_FAILED, SCRIPT_ERROR -> false;
    };
  }
}
