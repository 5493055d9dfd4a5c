package dev.squall.live;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Results;
import dev.squall.stats.TimelinePoint;
import java.util.List;

/** The few numbers at the top of the page. */
final class Figures {
  private final StringBuilder html = new StringBuilder();

  private Figures() {}

  static String html(Results results, List<TimelinePoint> timeline, boolean running) {
    var totals = results.totals();
    var figures = new Figures();
    figures.add(
        running ? "running for" : "lasted", Numbers.decimal(totals.elapsedSeconds()) + " s");
    figures.add("requests", Numbers.count(totals.requests()));
    var failed = Numbers.count(totals.failed());
    if (totals.failed() > 0) {
      figures.alarm(
          "failed", failed + " (" + Numbers.percent(totals.failed(), totals.requests()) + ")");
    } else {
      figures.add("failed", failed);
    }
    if (running) {
      figures.add("requests/s now", Numbers.decimal(now(timeline)));
    }
    figures.add("requests/s", Numbers.decimal(totals.requestsPerSecond()));
    for (int percentile : new int[] {50, 95, 99}) {
      var time = results.response().percentile(percentile);
      figures.add("p" + percentile + ", ms", Numbers.millis(time));
    }
    figures.add("iterations", Numbers.count(totals.iterations().ended()));
    if (totals.iterations().dropped() > 0) {
      figures.alarm("dropped", Numbers.count(totals.iterations().dropped()));
    }
    figures.connections(results, running);
    return figures.html.toString();
  }

  private void connections(Results results, boolean running) {
    var moments = results.connections().utilisation();
    if (running && !moments.isEmpty()) {
      var now = moments.getLast();
      add("busy users", Numbers.count(now.busyUsers()));
      add("active connections", Numbers.count(now.active()));
      add("idle", Numbers.count(now.idle()));
    }
    var all = results.connections().totals();
    add("opened", Numbers.count(all.opened()));
    add("reused", Numbers.count(all.reused()));
  }

  /** Of the last whole second: the one that has just begun would always look like a breakdown. */
  private static double now(List<TimelinePoint> timeline) {
    if (timeline.size() < 2) {
      return 0;
    }
    var last = timeline.get(timeline.size() - 2);
    return (double) last.requests() / last.widthSeconds();
  }

  private void add(String name, String value) {
    add(name, value, "");
  }

  private void alarm(String name, String value) {
    add(name, value, " class=\"bad\"");
  }

  private void add(String name, String value, String kind) {
    html.append("<div><dt>").append(name).append("</dt><dd").append(kind).append('>');
    html.append(Escape.html(value)).append("</dd></div>");
  }
}
