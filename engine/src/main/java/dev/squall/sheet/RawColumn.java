package dev.squall.sheet;

import dev.squall.sample.Category;
import dev.squall.stats.RawSample;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A column of raw samples. There may be a million rows: they are no sheet, whoever needs them goes
 * through the samples and asks each column for its value.
 */
public sealed interface RawColumn {
  /** Where only an age is known. */
  List<String> CENSORED = List.of(Category.TIMEOUT_ERROR.label(), "interrupted");

  /** All columns in their order. */
  List<RawColumn> ALL =
      List.of(
          new Words(Heading.of("scenario"), RawSample::scenario),
          new Words(Heading.of("step"), RawSample::step),
          new Figures(Heading.of("intended", Unit.SECONDS), row -> row.intendedMicros() / 1e6),
          new Figures(Heading.of("ended", Unit.SECONDS), row -> row.endedMicros() / 1e6),
          new Figures(
              Heading.of("response", Unit.MILLISECONDS),
              row -> isCensored(row) ? Double.NaN : row.responseMicros() / 1e3),
          new Figures(
              Heading.of("service", Unit.MILLISECONDS),
              row ->
                  row.serviceMicros() < 0 || isCensored(row)
                      ? Double.NaN
                      : row.serviceMicros() / 1e3),
          new Whole(Heading.of("status"), RawSample::status),
          new Words(Heading.of("outcome"), RawSample::outcome),
          new Whole(Heading.of("user"), RawSample::user),
          new Whole(Heading.of("iteration"), RawSample::iteration),
          new Figures(
              Heading.of("response", Unit.MILLISECONDS).atLeast(),
              row -> isCensored(row) ? row.responseMicros() / 1e3 : Double.NaN));

  /** What stands above it. */
  Heading heading();

  /** Names. */
  record Words(Heading heading, Function<RawSample, String> value) implements RawColumn {}

  /** Whole numbers. */
  record Whole(Heading heading, ToLongFunction<RawSample> value) implements RawColumn {}

  /** Times, in the unit of the heading; NaN where there is none. */
  record Figures(Heading heading, ToDoubleFunction<RawSample> value) implements RawColumn {}

  private static boolean isCensored(RawSample row) {
    return CENSORED.contains(row.outcome());
  }
}
