package dev.squall.shell.imports;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what of a file is left out, each once. */
final class Findings {
  private final String file;
  private final Set<Problem> all = new LinkedHashSet<>();

  Findings(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /**
   * Tells one.
   *
   * @param place where in the file: a JSON pointer, an entry and its URL
   */
  void add(String place, String what, String hint) {
    var where = place.isEmpty() ? "" : ", " + Shown.text(place);
    all.add(new Problem(Position.in(Shown.text(file) + where), what, hint));
  }

  void add(Problem problem) {
    all.add(problem);
  }

  List<Problem> all() {
    return List.copyOf(all);
  }
}
