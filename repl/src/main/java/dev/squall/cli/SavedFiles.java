package dev.squall.cli;

import dev.squall.goal.Goal;
import dev.squall.stats.Judge;
import dev.squall.stats.Judgement;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Results files as one. */
final class SavedFiles {
  private SavedFiles() {}

  /** Their sums; the goals of all are held against these. */
  static SavedResults merged(List<Path> files, CommandLine command) {
    var first = SavedResults.load(files.getFirst());
    if (files.size() == 1) {
      return first;
    }
    var goals = new LinkedHashSet<>(goals(first));
    var results = first.results();
    for (var file : files.subList(1, files.size())) {
      var next = SavedResults.load(file);
      results = sum(results, next.results(), files.getFirst(), file, command);
      goals.addAll(goals(next));
    }
    return new SavedResults(results, Judge.judge(results, List.copyOf(goals)));
  }

  private static List<Goal> goals(SavedResults saved) {
    return saved.judgements().all().stream().map(Judgement::goal).toList();
  }

  private static Results sum(
      Results results, Results next, Path first, Path file, CommandLine command) {
    try {
      return results.plus(next);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command,
          "%s (%s) and %s (%s) are no parts of one run: %s"
              .formatted(
                  first, results.info().scenario(), file, next.info().scenario(), e.getMessage()),
          e);
    }
  }
}
