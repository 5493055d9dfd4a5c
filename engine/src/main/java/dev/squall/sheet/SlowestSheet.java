package dev.squall.sheet;

import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.stats.Breakdown;
import dev.squall.stats.Estimate;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The slowest requests and where the time of each went. */
final class SlowestSheet {
  private static final double MICROS_PER_MILLI = 1000;

  private SlowestSheet() {}

  private record Row(StepStats step, Exemplar exemplar) {}

  static Sheet sheet(Results results, int each) {
    var rows = new ArrayList<Row>();
    for (var step : results.steps()) {
      step.slowest().stream().limit(each).forEach(exemplar -> rows.add(new Row(step, exemplar)));
    }
    rows.sort(Comparator.comparingDouble((Row row) -> row.exemplar.responseMs()).reversed());
    var labels = new StepLabels(results);
    var columns =
        new Columns<>(rows)
            .words(Heading.of("step").rank(0).forPeople(), row -> labels.of(row.step))
            .words(Heading.of("scenario").forPrograms(), row -> row.step.scenario())
            .words(Heading.of("step").forPrograms(), row -> row.step.name())
            .times(
                Heading.of("response", Unit.MILLISECONDS).rank(0), row -> response(row.exemplar))
            .words(Heading.of("outcome").rank(2), row -> outcome(row.exemplar.outcome()))
            .countsIfAny(Heading.of("status").rank(4), row -> status(row.exemplar))
            .figures(Heading.of("ended at", Unit.SECONDS).rank(3), row -> row.exemplar.atSeconds())
            .counts(Heading.of("user").rank(5), row -> row.exemplar.user())
            .counts(Heading.of("iteration").rank(5), row -> row.exemplar.iteration());
    for (var part : Breakdown.Part.values()) {
      columns.figuresIfAny(
          Heading.of(part.words(), Unit.MILLISECONDS).rank(6),
          row ->
              OptionalDouble.of(part.of(row.exemplar.breakdown()) / MICROS_PER_MILLI));
    }
    return columns.sheet("Slowest requests");
  }

  /** What ran out of time or was cut off took at least so long. */
  private static Estimate response(Exemplar exemplar) {
    boolean atLeast =
        switch (exemplar.outcome()) {
          case Outcome.Ok _ -> false;
          case Outcome.Interrupted _ -> true;
          case Outcome.Failed failed -> failed.category() == Category.TIMEOUT_ERROR;
        };
    return atLeast
        ? new Estimate.AtLeast(exemplar.responseMs())
        : new Estimate.Exact(exemplar.responseMs());
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok _ -> "ok";
      case Outcome.Interrupted _ -> "interrupted";
      case Outcome.Failed failed -> failed.category().label();
    };
  }

  private static OptionalLong status(Exemplar exemplar) {
    return exemplar.status() == 0 ? OptionalLong.empty() : OptionalLong.of(exemplar.status());
  }
}
