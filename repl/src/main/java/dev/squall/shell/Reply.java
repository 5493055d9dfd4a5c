package dev.squall.shell;

import dev.squall.shell.display.Bundle;
import java.util.Optional;

/**
 * What came of an evaluation.
 *
 * @param result what its last part gave, to be shown; nothing where that is no value
 * @param failure why it did not go through to its end; nothing where it did
 */
public record Reply(Optional<Bundle> result, Optional<Failure> failure) {
  static final Reply EMPTY = new Reply(Optional.empty(), Optional.empty());

  /** Whether it went through. */
  public boolean ok() {
    return failure.isEmpty();
  }

  /**
   * Why an evaluation ended early.
   *
   * @param name of the sort of failure, as an exception's class is called
   * @param message in a line
   * @param text all that a person is shown: the line with a caret, the hint, the causes
   * @param stopped whether the person wanted it so
   */
  public record Failure(String name, String message, String text, boolean stopped) {}
}
