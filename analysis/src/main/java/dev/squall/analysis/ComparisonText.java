package dev.squall.analysis;

import dev.squall.goal.Metric;
import dev.squall.sheet.Numbers;
import dev.squall.stats.Results;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison for a terminal: the verdict, the numbers, how they came to be. */
record ComparisonText(RunComparison comparison) {

  @Override
  public String toString() {
    var verdicts = new Verdicts(comparison);
    var text = new StringBuilder();
    text.append(Columns.sentence(verdicts.first()));
    text.append(Columns.sentence(verdicts.others()));
    text.append('\n').append(table()).append('\n');
    text.append(Columns.sentence("first: " + side(comparison.first())));
    text.append(Columns.sentence("second: " + side(comparison.second())));
    comparison.notes().forEach(note -> text.append(Columns.sentence(note)));
    text.append(Columns.sentence(method()));
    return text.toString();
  }

  private Columns table() {
    var table = new Columns(2);
    table.row("", "", "first", "second", "change", "95 % interval", "would show", "");
    for (var row : comparison.rows()) {
      boolean isTotal = row.equals(comparison.total());
      var label = row.label();
      for (var change : row.changes()) {
        if (isTotal || change.metric() == Metric.P95 || differs(change)) {
          table.row(
              label,
              change.metric().label(),
              ChangeText.of(change.metric(), change.before()),
              ChangeText.of(change.metric(), change.after()),
              ChangeText.change(change),
              ChangeText.interval(change),
              ChangeText.smallest(change),
              word(change));
          label = "";
        }
      }
    }
    return table;
  }

  private static boolean differs(Change change) {
    return change.reading() == Reading.HIGHER || change.reading() == Reading.LOWER;
  }

  private static String word(Change change) {
    return switch (change.reading()) {
      case HIGHER -> change.metric().unit() == Metric.Unit.MILLIS ? "slower" : "higher";
      case LOWER -> change.metric().unit() == Metric.Unit.MILLIS ? "faster" : "lower";
      case NO_DIFFERENCE_SEEN -> "";
      case CANNOT_BE_COMPARED -> "unknown";
    };
  }

  private static String side(List<Results> runs) {
    var names =
        runs.stream()
            .map(run -> run.info().scenario() + ", " + run.info().load())
            .distinct()
            .collect(Collectors.joining("; "));
    long requests = runs.stream().mapToLong(run -> run.totals().requests()).sum();
    double seconds = runs.stream().mapToDouble(run -> run.totals().elapsedSeconds()).sum();
    return "%s%s: %s requests in %s s"
        .formatted(
            names,
            runs.size() == 1 ? "" : ", " + runs.size() + " runs",
            Numbers.count(requests),
            Numbers.decimal(seconds));
  }

  private String method() {
    return switch (comparison.design()) {
      case TWO_RUNS ->
          "intervals: 95 %, block bootstrap over seconds, "
              + Spread.DRAWS
              + " draws; what differs between runs is in none of them";
      case REPEATED_RUNS -> "intervals: 95 %, Student's t over the runs, one number a run";
      case INTERLEAVED ->
          "intervals: 95 %, Student's t over the runs, one number a run, a straight drift taken"
              + " out";
    };
  }
}
