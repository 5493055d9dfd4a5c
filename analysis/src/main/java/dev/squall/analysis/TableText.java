package dev.squall.analysis;

import dev.squall.sheet.SheetText;
import tech.tablesaw.api.Table;

/** Any Tablesaw table for a terminal. */
public final class TableText {
  private static final int MOST_ROWS = 20;

  private TableText() {}

  /**
   * At most 20 rows, and how many there are.
   *
   * @param columns how wide the screen is
   * @param ansi whether to mark bad news, bounds and totals with colours
   */
  public static String render(Table table, int columns, boolean ansi) {
    return SheetText.of(FrameSheet.of(table), columns, MOST_ROWS, ansi);
  }
}
