package dev.squall.shell.session;

import dev.squall.run.SoloUser;
import dev.squall.secret.Secrets;
import dev.squall.sheet.Display;
import dev.squall.sheet.SheetHtml;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables of the user who probes, as {@code ${name}} has them; always as they are now. */
public final class Vars implements Displayable {
  private static final int WIDEST_VALUE = 40;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

  private final SoloUser user;
  private final Origins origins;

  Vars(SoloUser user, Origins origins) {
    this.user = user;
    this.origins = origins;
  }

  /** A value as it is, secret or not; null where there is none. */
  public @Nullable String get(String name) {
    return user.variables().get(name);
  }

  /** Gives a variable a value; gives all of them. */
  public Vars set(String name, String value) {
    user.set(name, value);
    origins.set(name);
    return this;
  }

  /** All that have a value, in the order in which they got one. */
  public Map<String, String> all() {
    return user.variables();
  }

  /** A value as a person may see it. */
  public String shown(String name) {
    var value = get(name);
    return value == null ? "" : Secrets.shown(name, value);
  }

  private List<List<String>> rows(View view) {
    var rows = new ArrayList<List<String>>();
    user.variables()
        .forEach((name, value) -> {
          var origin = origins.of(name);
          rows.add(
              List.of(
                  name,
                  Display.fit(
                      Display.printable(view.reveals() ? value : Secrets.shown(name, value)),
                      WIDEST_VALUE),
                  type(value),
                  origin.map(Origins.Origin::step).orElse(""),
                  origin.map(Origins.Origin::extractor).orElse("")));
        });
    return rows;
  }

  /** What it looks like: variables are texts. */
  private static String type(String value) {
    if (NUMBER.matcher(value).matches()) {
      return "number";
    }
    if (UUID.matcher(value).matches()) {
      return "UUID";
    }
    if (TIME.matcher(value).matches()) {
      return "time";
    }
    return switch (value.isEmpty() ? ' ' : value.charAt(0)) {
      case '[' -> "list";
      case '{' -> "object";
      default -> value.equals("true") || value.equals("false") ? "boolean" : "text";
    };
  }

  @Override
  public Bundle display(View view) {
    var heads = List.of("variable", "value", "type", "step", "extractor");
    var rows = rows(view);
    if (rows.isEmpty()) {
      return Bundle.text("no variable has a value yet: %extract id $.products[0].id");
    }
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              heads.get(i).length(),
              rows.stream().mapToInt(row -> Display.width(row.get(column))).max().orElse(0));
    }
    var text =
        line(heads, widths)
            + rows.stream().map(row -> "\n" + line(row, widths)).collect(Collectors.joining());
    return Bundle.of(text, html(heads, rows));
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : "  ").append(cells.get(i));
      line.append(" ".repeat(Math.max(0, widths[i] - Display.width(cells.get(i)))));
    }
    return line.toString().stripTrailing();
  }

  private static String html(List<String> heads, List<List<String>> rows) {
    return "<table><thead><tr>"
        + heads.stream().map(head -> "<th>" + head + "</th>").collect(Collectors.joining())
        + "</tr></thead><tbody>"
        + rows.stream()
            .map(row ->
                "<tr>"
                    + row.stream()
                        .map(cell -> "<td>" + SheetHtml.escaped(cell) + "</td>")
                        .collect(Collectors.joining())
                    + "</tr>")
            .collect(Collectors.joining())
        + "</tbody></table>";
  }

  @Override
  public String toString() {
    return display(View.PLAIN).text();
  }
}
