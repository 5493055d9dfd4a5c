package dev.squall.load;

/**
 * How much, when and until when. Open and closed load are different types, so that they cannot be
 * mixed up.
 */
public sealed interface Load permits OpenLoad, ClosedLoad, Iterations {

  /** The most users that can be busy at once. */
  int maxUsers();
}
