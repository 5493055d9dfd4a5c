package dev.squall.httpx;

import java.util.List;
import java.util.Optional;

/** What a chain runs. */
sealed interface Target {
  /**
   * A request.
   *
   * @param optional whether the iteration goes on when it fails
   * @param steps what is performed behind it, with the same variables
   */
  record Named(String name, boolean optional, Optional<Block<StepNode>> steps, Span at)
      implements Target {}

  /** Several at the same time: {@code parallel(a, b)}. */
  record Together(List<Target> targets, Span at) implements Target {
    public Together {
      targets = List.copyOf(targets);
    }
  }
}
