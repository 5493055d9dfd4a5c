package dev.squall.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with holes: {@code ${name}}, and {@code $name} where that name is known; {@code $$} is a
 * dollar sign before what would else be a hole, and {@code ${$}} is a dollar sign anywhere.
 *
 * @param text as written
 */
public record Template(String text) {

  /** A piece of a template. */
  public sealed interface Part {
    /** Text that stands for itself. */
    record Literal(String text) implements Part {}

    /** {@code ${name}}: always a hole, at this offset of the text. */
    record Braced(String name, int offset) implements Part {}

    /** {@code $name} at this offset: a hole where the name is known, else text. */
    record Bare(String name, int offset) implements Part {}

    /** {@code $${…}}: a dollar sign and the braces as they stand, from the second dollar sign. */
    record EscapedBraces(String text) implements Part {}

    /** {@code $$name}: {@code $name} where the name is known, else both dollar signs. */
    record EscapedBare(String name) implements Part {}

    /** A dollar sign and an opening brace that nothing closes, from this offset of the text. */
    record Unclosed(int offset) implements Part {}
  }

  /** The pieces in order. */
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    int literalFrom = 0;
    int at = text.indexOf('$');
    while (at >= 0 && at < text.length() - 1) {
      boolean escaped = text.charAt(at + 1) == '$';
      int nameFrom = at + (escaped ? 2 : 1);
      boolean braced = nameFrom < text.length() && text.charAt(nameFrom) == '{';
      int nameTo = braced ? text.indexOf('}', nameFrom) : endOfName(nameFrom);
      if (braced && nameTo < 0) {
        parts.add(new Part.Unclosed(at));
        return List.copyOf(parts);
      }
      if (!braced && nameTo == nameFrom) {
        at = text.indexOf('$', nameFrom);
        continue;
      }
      if (at > literalFrom) {
        parts.add(new Part.Literal(text.substring(literalFrom, at)));
      }
      literalFrom = braced ? nameTo + 1 : nameTo;
      parts.add(part(at, nameFrom, braced, literalFrom));
      at = text.indexOf('$', literalFrom);
    }
    if (literalFrom < text.length()) {
      parts.add(new Part.Literal(text.substring(literalFrom)));
    }
    return List.copyOf(parts);
  }

  private Part part(int from, int nameFrom, boolean braced, int end) {
    boolean escaped = nameFrom > from + 1;
    if (!braced) {
      var name = text.substring(nameFrom, end);
      return escaped ? new Part.EscapedBare(name) : new Part.Bare(name, from);
    }
    if (escaped) {
      return new Part.EscapedBraces(text.substring(from + 1, end));
    }
    var name = text.substring(nameFrom + 1, end - 1).strip();
    return name.equals("$") ? new Part.Literal(name) : new Part.Braced(name, from);
  }

  private int endOfName(int from) {
    int at = from;
    while (at < text.length() && isNameCharacter(text.charAt(at), at == from)) {
      at++;
    }
    return at;
  }

  private static boolean isNameCharacter(char c, boolean first) {
    return c == '_' || Character.isLetter(c) || (!first && Character.isDigit(c));
  }

  @Override
  public String toString() {
    return text;
  }
}
