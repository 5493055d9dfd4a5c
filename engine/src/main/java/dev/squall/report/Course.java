package dev.squall.report;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Mark;
import dev.squall.stats.Results;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of the load on its way: who had to wait, what was done to it, why it ended. */
record Course(Results results, int columns) {
  private static final String INDENT = "    ";

  @Override
  public String toString() {
    return waited() + marks() + stopped();
  }

  private String waited() {
    var pool = results.pool();
    return pool.waitedAtLimit() == 0
        ? ""
        : Paragraph.wrap(
            "  waiting     %s arrivals waited because all %s users were busy, the most there may be"
                .formatted(Numbers.count(pool.waitedAtLimit()), Numbers.count(pool.limit())),
            INDENT,
            columns);
  }

  private String marks() {
    return results.marks().isEmpty()
        ? ""
        : Paragraph.wrap(
            results.marks().stream()
                .map(Course::mark)
                .collect(Collectors.joining("; ", "  marks       ", "")),
            INDENT,
            columns);
  }

  private static String mark(Mark mark) {
    return String.format(Locale.ROOT, "%.1f s ", mark.seconds()) + Paragraph.printable(mark.text());
  }

  private String stopped() {
    return results
        .stopped()
        .map(reason -> Paragraph.wrap("  " + Paragraph.printable(reason), INDENT, columns))
        .orElse("");
  }
}
