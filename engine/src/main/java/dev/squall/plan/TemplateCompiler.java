package dev.squall.plan;

import dev.squall.plan.Segment.Escape;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Given;
import dev.squall.scenario.Template;
import dev.squall.scenario.Template.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Templates to segments, each hole with the escaping that its surroundings ask for. What a template
 * belongs to is named in words, for the position of a problem.
 */
final class TemplateCompiler {

  /** A template read with the known names: text as it goes out, and holes. */
  private sealed interface Piece {
    record Text(String text) implements Piece {}

    record Hole(String name) implements Piece {}
  }

  private final Variables variables;
  private final Numbering numbers;
  private final Consumer<Problem> problems;

  TemplateCompiler(Variables variables, Numbering numbers, Consumer<Problem> problems) {
    this.variables = variables;
    this.numbers = numbers;
    this.problems = problems;
  }

  /** Text as it stands, and the same escaping for every hole. */
  void text(Template template, Escape escape, String of, SegmentsBuilder to) {
    for (var piece : pieces(template, of)) {
      switch (piece) {
        case Piece.Text(var text) -> to.text(text);
        case Piece.Hole(var name) -> to.hole(segment(name, escape));
      }
    }
  }

  /**
   * Path and query: holes before the question mark go in raw, those behind it encoded. Whether
   * there are holes before it.
   */
  boolean target(Template template, String of, SegmentsBuilder to) {
    var escape = Escape.TARGET;
    boolean open = false;
    for (var piece : pieces(template, of)) {
      switch (piece) {
        case Piece.Text(var text) -> {
          checkTarget(text, template, of);
          to.text(encodedBeyondAscii(text));
          if (text.indexOf('?') >= 0) {
            escape = Escape.QUERY;
          }
        }
        case Piece.Hole(var name) -> {
          open |= escape == Escape.TARGET;
          to.hole(segment(name, escape));
        }
      }
    }
    return open;
  }

  /** JSON: holes inside a string are escaped, others go in raw. */
  void json(Template template, String of, SegmentsBuilder to) {
    boolean inString = false;
    for (var piece : pieces(template, of)) {
      switch (piece) {
        case Piece.Text(var text) -> {
          to.text(text);
          inString = endsInString(text, inString);
        }
        case Piece.Hole(var name) ->
            to.hole(segment(name, inString ? Escape.JSON_STRING : Escape.NONE));
      }
    }
  }

  /** A form field's value: text and holes encoded. */
  void form(Template template, String of, SegmentsBuilder to) {
    encoded(template, of, text -> URLEncoder.encode(text, StandardCharsets.UTF_8), Escape.FORM, to);
  }

  /** A value in a query: text and holes encoded. */
  void query(Template template, String of, SegmentsBuilder to) {
    encoded(template, of, UrlText::encoded, Escape.QUERY, to);
  }

  private void encoded(
      Template template,
      String of,
      UnaryOperator<String> encoding,
      Escape escape,
      SegmentsBuilder to) {
    for (var piece : pieces(template, of)) {
      switch (piece) {
        case Piece.Text(var text) -> to.text(encoding.apply(text));
        case Piece.Hole(var name) -> to.hole(segment(name, escape));
      }
    }
  }

  /** Text as it stands that no problem shows. */
  void secret(Template template, String of, SegmentsBuilder to) {
    for (var piece : pieces(template, _ -> Position.in(of))) {
      switch (piece) {
        case Piece.Text(var text) -> to.text(text);
        case Piece.Hole(var name) -> to.hole(segment(name, Escape.NONE));
      }
    }
  }

  private static boolean endsInString(String json, boolean inString) {
    boolean inside = inString;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inside && c == '\\') {
        i++;
      } else if (c == '"') {
        inside = !inside;
      }
    }
    return inside;
  }

  /** What RFC 3986 §3.3 and §3.4 do not allow and a server would misread. */
  private void checkTarget(String text, Template template, String of) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != 0x7f && c != '#') {
        continue;
      }
      problems.accept(
          new Problem(
              Position.at(of, template.text(), Math.max(0, template.text().indexOf(text)) + i),
              c == '#'
                  ? "a fragment is never sent"
                  : "a path or query holds a " + (c == ' ' ? "space" : "control character"),
              c == '#'
                  ? "leave it out, or write %23 for the character"
                  : c == ' ' ? "write it as %20" : "leave it out"));
      return;
    }
  }

  static String encodedBeyondAscii(String text) {
    var encoded = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c < 0x80) {
            encoded.appendCodePoint(c);
          } else {
            encoded.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
          }
        });
    return encoded.toString();
  }

  private List<Piece> pieces(Template template, String of) {
    return pieces(template, offset -> Position.at(of, template.text(), offset));
  }

  /** Neighbouring texts become one. */
  private List<Piece> pieces(Template template, IntFunction<Position> at) {
    var pieces = new ArrayList<Piece>();
    var text = new StringBuilder();
    for (var part : template.parts()) {
      switch (part) {
        case Part.Literal(var literal) -> text.append(literal);
        case Part.Braced(var name, var offset) -> hole(name, at.apply(offset), text, pieces);
        case Part.Bare(var name, var offset) -> {
          if (variables.isKnown(name)) {
            hole(name, at.apply(offset), text, pieces);
          } else {
            text.append('$').append(name);
          }
        }
        case Part.EscapedBraces(var braces) -> text.append(braces);
        case Part.EscapedBare(var name) ->
            text.append(variables.isKnown(name) ? "$" : "$$").append(name);
        case Part.Unclosed(var offset) ->
            problems.accept(
                new Problem(
                    at.apply(offset),
                    "a ${ is not closed",
                    "close it with }, or write $${ and } for the text itself"));
      }
    }
    close(text, pieces);
    return pieces;
  }

  private void hole(String name, Position position, StringBuilder text, List<Piece> pieces) {
    var problem = variables.problemOf(name, position);
    problem.ifPresent(problems);
    if (problem.isEmpty()) {
      close(text, pieces);
      pieces.add(new Piece.Hole(name));
    }
  }

  private static void close(StringBuilder text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text.toString()));
      text.setLength(0);
    }
  }

  /** Of a name without a problem. */
  private Segment segment(String name, Escape escape) {
    var function = BuiltInFunction.parse(name);
    if (function.isPresent()) {
      return segment(function.get(), escape);
    }
    var given = variables.given(name);
    if (given.isPresent()) {
      return given(given.get(), escape);
    }
    return variables
        .slot(name)
        .<Segment>map(slot -> new Segment.Variable(slot, name, escape))
        .orElseGet(() ->
            new Segment.BuiltIn(
                BuiltInVariable.named(name).orElseThrow(), numbers.place(), escape));
  }

  private Segment given(Given variable, Escape escape) {
    var value = new SegmentsBuilder();
    text(variable.value(), Escape.NONE, "variable " + variable.name(), value);
    return new Segment.Given(variable.name(), value.build(), escape);
  }

  private Segment segment(BuiltInFunction function, Escape escape) {
    return switch (function) {
      case BuiltInFunction.Random(var least, var most, var decimals) ->
          new Segment.Random(least, most, decimals, numbers.place(), escape);
      case BuiltInFunction.Pick(var values) -> new Segment.Pick(values, numbers.place(), escape);
      case BuiltInFunction.Environment(var name, var value) ->
          new Segment.Environment(name, value, escape);
      case BuiltInFunction.Wrong(var what, _) ->
          throw new IllegalStateException("a hole with a problem was compiled: " + what);
    };
  }
}
