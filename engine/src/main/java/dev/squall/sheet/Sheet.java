package dev.squall.sheet;

import dev.squall.sheet.Heading.Audience;
import dev.squall.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * Rows and columns with a title.
 *
 * @param title what the rows are
 * @param columns all of one length
 * @param total whether the last row adds the others up
 */
public record Sheet(String title, List<Column> columns, boolean total) {
  public Sheet {
    columns = List.copyOf(columns);
    if (columns.stream().mapToInt(column -> column.values().size()).distinct().count() > 1) {
      throw new IllegalArgumentException("columns of different lengths in the sheet " + title);
    }
  }

  /** How many rows, with the total. */
  public int rows() {
    return columns.isEmpty() ? 0 : columns.getFirst().values().size();
  }

  /** The same as text and pages show it. */
  public Sheet forPeople() {
    return without(Audience.PROGRAMS);
  }

  /** The same as files and data frames have it. */
  public Sheet forPrograms() {
    return without(Audience.PEOPLE);
  }

  /**
   * The same without what happened nowhere: columns in which each cell is nothing or zero. Bad news
   * that did not come is news and stays.
   */
  public Sheet withoutIdle() {
    return new Sheet(
        title,
        columns.stream().filter(column -> column.heading().alarming() || !isIdle(column)).toList(),
        total);
  }

  private static boolean isIdle(Column column) {
    return switch (column) {
      case Column.Words words -> words.values().stream().allMatch(String::isEmpty);
      case Column.Counts counts -> counts.values().stream().allMatch(value -> value.orElse(0) == 0);
      case Column.Figures figures ->
          figures.values().stream().allMatch(value -> value.orElse(0) == 0);
      case Column.Times times -> times.values().stream().allMatch(Estimate.None.class::isInstance);
      case Column.Moments moments -> moments.values().stream().allMatch(Optional::isEmpty);
    };
  }

  private Sheet without(Audience audience) {
    return new Sheet(
        title,
        columns.stream().filter(column -> column.heading().audience() != audience).toList(),
        total);
  }

  /**
   * What a glance takes in.
   *
   * @param rank of the last columns that stay, as {@link Heading} has it
   */
  public Sheet narrow(int rank) {
    return new Sheet(
        title, columns.stream().filter(column -> column.heading().rank() <= rank).toList(), total);
  }
}
