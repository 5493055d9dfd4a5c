package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.Problem;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code .httpx} file says: everything in it that can be run.
 *
 * @param entries scenarios and mixes, in the order of the file
 * @param warnings what of it is left out
 * @param places where in it something stands
 */
public record Script(List<Entry> entries, List<Problem> warnings, Places places) {

  /**
   * A scenario or a mix.
   *
   * @param name its name
   * @param workload what its users do
   * @param load how much of it; nothing where the file does not say
   * @param goals what would be good enough
   * @param settings what it says of the run
   */
  public record Entry(
      String name, Workload workload, Optional<Load> load, List<Goal> goals, RunSettings settings) {
    public Entry {
      goals = List.copyOf(goals);
    }
  }

  public Script {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }

  /**
   * What the plans of its entries found wrong, with its place in the file where it has one, each
   * once.
   *
   * @param found by the name of the entry
   */
  public List<Problem> placed(Map<String, List<Problem>> found) {
    return places.placed(found, entries.size());
  }

  /** The one of this name. */
  public Optional<Entry> entry(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** What runs where nothing is chosen: the first mix, else the first scenario. */
  public Optional<Entry> first() {
    return entries.stream()
        .filter(entry -> entry.workload() instanceof Mix)
        .findFirst()
        .or(() -> entries.stream().findFirst());
  }
}
