package dev.squall.kernel.install;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.List;

/** What a person got wrong. */
final class Told {
  private Told() {}

  static ProblemException problem(String where, String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in(where), what, hint)));
  }
}
