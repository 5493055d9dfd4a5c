package dev.squall.sheet;

import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.stats.Breakdown.Part;
import dev.squall.stats.Estimate;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.Comparator;
import java.util.OptionalLong;

/** The slowest requests that are kept, and where the time of each went. */
final class SlowSheet {
  private SlowSheet() {}

  private record Row(StepStats step, Exemplar exemplar) {}

  static Sheet sheet(Results results, int each) {
    var labels = new StepLabels(results);
    var rows =
        results.steps().stream()
            .flatMap(step ->
                step.slowest().stream().limit(each).map(exemplar -> new Row(step, exemplar)))
            .sorted(Comparator.comparingDouble((Row row) -> row.exemplar.responseMs()).reversed())
            .toList();
    var columns =
        new Columns<>(rows)
            .words(Heading.of("step").rank(0).forPeople(), row -> labels.of(row.step))
            .words(Heading.of("scenario").forPrograms(), row -> row.step.scenario())
            .words(Heading.of("step").forPrograms(), row -> row.step.name())
            .times(Heading.of("response", Unit.MILLISECONDS).rank(0), row -> time(row.exemplar));
    for (var part : Part.values()) {
      columns.figures(
          Heading.of(part.words(), Unit.MILLISECONDS).rank(part == Part.SERVER ? 1 : 2),
          row -> part.of(row.exemplar.breakdown()) / 1e3);
    }
    return columns
        .countsIfAny(Heading.of("status").rank(3), row -> status(row.exemplar))
        .words(Heading.of("outcome").rank(3), row -> outcome(row.exemplar.outcome()))
        .figures(Heading.of("at", Unit.SECONDS).rank(2), row -> row.exemplar.atSeconds())
        .counts(Heading.of("user").rank(4), row -> row.exemplar.user())
        .counts(Heading.of("iteration").rank(4), row -> row.exemplar.iteration())
        .sheet("The slowest requests");
  }

  private static OptionalLong status(Exemplar exemplar) {
    return exemplar.status() == 0 ? OptionalLong.empty() : OptionalLong.of(exemplar.status());
  }

  private static Estimate time(Exemplar exemplar) {
    double ms = exemplar.responseMs();
    return switch (exemplar.outcome()) {
      case Outcome.Ok() -> new Estimate.Exact(ms);
      case Outcome.Interrupted() -> new Estimate.AtLeast(ms);
      case Outcome.Failed(var category, _, _) ->
          category == Category.TIMEOUT_ERROR ? new Estimate.AtLeast(ms) : new Estimate.Exact(ms);
    };
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok() -> "ok";
      case Outcome.Interrupted() -> "interrupted";
      case Outcome.Failed(_, var kind, _) -> kind;
    };
  }
}
