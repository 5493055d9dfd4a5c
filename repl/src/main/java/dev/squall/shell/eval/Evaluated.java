package dev.squall.shell.eval;

import java.util.List;

/**
 * A snippet and what became of it.
 *
 * @param outcome of itself
 * @param id the snippet's, as error frames name it
 * @param resets variables that lost their values because of it
 */
public record Evaluated(Outcome outcome, String id, List<Reset> resets) {
  public Evaluated {
    resets = List.copyOf(resets);
  }

  static Evaluated of(Outcome outcome) {
    return new Evaluated(outcome, "", List.of());
  }
}
