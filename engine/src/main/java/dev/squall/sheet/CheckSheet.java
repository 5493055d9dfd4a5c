package dev.squall.sheet;

import dev.squall.stats.CheckStats;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;

/** How the checks went, in the order of the scenario. */
final class CheckSheet {
  private CheckSheet() {}

  private record Row(StepStats step, CheckStats check) {
    double failedPercent() {
      return 100.0 * check.failed() / (check.ok() + check.failed());
    }
  }

  static Sheet sheet(Results results) {
    var labels = new StepLabels(results);
    var rows =
        results.steps().stream()
            .flatMap(step -> step.checks().stream().map(check -> new Row(step, check)))
            .toList();
    return new Columns<>(rows)
        .words(Heading.of("step").rank(0).forPeople(), row -> labels.of(row.step))
        .words(Heading.of("scenario").forPrograms(), row -> row.step.scenario())
        .words(Heading.of("step").forPrograms(), row -> row.step.name())
        .words(Heading.of("check").rank(0), row -> row.check.check())
        .counts(Heading.of("ok").rank(2), row -> row.check.ok())
        .counts(Heading.of("failed").rank(1).alarm(), row -> row.check.failed())
        .figures(Heading.of("failed", Unit.PERCENT).alarm(), Row::failedPercent)
        .sheet("Checks");
  }
}
