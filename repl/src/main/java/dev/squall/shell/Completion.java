package dev.squall.shell;

import dev.squall.shell.command.Candidate;
import java.util.List;

/**
 * What may stand at a place of a text.
 *
 * @param candidates the most likely first
 * @param from where what they replace begins, as an index of the text
 * @param to where it ends
 */
public record Completion(List<Candidate> candidates, int from, int to) {
  public Completion {
    candidates = List.copyOf(candidates);
  }

  /** Nothing is known. */
  static Completion none(int at) {
    return new Completion(List.of(), at, at);
  }
}
