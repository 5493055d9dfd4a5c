package dev.squall.stats;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Every goal of a run with its judgement; prints a line each.
 *
 * @param all in the order in which the goals were given
 */
public record Judgements(List<Judgement> all) {
  public Judgements {
    all = List.copyOf(all);
  }

  /** Whether every goal is met. */
  public boolean met() {
    return all.stream().allMatch(Judgement::met);
  }

  @Override
  public String toString() {
    return all.stream().map(judgement -> judgement + "\n").collect(Collectors.joining());
  }
}
