package dev.squall.analysis;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Results;
import dev.squall.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What has to be known to read a comparison, in words. */
final class Notes {
  private Notes() {}

  static List<String> of(
      List<Results> first, List<Results> second, List<String> missing, Duration warmUp) {
    var notes = new ArrayList<String>();
    doubts("first", first, notes);
    doubts("second", second, notes);
    var loads = loads(first);
    if (!loads.equals(loads(second))) {
      notes.add("the loads differ: " + loads + " and " + loads(second));
    }
    if (!missing.isEmpty()) {
      notes.add("not on both sides, so not compared: " + String.join(", ", missing));
    }
    notes.add(
        warmUp.isZero()
            ? "every second counts, the first ones too"
            : "without the first "
                + Numbers.plain(warmUp.toMillis() / 1000.0)
                + " s of "
                + (first.size() + second.size() == 2 ? "either run" : "each run"));
    return notes;
  }

  private static String loads(List<Results> runs) {
    return runs.stream().map(run -> run.info().load()).distinct().collect(Collectors.joining(", "));
  }

  /** A run that is not trusted says so before any number. */
  private static void doubts(String side, List<Results> runs, List<String> notes) {
    var doubtful =
        runs.stream().filter(run -> run.generator().verdict() != Verdict.TRUSTED).toList();
    if (doubtful.isEmpty()) {
      return;
    }
    var worst =
        doubtful.stream()
            .map(run -> run.generator().verdict())
            .reduce(Verdict.SUSPECT, (a, b) -> a.compareTo(b) > 0 ? a : b);
    var reasons =
        doubtful.stream()
            .flatMap(run -> run.generator().reasons().stream().limit(1))
            .distinct()
            .limit(2)
            .collect(Collectors.joining("; "));
    notes.add(
        (runs.size() == 1
                ? "the " + side + " run is " + worst.label()
                : "%d of the %d runs of the %s side are %s"
                    .formatted(doubtful.size(), runs.size(), side, worst.label()))
            + (reasons.isEmpty() ? "" : ": " + reasons));
  }
}
