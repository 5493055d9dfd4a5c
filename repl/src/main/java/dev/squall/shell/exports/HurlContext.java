package dev.squall.shell.exports;

import dev.squall.scenario.Scenario;
import dev.squall.scenario.Template;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Texts as hurl has them, and the variables that somebody has to give it. */
final class HurlContext {
  final Scenario scenario;
  final Notes notes;
  final Templates templates;

  /** Variables from outside, and how a shell makes a value. */
  final Map<String, String> outside = new TreeMap<>();

  /** Where a text stands, and what means something else there. */
  enum Place {
    HEADER,
    URL,
    QUOTED,
    JSON,
    MULTILINE
  }

  HurlContext(Scenario scenario, Notes notes) {
    this.scenario = scenario;
    this.notes = notes;
    templates = new Templates(scenario);
  }

  static String environment(String variable) {
    return variable.toLowerCase(Locale.ROOT);
  }

  String text(Template template, Place place) {
    var text = new StringBuilder();
    for (var piece : templates.pieces(template)) {
      text.append(piece instanceof Piece.Text(var literal) ? literal(literal, place) : hole(piece));
    }
    return text.toString();
  }

  /** A text with its quotes. */
  String quoted(Template template) {
    return '"' + text(template, Place.QUOTED) + '"';
  }

  static String quoted(String text) {
    return '"' + literal(text, Place.QUOTED) + '"';
  }

  private static String literal(String text, Place place) {
    return switch (place) {
      // What ends a line, begins a comment or a variable.
      case HEADER, URL -> escaped(text, place == Place.URL ? "#\\ " : "#\\");
      case QUOTED -> escaped(text, "\"\\");
      case JSON -> text.replace("{{", "{\\u007b");
      case MULTILINE -> text;
    };
  }

  private static String escaped(String text, String signs) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean opens = c == '{' && i + 1 < text.length() && text.charAt(i + 1) == '{';
      if (c == '\n') {
        escaped.append("\\n");
      } else if (c == '\r') {
        escaped.append("\\r");
      } else if (c == '\t') {
        escaped.append("\\t");
      } else if (opens || c < ' ' || JavaLiterals.isUnsafe(text, i)) {
        escaped.append("\\u{%x}".formatted((int) c));
      } else if (signs.indexOf(c) >= 0) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private String hole(Piece piece) {
    return switch (piece) {
      case Piece.Text(var text) -> text;
      case Piece.Variable(var name) -> "{{" + name(name) + "}}";
      case Piece.Environment(var name) -> "{{" + environment(name) + "}}";
      case Piece.Pick(var values) ->
          given(
              "picked_" + Math.floorMod(values.hashCode(), 10_000),
              "$(shuf -n 1 -e "
                  + String.join(" ", values.stream().map(ShellText::quoted).toList())
                  + ")");
      case Piece.Random(var least, var most, _) ->
          given(
              ("random_" + least.toPlainString() + "_" + most.toPlainString())
                  .replaceAll("[^a-z0-9_]", "_"),
              "$(shuf -n 1 -i " + least.toBigInteger() + "-" + most.toBigInteger() + ")");
      case Piece.Made(var maker) ->
          switch (maker) {
            case UUID -> "{{newUuid}}";
            case TIME -> "{{newDate}}";
            case USER, ITERATION -> "1";
            case COUNTER -> "0";
            case MILLIS -> given("timestamp", "$(date +%s%3N)");
          };
    };
  }

  private String given(String name, String shell) {
    outside.put(name, shell);
    notes.add(
        "scenario " + scenario.name(),
        "hurl makes no value of " + name,
        "it comes from outside: --variable " + name + "=" + shell);
    return "{{" + name + "}}";
  }

  /** hurl's variables are letters, digits, dashes and underscores. */
  static String name(String name) {
    return name.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  boolean hasHoles(Template template) {
    return templates.pieces(template).stream().anyMatch(piece -> !(piece instanceof Piece.Text));
  }

  /** The only piece, if it is a variable. */
  boolean isVariable(Template template) {
    var pieces = templates.pieces(template);
    return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Variable;
  }
}
