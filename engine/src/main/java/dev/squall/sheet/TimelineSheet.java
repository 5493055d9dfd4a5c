package dev.squall.sheet;

import static dev.squall.sheet.Heading.of;

import dev.squall.stats.Results;
import dev.squall.stats.TimelinePoint;

/** The run over time. */
final class TimelineSheet {
  private TimelineSheet() {}

  /** A rate is over the whole width of its row, also where the run ended within. */
  static Sheet sheet(Results results) {
    return new Columns<>(results.timeline())
        .counts(of("t", Unit.SECONDS).rank(0), TimelinePoint::startSeconds)
        .moments(
            of("at").forPrograms(),
            point -> results.info().started().plusSeconds(point.startSeconds()))
        .counts(of("width", Unit.SECONDS).rank(9), TimelinePoint::widthSeconds)
        .counts(of("requests").rank(1), TimelinePoint::requests)
        .counts(of("ok").rank(4), TimelinePoint::ok)
        .counts(of("failed").rank(1).alarm(), TimelinePoint::failed)
        .counts(of("interrupted").rank(6), TimelinePoint::interrupted)
        .figures(
            of("error", Unit.PERCENT).alarm(), point -> 100.0 * point.failed() / point.requests())
        .figures(
            of("requests", Unit.PER_SECOND),
            point -> (double) point.requests() / point.widthSeconds())
        .counts(of("users").rank(2), TimelinePoint::busyUsers)
        .counts(of("iterations").rank(5), TimelinePoint::iterations)
        .distribution("", 2, TimelinePoint::response)
        .counts(of("sent", Unit.BYTES).rank(8), TimelinePoint::bytesSent)
        .counts(of("received", Unit.BYTES).rank(8), TimelinePoint::bytesReceived)
        .words(of("marks").rank(3), point -> String.join("; ", point.marks()))
        .sheet("Over time");
  }
}
