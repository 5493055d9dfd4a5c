package dev.squall.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with holes: {@code ${name}}, and {@code $name} where that name is known; {@code $$} is a
 * dollar sign before what would else be a hole.
 *
 * @param text as written
 */
public record Template(String text) {

  /** A piece of a template. */
  public sealed interface Part {
    /** Text that stands for itself. */
    record Literal(String text) implements Part {}

    /** {@code ${name}}: always a hole. */
    record Braced(String name) implements Part {}

    /** {@code $name}: a hole where the name is known, else text. */
    record Bare(String name) implements Part {}

    /**
     * {@code $${…}}, or {@code $$name}: a dollar sign and what follows, where that would be a hole.
     */
    record Escaped(String name, boolean braced) implements Part {}

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
      var name =
          braced ? text.substring(nameFrom + 1, nameTo).strip() : text.substring(nameFrom, nameTo);
      if (escaped) {
        parts.add(new Part.Escaped(name, braced));
      } else {
        parts.add(braced ? new Part.Braced(name) : new Part.Bare(name));
      }
      literalFrom = braced ? nameTo + 1 : nameTo;
      at = text.indexOf('$', literalFrom);
    }
    if (literalFrom < text.length()) {
      parts.add(new Part.Literal(text.substring(literalFrom)));
    }
    return List.copyOf(parts);
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
