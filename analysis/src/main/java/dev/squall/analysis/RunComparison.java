package dev.squall.analysis;

import dev.squall.stats.Results;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Two sides held against each other. Prints as a verdict, a table, and how it was done.
 *
 * @param design how they were measured
 * @param rows all requests first, then each step that both sides have
 * @param notes what has to be known to read it, in words
 * @param first the runs of the first side
 * @param second the runs of the second side
 */
public record RunComparison(
    Design design,
    List<ComparedRow> rows,
    List<String> notes,
    List<Results> first,
    List<Results> second) {
  public RunComparison {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /** All requests together. */
  public ComparedRow total() {
    return rows.getFirst();
  }

  /**
   * A row by its label.
   *
   * @throws NoSuchElementException when there is none; its message names those there are
   */
  public ComparedRow row(String label) {
    return rows.stream()
        .filter(row -> row.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new NoSuchElementException(
                "no row "
                    + label
                    + "; there are "
                    + rows.stream().map(ComparedRow::label).toList()));
  }

  /** What it says of the p95 of all requests, in a sentence or two. */
  public String verdict() {
    return new Verdicts(this).first();
  }

  @Override
  public String toString() {
    return new ComparisonText(this).toString();
  }
}
