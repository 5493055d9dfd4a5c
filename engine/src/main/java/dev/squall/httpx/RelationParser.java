package dev.squall.httpx;

import dev.squall.httpx.Relation.Operator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code == 200}, {@code in [200, 201]}, {@code between 1 and 5}, {@code exists} and so on. */
final class RelationParser {
  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of(Operator.values()).map(operator -> operator.sign),
              Stream.of("exists", "in", "between"))
          .toList();

  private RelationParser() {}

  static Relation parse(Tokens in) {
    var token = in.peek();
    if (in.take("exists")) {
      return new Relation.Exists();
    }
    if (in.take("in")) {
      return new Relation.In(Pieces.list(in));
    }
    if (in.take("between")) {
      var least = Pieces.value(in);
      in.expect("and", "between 1 and 5");
      return new Relation.Between(least, Pieces.value(in));
    }
    var operator = operator(token);
    if (operator.isEmpty()) {
      throw in.wrong(
          "expected a comparison instead of " + token.described(),
          token.kind() == Token.Kind.WORD
              ? Pieces.meant(token.text(), KNOWN)
              : "one of " + String.join(" ", KNOWN));
    }
    in.next();
    return new Relation.Compare(operator.get(), Pieces.value(in));
  }

  private static Optional<Operator> operator(Token token) {
    return token.is("=")
        ? Optional.of(Operator.EQUAL)
        : Stream.of(Operator.values()).filter(operator -> token.is(operator.sign)).findFirst();
  }
}
