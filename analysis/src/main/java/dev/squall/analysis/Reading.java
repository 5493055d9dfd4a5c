package dev.squall.analysis;

/** What can be said of a difference. */
public enum Reading {
  /** The second is above the first, beyond chance. */
  HIGHER,
  /** The second is below the first, beyond chance. */
  LOWER,
  /** Chance alone gives differences like this one. */
  NO_DIFFERENCE_SEEN,
  /** Too little is known of one of them. */
  CANNOT_BE_COMPARED
}
