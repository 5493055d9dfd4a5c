package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is found wrong with a command, and what is left out of it. */
final class CurlFindings {
  private final String source;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  private final int begin;

  /**
   * Of a command in a text.
   *
   * @param begin where its words begin
   */
  CurlFindings(String source, String text, int begin) {
    this.source = source;
    this.text = text;
    this.begin = begin;
  }

  int begin() {
    return begin;
  }

  void problem(int offset, String what, String hint) {
    problems.add(new Problem(Position.at(source, text, offset), what, hint));
  }

  void warning(int offset, String what, String hint) {
    warnings.add(new Problem(Position.at(source, text, offset), what, hint));
  }

  void add(List<Problem> more) {
    problems.addAll(more);
  }

  List<Problem> problems() {
    return Problems.inOrder(problems);
  }

  List<Problem> warnings() {
    return Problems.inOrder(warnings);
  }
}
