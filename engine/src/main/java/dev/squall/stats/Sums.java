package dev.squall.stats;

import dev.squall.stats.Cell.Counter;
import java.util.function.IntPredicate;

/** Cells added up along their axes. */
final class Sums {
  private final Cells cells;
  private final Layout layout;

  Sums(Cells cells) {
    this.cells = cells;
    this.layout = cells.layout();
  }

  /** All requests as one cell. */
  Cell requests() {
    return requests(_ -> true);
  }

  /** The requests of some steps, whatever their outcome, as one cell. */
  Cell requests(IntPredicate steps) {
    var sum = new Cell();
    for (var outcome : OutcomeClass.values()) {
      sum.add(requests(steps, outcome));
    }
    return sum;
  }

  /** How many requests ended like this. */
  long requests(OutcomeClass outcome) {
    return requests(_ -> true, outcome).value(Counter.REQUESTS);
  }

  /** How many requests of some steps ended like this. */
  long count(IntPredicate steps, OutcomeClass outcome) {
    return requests(steps, outcome).value(Counter.REQUESTS);
  }

  private Cell requests(IntPredicate steps, OutcomeClass outcome) {
    var sum = new Cell();
    for (int step = 0; step < layout.steps().size(); step++) {
      var cell = steps.test(step) ? cells.peek(layout.requests(step, outcome)) : null;
      if (cell != null) {
        sum.add(cell);
      }
    }
    return sum;
  }

  /** The iterations of one scenario. */
  Cell iterations(int scenario) {
    var cell = cells.peek(layout.iterations(scenario));
    return cell == null ? new Cell() : cell;
  }

  /** Iterations of all scenarios that ended like this. */
  long iterations(Counter end) {
    long sum = 0;
    for (int scenario = 0; scenario < layout.scenarios().size(); scenario++) {
      sum += iterations(scenario).value(end);
    }
    return sum;
  }

  /** Iterations of all scenarios that ended. */
  long iterations() {
    long sum = 0;
    for (int scenario = 0; scenario < layout.scenarios().size(); scenario++) {
      sum += iterations(scenario).iterations();
    }
    return sum;
  }
}
