package dev.squall.plan;

import dev.squall.data.Dataset;
import java.util.List;

/**
 * Rows of data and where their values go.
 *
 * @param rows checked and open; a file that they are read from closes when the plan is forgotten
 * @param slots of each column, the variable's place in a user's values
 */
public record PlannedFeed(Dataset rows, List<Integer> slots) {
  public PlannedFeed {
    slots = List.copyOf(slots);
  }
}
