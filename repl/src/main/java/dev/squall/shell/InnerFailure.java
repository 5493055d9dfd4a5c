package dev.squall.shell;

import dev.squall.shell.Reply.Failure;

/** What went wrong in what a command was given to evaluate: that of the command too. */
final class InnerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Failure failure;

  InnerFailure(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
