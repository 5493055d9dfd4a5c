package dev.squall.sheet;

import dev.squall.stats.RawSample;
import dev.squall.stats.RunInfo;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Requests one by one. */
final class SampleSheet {
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double MICROS_PER_SECOND = 1e6;

  private SampleSheet() {}

  static Sheet sheet(RunInfo info, List<RawSample> samples) {
    return new Columns<>(samples)
        .words(Heading.of("scenario"), RawSample::scenario)
        .words(Heading.of("step").rank(0), RawSample::step)
        .figures(
            Heading.of("intended", Unit.SECONDS).rank(1),
            row -> row.intendedMicros() / MICROS_PER_SECOND)
        .figures(
            Heading.of("ended", Unit.SECONDS).rank(2),
            row -> row.endedMicros() / MICROS_PER_SECOND)
        .moments(
            Heading.of("ended at").forPrograms(),
            row -> info.started().plus(row.endedMicros(), ChronoUnit.MICROS))
        .figures(
            Heading.of("response", Unit.MILLISECONDS).rank(0),
            row -> row.responseMicros() / MICROS_PER_MILLI)
        .figuresIfAny(Heading.of("service", Unit.MILLISECONDS).rank(1), SampleSheet::service)
        .counts(Heading.of("user"), RawSample::user)
        .counts(Heading.of("iteration"), RawSample::iteration)
        .countsIfAny(
            Heading.of("status").rank(2),
            row -> row.status() == 0 ? OptionalLong.empty() : OptionalLong.of(row.status()))
        .words(Heading.of("outcome").rank(2), RawSample::outcome)
        .sheet("Requests");
  }

  private static OptionalDouble service(RawSample row) {
    return row.serviceMicros() < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.serviceMicros() / MICROS_PER_MILLI);
  }
}
