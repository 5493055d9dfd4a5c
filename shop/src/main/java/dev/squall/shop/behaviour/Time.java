package dev.squall.shop.behaviour;

/** The passing of time: the machine's, or one that a test winds by hand. */
interface Time extends AutoCloseable {

  /** Nanoseconds since some beginning, never negative. */
  long now();

  /** Runs the work that many nanoseconds from now, or later. */
  void after(long nanos, Runnable work);

  @Override
  void close();
}
