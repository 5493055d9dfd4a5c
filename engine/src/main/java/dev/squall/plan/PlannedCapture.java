package dev.squall.plan;

/**
 * A compiled capture.
 *
 * @param variable its name
 * @param slot the variable's place in a user's values
 * @param lookup where to look
 * @param needed whether a later step uses the variable, so that finding nothing fails this one
 */
public record PlannedCapture(String variable, int slot, Lookup lookup, boolean needed) {}
