package dev.squall.sheet;

import java.util.stream.IntStream;

/**
 * A sheet as a fragment of a page: a table, with numbers to the right, that is XML as well, loads
 * nothing and has no script. Numbers carry themselves with every digit as {@code data-value}, by
 * which a page may sort; for a bound it is the bound.
 */
public final class SheetHtml {
  /**
   * How tables look, once for a page. All colours are mixed with the ink that is there already, so
   * that they can be read on light and on dark whoever decides which; a page may give {@code
   * --sheet-alarm} and {@code --sheet-bound}.
   */
  public static final String STYLE =
      """
      .sheet { overflow-x: auto; }
      .sheet table {
        border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; margin: 0;
      }
      .sheet caption {
        caption-side: top; color: inherit; font-weight: 600; padding: 0.3em 0; text-align: left;
      }
      .sheet tr { background: none; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
      .sheet th, .sheet td {
        background: none; border: 0; padding: 0.25em 0.6em; text-align: left; vertical-align: baseline;
      }
      .sheet thead th { font-weight: 500; opacity: 0.7; vertical-align: bottom; }
      .sheet .n { text-align: right; white-space: nowrap; }
      .sheet thead .n { white-space: normal; }
      .sheet tfoot tr { border-bottom: 0; font-weight: 600; }
      .sheet .alarm {
        color: var(--sheet-alarm, color-mix(in srgb, #e5484d 75%, currentColor)); font-weight: 600;
      }
      .sheet .bound { color: var(--sheet-bound, color-mix(in srgb, #c07a00 75%, currentColor)); }
      .sheet p { font-size: 0.85rem; margin: 0.3em 0; opacity: 0.7; }
      @media print { .sheet { overflow: visible; } }
      """;

  private static final char NO_BREAK = '\u00a0';

  private SheetHtml() {}

  /**
   * The fragment, without the style.
   *
   * @param rows how many are shown at most, a total not counted
   */
  public static String of(Sheet sheet, int rows) {
    var people = sheet.forPeople();
    var html = new StringBuilder("<div class=\"sheet\">\n<table>\n<caption>");
    html.append(escaped(people.title())).append("</caption>\n<thead>\n<tr>");
    for (var column : people.columns()) {
      html.append("<th scope=\"col\"").append(Cells.isLeft(column) ? ">" : " class=\"n\">");
      html.append(title(column.heading())).append("</th>");
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
    IntStream.range(0, Cells.shown(people, rows)).forEach(row -> row(html, people, row));
    html.append("</tbody>\n");
    if (people.total()) {
      html.append("<tfoot>\n");
      row(html, people, people.rows() - 1);
      html.append("</tfoot>\n");
    }
    html.append("</table>\n");
    var leftOut = people.rows() == 0 ? "none" : Cells.leftOut(people, rows);
    if (!leftOut.isEmpty()) {
      html.append("<p>").append(leftOut).append("</p>\n");
    }
    return html.append("</div>\n").toString();
  }

  /** The same with its style, for a place that has none: a cell of a notebook. */
  public static String alone(Sheet sheet, int rows) {
    return "<style>\n" + STYLE + "</style>\n" + of(sheet, rows);
  }

  /** A unit stays on the line of its name. */
  private static String title(Heading heading) {
    return escaped(heading.name()) + heading.unit().title().replace(' ', NO_BREAK);
  }

  private static void row(StringBuilder html, Sheet sheet, int row) {
    html.append("<tr>");
    for (var column : sheet.columns()) {
      html.append("<td").append(kind(column, row)).append(value(column, row)).append('>');
      html.append(escaped(Cells.shown(column, row))).append("</td>");
    }
    html.append("</tr>\n");
  }

  static String kind(Column column, int row) {
    if (Cells.isLeft(column)) {
      return "";
    }
    var tone =
        Cells.isAlarming(column, row) ? " alarm" : Cells.isBound(column, row) ? " bound" : "";
    return " class=\"n" + tone + "\"";
  }

  static String value(Column column, int row) {
    var value =
        switch (column) {
          case Column.Words _ -> "";
          case Column.Times times when Cells.isBound(times, row) -> Cells.atLeast(times, row);
          case Column.Times _, Column.Counts _, Column.Figures _, Column.Moments _ ->
              Cells.exact(column, row);
        };
    return value.isEmpty() ? "" : " data-value=\"" + value + "\"";
  }

  /** Text that is nothing but itself in HTML and XML, between tags and in attributes; one line. */
  public static String escaped(String text) {
    return Display.printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
