package dev.squall.sheet;

import dev.squall.sheet.Heading.Audience;
import java.util.List;

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

  private Sheet without(Audience audience) {
    return new Sheet(
        title,
        columns.stream().filter(column -> column.heading().audience() != audience).toList(),
        total);
  }
}
