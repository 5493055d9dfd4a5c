package dev.squall.plan;

import dev.squall.plan.Segment.Escape;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Template;
import dev.squall.scenario.Template.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Templates to segments, each hole with the escaping that its surroundings ask for. */
final class TemplateCompiler {
  private final Variables variables;
  private final Consumer<Problem> problems;
  private int places;

  TemplateCompiler(Variables variables, Consumer<Problem> problems) {
    this.variables = variables;
    this.problems = problems;
  }

  /** A new place for draws: no two evaluations in a scenario share one. */
  int nextPlace() {
    return places++;
  }

  /** How many places were given out. */
  int places() {
    return places;
  }

  /** The same escaping for every hole. */
  void compile(Template template, Escape escape, Position position, SegmentsBuilder to) {
    for (var part : template.parts()) {
      append(part, escape, position, to);
    }
  }

  /** A template of its own, as text. */
  Segments text(Template template, Position position) {
    var to = new SegmentsBuilder();
    compile(template, Escape.NONE, position, to);
    return to.build();
  }

  /** Path and query: holes before the question mark go in raw, those behind it encoded. */
  void target(Template template, Position position, SegmentsBuilder to) {
    var escape = Escape.TARGET;
    for (var part : template.parts()) {
      if (part instanceof Part.Literal(var text)) {
        to.text(encodedLiteral(text, position));
        if (text.indexOf('?') >= 0) {
          escape = Escape.QUERY;
        }
      } else {
        append(part, escape, position, to);
      }
    }
  }

  /** JSON: holes inside a string are escaped, others go in raw. */
  void json(Template template, Position position, SegmentsBuilder to) {
    boolean inString = false;
    for (var part : template.parts()) {
      append(part, inString ? Escape.JSON_STRING : Escape.NONE, position, to);
      if (part instanceof Part.Literal(var text)) {
        inString = endsInString(text, inString);
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

  /**
   * RFC 3986 allows no space and no character beyond ASCII; the first is a mistake, the second is
   * encoded.
   */
  private String encodedLiteral(String text, Position position) {
    var encoded = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c <= ' ' || c == 0x7f) {
            problems.accept(
                new Problem(
                    position,
                    "a path or query holds a space or control character: " + text,
                    "write a space as %20"));
          }
          if (c < 0x80) {
            encoded.appendCodePoint(c);
          } else {
            encoded.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
          }
        });
    return encoded.toString();
  }

  void append(Part part, Escape escape, Position position, SegmentsBuilder to) {
    switch (part) {
      case Part.Literal(var text) -> to.text(text);
      case Part.Braced(var name) -> hole(name, escape, position, to);
      case Part.Bare(var name) -> {
        if (variables.isKnown(name)) {
          hole(name, escape, position, to);
        } else {
          to.text("$" + name);
        }
      }
      case Part.Escaped(var name, var braced) -> {
        if (braced) {
          to.text("${" + name + "}");
        } else {
          to.text((variables.isKnown(name) ? "$" : "$$") + name);
        }
      }
      case Part.Unclosed(_) ->
          problems.accept(
              new Problem(
                  position,
                  "a ${ is not closed",
                  "close it with }, or write $${ for the text itself"));
    }
  }

  private void hole(String name, Escape escape, Position position, SegmentsBuilder to) {
    var slot = variables.slot(name);
    if (slot.isPresent()) {
      to.hole(new Segment.Variable(slot.get(), name, escape));
      return;
    }
    var builtIn = BuiltInVariable.named(name);
    if (builtIn.isPresent()) {
      to.hole(new Segment.BuiltIn(builtIn.get(), nextPlace(), escape));
    } else {
      problems.accept(
          new Problem(position, "no step extracts a variable " + name, variables.hintFor(name)));
    }
  }
}
