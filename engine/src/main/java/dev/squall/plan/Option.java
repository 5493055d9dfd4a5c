package dev.squall.plan;

/** One choice about how a plan is run; the last one of its kind counts. */
@FunctionalInterface
public interface Option {
  /** The options with this choice made. */
  Options applyTo(Options options);
}
