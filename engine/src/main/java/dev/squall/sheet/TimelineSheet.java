package dev.squall.sheet;

import dev.squall.stats.Results;
import dev.squall.stats.TimelinePoint;

/** The run over time. */
final class TimelineSheet {
  private TimelineSheet() {}

  /** A rate is over the whole width of its row, also where the run ended within. */
  static Sheet sheet(Results results) {
    return new Columns<>(results.timeline())
        .counts(Heading.of("t", Unit.SECONDS).rank(0), TimelinePoint::startSeconds)
        .moments(
            Heading.of("at").forPrograms(),
            point -> results.info().started().plusSeconds(point.startSeconds()))
        .counts(Heading.of("width", Unit.SECONDS).rank(9), TimelinePoint::widthSeconds)
        .counts(Heading.of("requests").rank(1), TimelinePoint::requests)
        .counts(Heading.of("ok").rank(4), TimelinePoint::ok)
        .counts(Heading.of("failed").rank(1).alarm(), TimelinePoint::failed)
        .counts(Heading.of("interrupted").rank(6), TimelinePoint::interrupted)
        .figures(
            Heading.of("error", Unit.PERCENT).alarm(),
            point -> 100.0 * point.failed() / point.requests())
        .figures(
            Heading.of("requests", Unit.PER_SECOND),
            point -> (double) point.requests() / point.widthSeconds())
        .counts(Heading.of("users").rank(2), TimelinePoint::busyUsers)
        .counts(Heading.of("iterations").rank(5), TimelinePoint::iterations)
        .distribution("", 2, TimelinePoint::response)
        .counts(Heading.of("sent", Unit.BYTES).rank(8), TimelinePoint::bytesSent)
        .counts(Heading.of("received", Unit.BYTES).rank(8), TimelinePoint::bytesReceived)
        .words(Heading.of("marks").rank(3), point -> String.join("; ", point.marks()))
        .sheet("Over time");
  }
}
