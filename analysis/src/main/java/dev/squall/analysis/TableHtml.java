package dev.squall.analysis;

import dev.squall.sheet.SheetHtml;
import tech.tablesaw.api.Table;

/** Any Tablesaw table as HTML. */
public final class TableHtml {
  private TableHtml() {}

  /**
   * A fragment with its style, well-formed as XML, that loads nothing.
   *
   * @param rows how many are shown at most; the fragment says how many there are
   */
  public static String render(Table table, int rows) {
    return SheetHtml.alone(FrameSheet.of(table), rows);
  }
}
