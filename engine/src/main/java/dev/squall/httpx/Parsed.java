package dev.squall.httpx;

import dev.squall.problem.Problem;
import java.util.List;

/** What came of a text. */
public sealed interface Parsed {
  /** All of it was understood. */
  record Good(Document document) implements Parsed {}

  /**
   * Something was not.
   *
   * @param problems all of them, in the order of the text
   * @param understood the rest of it
   */
  record Bad(List<Problem> problems, Document understood) implements Parsed {
    public Bad {
      problems = List.copyOf(problems);
    }
  }
}
