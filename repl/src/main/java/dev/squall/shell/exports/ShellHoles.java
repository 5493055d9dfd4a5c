package dev.squall.shell.exports;

import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The holes of a command: they go through curl's printer as marks that no quoting changes, and
 * become expansions of the shell wherever they end up, in quotes or not.
 */
final class ShellHoles {
  private static final String MARK = "SquallHole";
  private static final Pattern MARKED = Pattern.compile(MARK + "(\\d+)X");

  private final Templates templates;
  private final List<Piece> holes = new ArrayList<>();

  ShellHoles(Templates templates) {
    this.templates = templates;
  }

  Template marked(Template template) {
    var text = new StringBuilder();
    for (var piece : templates.pieces(template)) {
      var constant = constant(piece);
      if (piece instanceof Piece.Text(var literal)) {
        text.append(literal);
      } else if (constant != null) {
        text.append(constant);
      } else {
        text.append(MARK).append(holes.size()).append('X');
        holes.add(piece);
      }
    }
    return new Template(text.toString());
  }

  /** What is the same in every run of the commands. */
  private static @Nullable String constant(Piece piece) {
    if (!(piece instanceof Piece.Made(var maker))) {
      return null;
    }
    return switch (maker) {
      case USER, ITERATION -> "1";
      case COUNTER -> "0";
      case UUID, MILLIS, TIME -> null;
    };
  }

  /** A command whose marks are expansions. */
  String filled(String command) {
    var filled = new StringBuilder();
    var found = MARKED.matcher(command);
    int from = 0;
    while (found.find()) {
      filled.append(command, from, found.start());
      var quotes = quotes(command, found.start());
      int number = Integer.parseInt(found.group(1));
      // A text may look like a mark.
      filled.append(
          number < holes.size()
              ? quotes.isEmpty()
                  ? '"' + expansion(holes.get(number)) + '"'
                  : "'\"" + expansion(holes.get(number)) + "\"" + quotes
              : found.group());
      from = found.end();
      if (quotes.equals("'") && command.startsWith("'", from) && number < holes.size()) {
        // Quotes that would be opened and closed at once.
        filled.setLength(filled.length() - 1);
        from++;
      }
    }
    return filled.append(command.substring(from)).toString();
  }

  /** What opens the quotes again that a place lies in; nothing where it lies in none. */
  private static String quotes(String command, int place) {
    var open = "";
    int at = 0;
    while (at < place) {
      char c = command.charAt(at);
      if (open.isEmpty()) {
        if (c == '\\') {
          at++;
        } else if (c == '\'') {
          open = at > 0 && command.charAt(at - 1) == '$' ? "$'" : "'";
        }
      } else if (c == '\\' && open.equals("$'")) {
        at++;
      } else if (c == '\'') {
        open = "";
      }
      at++;
    }
    return open;
  }

  /** A variable as a shell can call it. */
  static String name(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
  }

  private static String expansion(Piece piece) {
    return switch (piece) {
      case Piece.Text(var text) -> text;
      case Piece.Variable(var name) -> "$" + name(name);
      case Piece.Environment(var name) -> "$" + name(name);
      case Piece.Pick(var values) ->
          "$(shuf -n 1 -e "
              + String.join(" ", values.stream().map(ShellText::quoted).toList())
              + ")";
      case Piece.Random(var least, var most, var decimals) ->
          decimals == 0
              ? "$(shuf -n 1 -i " + least.toPlainString() + "-" + most.toPlainString() + ")"
              : "$(awk -v s=$RANDOM 'BEGIN {srand(s); printf \"%."
                  + decimals
                  + "f\", "
                  + least.toPlainString()
                  + " + rand() * "
                  + most.subtract(least).toPlainString()
                  + "}')";
      case Piece.Made(var maker) ->
          switch (maker) {
            case USER, ITERATION, COUNTER ->
                throw new IllegalStateException("a constant is no hole");
            case UUID -> "$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)";
            case MILLIS -> "$(date +%s%3N)";
            case TIME -> "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)";
          };
    };
  }
}
