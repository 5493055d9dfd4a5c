package dev.squall.cli;

import dev.squall.sample.Event;
import dev.squall.secret.Secrets;
import dev.squall.stats.Estimate;
import dev.squall.stats.Results;
import dev.squall.stats.UserStats;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What users do, a line each: {@code [12:57:07] VU 1 ✓ GET https://… - 200 (145ms)}. */
final class EventText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cntrl}\\s]+");

  private final boolean ofArrivals;
  private long second;
  private String time = "";

  /** Of a load of users that go round, or of arrivals. */
  EventText(boolean ofArrivals) {
    this.ofArrivals = ofArrivals;
  }

  /** With the time of day, which is now: events are told within milliseconds. */
  String of(Event event) {
    long now = System.currentTimeMillis() / 1000;
    if (now != second) {
      second = now;
      time =
          "["
              + LocalTime.ofInstant(Instant.ofEpochSecond(now), ZoneId.systemDefault()).format(TIME)
              + "] ";
    }
    return time + words(event);
  }

  String words(Event event) {
    var user = "VU " + event.user();
    return switch (event) {
      case Event.UserStarted _ -> user + " started";
      // An arrival is a user of its own, whoever performs it: its number is that of the run.
      case Event.IterationStarted begun ->
          user + " → iteration " + (ofArrivals ? begun.iteration() + 1 : begun.own());
      case Event.RequestDone done -> user + " " + words(done);
      case Event.UserDone _ -> user + " completed";
    };
  }

  private static String words(Event.RequestDone done) {
    var asked = (done.ok() ? "✓ " : "✗ ") + done.method() + " " + shown(done.url()) + " - ";
    if (done.status() == 0) {
      return asked + "ERROR: " + done.error();
    }
    // What is wrong with an answer is its status; if not, it has to be said.
    boolean said = done.ok() || done.status() >= 400;
    return asked
        + done.status()
        + " ("
        + millis(done.latencyMs())
        + ")"
        + (said ? "" : " " + done.error());
  }

  private static String shown(String url) {
    var seen = url.indexOf('?') < 0 && url.indexOf('@') < 0 ? url : Secrets.target(url);
    return seen.chars().allMatch(c -> c > ' ' && c < 127)
        ? seen
        : NOT_SHOWN.matcher(seen).replaceAll("");
  }

  /** Each user on its own, after all lines of events. */
  static List<String> ofUsers(Results results) {
    return Stream.concat(
            results.users().stream()
                .filter(user -> user.iterations() > 0 || user.requests() > 0)
                .sorted(Comparator.comparingInt(UserStats::user))
                .map(user -> words("VU " + user.user(), user)),
            Stream.of(results.otherUsers())
                .filter(others -> others.requests() > 0)
                .map(others -> words("Other VUs", others)))
        .toList();
  }

  private static String words(String who, UserStats user) {
    return "  "
        + who
        + ": "
        + user.iterations()
        + " iterations, "
        + user.requests()
        + " requests (✓ "
        + user.ok()
        + ", ✗ "
        + user.failed()
        + (user.interrupted() == 0 ? "" : ", interrupted " + user.interrupted())
        + "), avg latency: "
        + switch (user.meanMs()) {
          case Estimate.Exact(var ms) -> millis(ms);
          case Estimate.AtLeast(var ms) -> "≥ " + millis(ms);
          case Estimate.None() -> "–";
        };
  }

  /** Two digits that matter, without a space before their unit. By hand: it is done per request. */
  static String millis(double ms) {
    if (ms >= 9.95) {
      return Math.round(ms) + "ms";
    }
    int scale = ms < 0.95 ? 100 : 10;
    long parts = Math.round(ms * scale);
    var behind = Long.toString(parts % scale);
    return parts / scale + "." + (scale == 100 && behind.length() == 1 ? "0" : "") + behind + "ms";
  }
}
