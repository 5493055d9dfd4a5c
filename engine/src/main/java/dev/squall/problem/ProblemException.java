package dev.squall.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Carries every problem of an input to where a person can read them. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Takes at least one problem. */
  public ProblemException(List<Problem> problems) {
    super(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.problems = List.copyOf(problems);
  }

  /** All of them, in the order of the input. */
  public List<Problem> problems() {
    return problems;
  }
}
