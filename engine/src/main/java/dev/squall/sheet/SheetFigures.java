package dev.squall.sheet;

import java.util.SequencedMap;

/** A few cells of a sheet's last row as figures to be seen at once: a {@code dl} for a page. */
public final class SheetFigures {
  private SheetFigures() {}

  /**
   * The fragment; each number carries itself with every digit, as in {@link SheetHtml}. It is what
   * the sheet has there, so that no page says two things.
   *
   * @param names the columns by their keys, as files have them, and how each is called here; what
   *     the sheet does not have is left out
   */
  public static String of(Sheet sheet, SequencedMap<String, String> names) {
    var html = new StringBuilder("<dl class=\"figures\">\n");
    int row = sheet.rows() - 1;
    if (row >= 0) {
      names.forEach((key, name) ->
          sheet.forPeople().columns().stream()
              .filter(column -> column.heading().key().equals(key))
              .findFirst()
              .ifPresent(column -> html.append(figure(name, column, row))));
    }
    return html.append("</dl>\n").toString();
  }

  private static String figure(String name, Column column, int row) {
    var unit = column.heading().unit().title();
    return "<div><dt>%s</dt><dd%s%s>%s%s</dd></div>\n"
        .formatted(
            SheetHtml.escaped(name),
            SheetHtml.kind(column, row),
            SheetHtml.value(column, row),
            SheetHtml.escaped(Cells.shown(column, row)),
            unit.isEmpty() ? "" : "<small>" + unit + "</small>");
  }
}
