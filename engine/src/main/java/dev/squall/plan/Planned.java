package dev.squall.plan;

import java.util.List;

/** A compiled step. */
public sealed interface Planned
    permits PlannedRequest, Planned.Pause, Planned.Group, Planned.Repeat {

  /**
   * A pause drawn evenly.
   *
   * @param place tells its draws from those of every other step
   */
  record Pause(long leastNanos, long mostNanos, int place) implements Planned {}

  /** Steps under one name. */
  record Group(String name, List<Planned> steps) implements Planned {}

  /** Steps performed several times. */
  record Repeat(int times, List<Planned> steps) implements Planned {}
}
