package dev.squall.analysis;

/** How two sides came to be measured, and so what their difference can be blamed on. */
public enum Design {
  /** One run each: a difference may be anything that differed between the two times. */
  TWO_RUNS,
  /** Several runs each: a difference is held against what differs between runs of one side. */
  REPEATED_RUNS,
  /** Runs in turn, A B A B: what drifts meanwhile is taken out as well. */
  INTERLEAVED
}
