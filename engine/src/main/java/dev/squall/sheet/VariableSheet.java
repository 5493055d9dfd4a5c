package dev.squall.sheet;

import dev.squall.stats.Results;
import dev.squall.stats.VariableStats;
import java.util.OptionalLong;

/** What the extractors found. */
final class VariableSheet {
  private VariableSheet() {}

  static Sheet sheet(Results results) {
    var labels = new StepLabels(results);
    return new Columns<>(results.variables())
        .words(
            Heading.of("step").rank(0).forPeople(), row -> labels.of(row.scenario(), row.step()))
        .words(Heading.of("scenario").forPrograms(), VariableStats::scenario)
        .words(Heading.of("step").forPrograms(), VariableStats::step)
        .words(Heading.of("variable").rank(0), VariableStats::variable)
        .words(Heading.of("extractor").rank(5), VariableStats::extractor)
        .words(Heading.of("type").rank(4), VariableStats::type)
        .words(Heading.of("example").rank(2), VariableStats::example)
        .counts(Heading.of("found").rank(2), VariableStats::found)
        .counts(Heading.of("missed").rank(1).alarm(), VariableStats::missed)
        .countsIfAny(Heading.of("distinct").rank(3), VariableSheet::distinct)
        .words(Heading.of("or more").rank(6), row -> row.more() ? "or more" : "")
        .sheet("Variables");
  }

  private static OptionalLong distinct(VariableStats row) {
    return row.found() == 0 ? OptionalLong.empty() : OptionalLong.of(row.distinct());
  }
}
