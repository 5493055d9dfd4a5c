package dev.squall.sheet;

import dev.squall.sheet.Column.Counts;
import dev.squall.sheet.Column.Words;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Sheets and their cells for the tests. */
final class SheetRuns {
  /** All that could harm a screen, a page, a file or a spreadsheet. */
  static final String HOSTILE =
      "=cmd|' /C calc'!A0 </script><b>\"x\" & 'y' | `z` [l](http://x) \u0000\u001b[31m\r\n"
          + "\t\u202e\u2028";

  private SheetRuns() {}

  static Column column(Sheet sheet, String title) {
    return sheet.forPrograms().columns().stream()
        .filter(column -> column.heading().title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(sheet.title() + " has no " + title));
  }

  static List<?> cellsOf(Sheet sheet, String title) {
    return column(sheet, title).values();
  }

  static long sum(Sheet sheet, String title) {
    return ((Counts) column(sheet, title))
        .values().stream().mapToLong(value -> value.orElse(0)).sum();
  }

  /** As many steps as names, the first with one request, the next with two, … */
  static Sheet named(String... names) {
    return new Sheet(
        "Steps",
        List.of(
            new Words(Heading.of("step").rank(0), List.of(names)),
            new Counts(
                Heading.of("count"),
                IntStream.rangeClosed(1, names.length).mapToObj(OptionalLong::of).toList())),
        false);
  }
}
