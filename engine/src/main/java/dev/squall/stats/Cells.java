package dev.squall.stats;

import dev.squall.sample.Iteration;
import dev.squall.sample.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one stretch of time, or of the whole run. Made when first used, kept when cleared.
 * Not thread-safe.
 */
final class Cells {
  private final Layout layout;
  private final @Nullable Cell[] cells;

  Cells(Layout layout) {
    this.layout = layout;
    this.cells = new @Nullable Cell[layout.cells()];
  }

  void record(Sample sample) {
    at(layout.requests(sample.step(), OutcomeClass.of(sample.outcome()))).record(sample);
  }

  void record(Iteration iteration) {
    at(layout.iterations(iteration.scenario())).record(iteration);
  }

  void add(Cells other) {
    for (int i = 0; i < cells.length; i++) {
      var cell = other.cells[i];
      if (cell != null && !cell.isEmpty()) {
        at(i).add(cell);
      }
    }
  }

  int size() {
    return cells.length;
  }

  Layout layout() {
    return layout;
  }

  /** The cell at this place; null when nothing was counted there. */
  @Nullable Cell peek(int place) {
    return cells[place];
  }

  Cell at(int place) {
    var cell = cells[place];
    if (cell == null) {
      cell = new Cell();
      cells[place] = cell;
    }
    return cell;
  }

  void clear() {
    for (var cell : cells) {
      if (cell != null) {
        cell.clear();
      }
    }
  }
}
