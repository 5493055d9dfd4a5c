package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import dev.squall.httpx.Var.Origin;

/** {@code var name = value}. */
final class VarParser {
  private static final String ENV = "env.";

  private VarParser() {}

  static Var parse(Tokens in) {
    int from = in.next().from();
    var name = Pieces.plainName(in, "the variable");
    in.expect("=", "var " + name + " = \"value\"");
    var origin = origin(in);
    return new Var(name, origin, in.since(from));
  }

  private static Origin origin(Tokens in) {
    var token = in.peek();
    if (token.kind() == Kind.STRING) {
      return new Origin.Text(in.next().text());
    }
    if (token.endsLine() || token.kind() == Kind.BROKEN) {
      throw in.wrong("the variable has no value", "\"\" is an empty text");
    }
    int end = token.from();
    while (end < in.text().length() && in.text().charAt(end) != '\n' && !in.beginsComment(end)) {
      end++;
    }
    in.jump(end);
    var text = in.text().substring(token.from(), end).strip();
    return text.startsWith(ENV) && Words.isName(text.substring(ENV.length()))
        ? new Origin.Env(text.substring(ENV.length()))
        : new Origin.Text(text);
  }
}
