package dev.squall.plan;

import dev.squall.sample.StepInfo.Captured;

/**
 * A compiled capture.
 *
 * @param info what the statistics know of it
 * @param slot the variable's place in a user's values
 * @param lookup where to look
 * @param needed whether a later step uses the variable, so that finding nothing fails this one
 */
public record PlannedCapture(Captured info, int slot, Lookup lookup, boolean needed) {

  /** The variable's name. */
  public String variable() {
    return info.variable();
  }
}
