package dev.squall.shell;

import dev.squall.shell.eval.Outcome;

/** What a declaration did, in a line. */
final class Defined {
  private Defined() {}

  static String sentence(Outcome.Defined defined) {
    return defined.kind()
        + " "
        + defined.name()
        + (defined.replaces() ? " declared anew" : " declared")
        + (defined.missing().isEmpty()
            ? ""
            : "; it cannot be used until there is " + String.join(", ", defined.missing()));
  }
}
