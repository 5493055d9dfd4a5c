package dev.squall.data;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What is wrong with a feed, until all of it is told. */
final class Findings {
  /** More of a kind teach nobody anything. */
  static final int MOST = 10;

  /** Where something is wrong. */
  sealed interface Place {
    /** With the feed as such. */
    record Everywhere() implements Place {}

    /** In its file; line and column from 1, the column in characters. */
    record InFile(int line, int column) implements Place {}

    /** In a row given in Java, from 1. */
    record InRow(int number) implements Place {}
  }

  private record Finding(Place place, String what, String hint) {}

  private final Position feed;
  private final String file;
  private final List<Finding> kept = new ArrayList<>();
  private int more;

  /**
   * None so far.
   *
   * @param feed where the feed is
   * @param file the path of its file, if it has one
   */
  Findings(Position feed, String file) {
    this.feed = feed;
    this.file = file;
  }

  void add(Place place, String what, String hint) {
    if (kept.size() < MOST) {
      kept.add(new Finding(place, what, hint));
    } else {
      more++;
    }
  }

  void add(String what, String hint) {
    add(new Place.Everywhere(), what, hint);
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  void tell(Consumer<Problem> to) {
    var lines = FileLines.of(file, linesOfFile());
    for (var finding : kept) {
      var position =
          switch (finding.place) {
            case Place.Everywhere() -> feed;
            case Place.InRow(var number) -> Position.in(feed + ", row " + number);
            case Place.InFile(var line, var column) -> lines.position(line, column);
          };
      to.accept(new Problem(position, finding.what, finding.hint));
    }
    if (more > 0) {
      to.accept(new Problem(feed, "and " + more + " more like these", ""));
    }
  }

  private Set<Integer> linesOfFile() {
    var lines = new TreeSet<Integer>();
    for (var finding : kept) {
      if (finding.place instanceof Place.InFile(var line, _)) {
        lines.add(line);
      }
    }
    return lines;
  }
}
