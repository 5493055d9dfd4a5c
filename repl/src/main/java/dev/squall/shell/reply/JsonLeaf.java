package dev.squall.shell.reply;

import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.Line.Span;
import java.util.List;

/** The pieces of values that take no line of their own. */
final class JsonLeaf {
  /** As long as a secret may be, in characters. */
  private static final int MARGIN = 1 << 13;

  private JsonLeaf() {}

  static Span masked() {
    return new Span(Tone.STRING, '"' + Masks.HIDDEN + '"');
  }

  static Span name(String name) {
    return new Span(Tone.KEY, Harmless.quoted(name));
  }

  /** A leaf as it is; what is none as what was left out of it. */
  static List<Span> of(Json json, int characters, Masks masks) {
    return switch (json) {
      case Json.Str(var text) -> string(text, characters, masks);
      case Json.Num(var text) -> List.of(new Span(Tone.NUMBER, masks.text(text)));
      case Json.Truth(var holds) -> List.of(new Span(Tone.WORD, String.valueOf(holds)));
      case Json.Null() -> List.of(new Span(Tone.WORD, "null"));
      case Json.Obj(var members) -> closed("{", count(members.size(), "member"), "}");
      case Json.Arr(var items) -> closed("[", count(items.size(), "item"), "]");
    };
  }

  private static List<Span> closed(String open, String inside, String close) {
    return inside.isEmpty()
        ? List.of(new Span(Tone.PLAIN, open + close))
        : List.of(
            new Span(Tone.PLAIN, open),
            new Span(Tone.FAINT, " … " + inside + " "),
            new Span(Tone.PLAIN, close));
  }

  private static String count(int count, String noun) {
    return count == 0 ? "" : Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  private static List<Span> string(String text, int characters, Masks masks) {
    if (text.length() <= characters) {
      return List.of(new Span(Tone.STRING, Harmless.quoted(masks.text(text))));
    }
    // More than is shown, so that a secret at the cut is known as one; not megabytes of it.
    var looked = masks.text(text.substring(0, Math.min(text.length(), characters + MARGIN)));
    if (looked.length() <= characters && characters + MARGIN >= text.length()) {
      return List.of(new Span(Tone.STRING, Harmless.quoted(looked)));
    }
    var shown = looked.substring(0, Math.min(looked.length(), characters));
    var start = Harmless.quoted(Line.start(shown, characters));
    return List.of(
        new Span(Tone.STRING, start.substring(0, start.length() - 1) + "…\""),
        new Span(Tone.FAINT, " " + Numbers.count(text.length()) + " characters"));
  }
}
