package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with a text, until all of it is told. */
final class Problems {
  /** More of them teach nobody anything. */
  private static final int MOST = 1000;

  /** A longer line is not shown. */
  private static final int LONGEST_LINE = 2000;

  private final String source;
  private final String text;
  private final int[] lineStarts;
  private final Set<Problem> told = new LinkedHashSet<>();
  private final TreeSet<Integer> places = new TreeSet<>();

  Problems(String source, String text) {
    this.source = source;
    this.text = text;
    int ends = (int) text.chars().filter(c -> c == '\n').count();
    lineStarts = new int[ends + 1];
    for (int line = 1; line <= ends; line++) {
      lineStarts[line] = text.indexOf('\n', lineStarts[line - 1]) + 1;
    }
  }

  /** Tells one; the same one is told once. */
  void add(int offset, String what, String hint) {
    places.add(offset);
    if (told.size() < MOST) {
      told.add(new Problem(position(offset), what, hint));
    }
  }

  /** One of that place, which is not told here. */
  Problem at(int offset, String what, String hint) {
    return new Problem(position(offset), what, hint);
  }

  void addAll(List<Problem> others) {
    others.stream().limit(Math.max(0, MOST - told.size())).forEach(told::add);
  }

  /** Whether one of them is there. */
  boolean anyIn(Span span) {
    return !places.subSet(span.from(), true, span.to(), true).isEmpty();
  }

  /** The number of a character's line, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found < 0 ? -found - 1 : found + 1;
  }

  String source() {
    return source;
  }

  /** In the order of the text. */
  List<Problem> all() {
    return inOrder(told);
  }

  /** In the order of the text, whatever the order in which they were found. */
  static List<Problem> inOrder(Collection<Problem> problems) {
    return problems.stream()
        .sorted(Comparator.comparingLong(problem -> place(problem.position())))
        .toList();
  }

  private static long place(Position position) {
    return switch (position) {
      case Position.InText(_, var line, var column, _) -> ((long) line << 32) + column;
      case Position.InFile(_, var line, var column) -> ((long) line << 32) + column;
      case Position.InObject _ -> Long.MAX_VALUE;
    };
  }

  /** The same as {@link Position#at}, without a look at all the lines before it. */
  private Position position(int offset) {
    int line = line(offset);
    int from = lineStarts[line - 1];
    int to = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    return to - from > LONGEST_LINE
        ? new Position.InFile(source, line, offset - from + 1)
        : new Position.InText(
            source,
            line,
            1 + text.codePointCount(from, offset),
            text.substring(from, to).stripTrailing());
  }
}
