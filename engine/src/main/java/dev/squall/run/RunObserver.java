package dev.squall.run;

import org.jspecify.annotations.Nullable;

/** Sees the runs that are started on a thread and on the threads that it starts. */
public interface RunObserver {
  /** Of the current thread. */
  InheritableThreadLocal<@Nullable RunObserver> HERE = new InheritableThreadLocal<>();

  /**
   * A run is to be started, which {@code begin} does; all its threads descend from the thread that
   * calls it.
   */
  void starting(Run run, Runnable begin);

  /** What is still under way is cut off; may be told more than once, and of runs that are over. */
  void cutOff(Run run);
}
