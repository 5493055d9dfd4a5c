package dev.squall.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A sheet for programs: RFC 4180, one line of {@linkplain Heading#key() keys}, the same columns
 * whatever was measured. Behind all others, each column of times has a sister {@code …_at_least_ms}
 * for what is only a lower bound.
 */
public final class SheetCsv {
  /** What a spreadsheet takes for the beginning of a formula, which could send the sheet away. */
  private static final String FORMULA = "=+-@\t\r\n";

  private SheetCsv() {}

  /**
   * The whole text. Words that a spreadsheet would compute have an apostrophe before them, which it
   * takes for "this is text".
   */
  public static String of(Sheet sheet) {
    var programs = sheet.forPrograms();
    var text = new StringBuilder(line(keys(programs)));
    for (int row = 0; row < programs.rows(); row++) {
      text.append(line(cells(programs, row)));
    }
    return text.toString();
  }

  static String line(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.toArray()) + CSVFormat.RFC4180.getRecordSeparator();
  }

  private static List<String> keys(Sheet sheet) {
    var keys = new ArrayList<>(sheet.columns().stream().map(c -> c.heading().key()).toList());
    for (var column : sheet.columns()) {
      if (column instanceof Column.Times) {
        keys.add(column.heading().atLeast().key());
      }
    }
    return keys;
  }

  private static List<String> cells(Sheet sheet, int row) {
    var cells = new ArrayList<String>();
    for (var column : sheet.columns()) {
      var cell = Cells.exact(column, row);
      cells.add(column instanceof Column.Words ? harmless(cell) : cell);
    }
    for (var column : sheet.columns()) {
      if (column instanceof Column.Times times) {
        cells.add(Cells.atLeast(times, row));
      }
    }
    return cells;
  }

  static String harmless(String words) {
    return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
  }
}
