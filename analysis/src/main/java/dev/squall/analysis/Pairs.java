package dev.squall.analysis;

import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows that runs have in common.
 *
 * @param labels all requests first
 * @param readers how a run's seconds of each row are found
 * @param missing steps that some of the runs do not have, in words
 */
record Pairs(List<String> labels, List<Function<Results, Seconds>> readers, List<String> missing) {

  /** What the first row is called. */
  static final String TOTAL = "all requests";

  /** Of runs that may be of different scenarios. */
  static Pairs of(List<Results> runs, Duration warmUp) {
    var labels = new ArrayList<String>();
    var readers = new ArrayList<Function<Results, Seconds>>();
    labels.add(TOTAL);
    readers.add(run -> Seconds.of(run.timeline(), run.totals().elapsedSeconds(), warmUp));
    var missing = new ArrayList<String>();
    var names = new ArrayList<List<String>>();
    // One flow may be called shop on one side and shop-v2 on the other.
    boolean single = runs.stream().allMatch(run -> run.scenarios().size() == 1);
    runs.forEach(run ->
        run.steps().stream()
            .map(step -> List.of(single ? "" : step.scenario(), step.name()))
            .filter(name -> !names.contains(name))
            .forEach(names::add));
    for (var name : names) {
      boolean shared = names.stream().filter(o -> o.get(1).equals(name.get(1))).count() > 1;
      boolean everywhere = runs.stream().allMatch(run -> find(run, name).isPresent());
      var label = shared ? name.get(0) + ":" + name.get(1) : name.get(1);
      if (everywhere) {
        labels.add(label);
        readers.add(run -> {
          var step = find(run, name).orElseThrow();
          return Seconds.of(run.timeline(step), run.totals().elapsedSeconds(), warmUp);
        });
      } else {
        missing.add(label);
      }
    }
    return new Pairs(labels, readers, missing);
  }

  private static Optional<StepStats> find(Results run, List<String> name) {
    return run.steps().stream()
        .filter(step -> name.get(0).isEmpty() || step.scenario().equals(name.get(0)))
        .filter(step -> step.name().equals(name.get(1)))
        .findFirst();
  }
}
