package dev.squall.analysis;

import dev.squall.stats.Results;
import tech.tablesaw.api.Table;

/**
 * Results as Tablesaw tables: {@code table(r)} to look at, {@code tables(r).timeline()} and the
 * like to work with.
 */
public class TableWords {
  TableWords() {}

  /** A row a step, in the scenario's order, and a last one, {@code total}, for all requests. */
  public static Table table(Results results) {
    return tables(results).table();
  }

  /** All the tables of a run; the rows of each add up, none of them is a total. */
  public static Tables tables(Results results) {
    return new Tables(results);
  }
}
