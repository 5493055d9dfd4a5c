package dev.squall.stats;

import dev.squall.sample.Category;

/**
 * Failures of one kind at one step with one status.
 *
 * @param category the category
 * @param kind exactly what happened
 * @param scenario the step's scenario
 * @param step the step's name
 * @param status the answer's status; 0 when none came
 * @param message what the earliest of them said
 * @param count how many
 * @param example the earliest of them
 */
public record ErrorStats(
    Category category,
    String kind,
    String scenario,
    String step,
    int status,
    String message,
    long count,
    Exemplar example) {

  /** The same failure in two runs, with the example of the first. */
  ErrorStats plus(ErrorStats other) {
    return new ErrorStats(
        category, kind, scenario, step, status, message, count + other.count, example);
  }
}
