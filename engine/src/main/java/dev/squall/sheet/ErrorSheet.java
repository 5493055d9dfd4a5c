package dev.squall.sheet;

import dev.squall.sample.Category;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Estimate;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What failed, with the earliest of each kind as its example. */
final class ErrorSheet {
  private ErrorSheet() {}

  /** A kind of failure, or all that found no row of their own. */
  private record Row(Optional<ErrorStats> kind, long count) {
    String words(Function<ErrorStats, String> of) {
      return kind.map(of).orElse("");
    }

    OptionalLong number(ToLongFunction<ErrorStats> of) {
      return kind.map(error -> OptionalLong.of(of.applyAsLong(error))).orElse(OptionalLong.empty());
    }
  }

  static Sheet sheet(Results results) {
    var rows = new ArrayList<Row>();
    results.errors().forEach(error -> rows.add(new Row(Optional.of(error), error.count())));
    if (results.furtherErrors() > 0) {
      rows.add(new Row(Optional.empty(), results.furtherErrors()));
    }
    var labels = new StepLabels(results);
    return new Columns<>(rows)
        .words(
            Heading.of("step").rank(0).forPeople(), row -> row.words(error -> label(labels, error)))
        .words(Heading.of("scenario").forPrograms(), row -> row.words(ErrorStats::scenario))
        .words(Heading.of("step").forPrograms(), row -> row.words(ErrorStats::step))
        .counts(Heading.of("count").rank(1).alarm(), Row::count)
        .words(Heading.of("category").rank(3), row -> row.words(error -> error.category().label()))
        .words(Heading.of("kind").rank(2), ErrorSheet::kind)
        .countsIfAny(Heading.of("status").rank(4), ErrorSheet::status)
        .words(Heading.of("message").rank(1), row -> row.words(ErrorStats::message))
        .words(
            Heading.of("example").rank(5).forPeople(), row -> row.words(e -> example(e.example())))
        .countsIfAny(
            Heading.of("example user").forPrograms(),
            row -> row.number(error -> error.example().user()))
        .countsIfAny(
            Heading.of("example iteration").forPrograms(),
            row -> row.number(error -> error.example().iteration()))
        .figuresIfAny(Heading.of("example at", Unit.SECONDS).forPrograms(), ErrorSheet::at)
        .times(
            Heading.of("example response", Unit.MILLISECONDS).forPrograms(), ErrorSheet::response)
        .sheet("What failed");
  }

  /** A step that is in no row belongs to the setup or the teardown. */
  private static String label(StepLabels labels, ErrorStats error) {
    return labels.of(error.scenario(), error.step());
  }

  private static String kind(Row row) {
    return row.kind().map(ErrorStats::kind).orElse("kinds beyond these");
  }

  private static OptionalLong status(Row row) {
    var status = row.number(ErrorStats::status);
    return status.orElse(0) == 0 ? OptionalLong.empty() : status;
  }

  private static OptionalDouble at(Row row) {
    return row.kind()
        .map(error -> OptionalDouble.of(error.example().atSeconds()))
        .orElse(OptionalDouble.empty());
  }

  /** What ran out of time took at least so long. */
  private static Estimate response(Row row) {
    return row.kind().<Estimate>map(ErrorSheet::response).orElse(Estimate.NONE);
  }

  private static Estimate response(ErrorStats error) {
    double ms = error.example().responseMs();
    return error.category() == Category.TIMEOUT_ERROR
        ? new Estimate.AtLeast(ms)
        : new Estimate.Exact(ms);
  }

  private static String example(Exemplar example) {
    return String.format(
        Locale.ROOT,
        "iteration %d of user %d at %.1f s",
        example.iteration(),
        example.user(),
        example.atSeconds());
  }
}
