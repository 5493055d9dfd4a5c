package dev.squall.sheet;

import dev.squall.stats.Results;
import dev.squall.stats.VariableStats;

/** What each extractor found, in the order of the steps. */
final class VariableSheet {
  private VariableSheet() {}

  static Sheet sheet(Results results) {
    var labels = new StepLabels(results);
    return new Columns<>(results.variables())
        .words(Heading.of("step").rank(0).forPeople(), row -> labels.of(row.scenario(), row.step()))
        .words(Heading.of("scenario").forPrograms(), VariableStats::scenario)
        .words(Heading.of("step").forPrograms(), VariableStats::step)
        .words(Heading.of("variable").rank(0), VariableStats::variable)
        .words(Heading.of("extractor").rank(2), VariableStats::extractor)
        .words(Heading.of("type").rank(3), VariableStats::type)
        .words(Heading.of("example").rank(1), VariableStats::example)
        .counts(Heading.of("found").rank(1), VariableStats::found)
        .counts(Heading.of("missed").rank(1).alarm(), VariableStats::missed)
        .words(Heading.of("distinct").rank(2).forPeople(), VariableSheet::distinct)
        .counts(Heading.of("distinct").forPrograms(), VariableStats::distinct)
        .words(Heading.of("distinct is at least").forPrograms(), row -> row.more() ? "yes" : "no")
        .sheet("Variables");
  }

  private static String distinct(VariableStats row) {
    return (row.more() ? "≥" : "") + Numbers.count(row.distinct());
  }
}
