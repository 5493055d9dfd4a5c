package dev.squall.httpx;

import dev.squall.httpx.Data.Format;
import dev.squall.httpx.Data.Order;
import dev.squall.httpx.Data.Rows;
import dev.squall.httpx.Data.Taking;
import dev.squall.httpx.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code data users = csv("users.csv", shuffled(42))}, {@code data city = ["Pune", "Wien"]}. */
final class DataParser {
  private static final String DELIMITER = "delimiter";

  private DataParser() {}

  static Data parse(Tokens in) {
    int from = in.next().from();
    var name = Pieces.plainName(in, "the data");
    in.expect("=", "data " + name + " = csv(\"rows.csv\")");
    var rows = in.is("[") ? new Rows.Values(Pieces.list(in)) : file(in);
    return new Data(name, rows, in.since(from));
  }

  private static Rows file(Tokens in) {
    var token = in.peek();
    var format = find(token, Format.values());
    if (format.isEmpty()) {
      throw in.wrong(
          "rows do not come from " + token.described(),
          "csv(\"rows.csv\"), json(\"rows.json\"), jsonl(\"rows.jsonl\") or [a, b]");
    }
    in.next();
    in.expect("(", token.text() + "(\"file\")");
    in.passLines();
    var path = Pieces.string(in, "the path of a file");
    Optional<Order> order = Optional.empty();
    Optional<String> delimiter = Optional.empty();
    while (in.takeAcrossLines(",")) {
      in.passLines();
      var said = in.peek();
      boolean again = said.is(DELIMITER) ? delimiter.isPresent() : order.isPresent();
      if (in.take(DELIMITER)) {
        delimiter = Optional.of(Pieces.string(in, "what stands between columns"));
      } else {
        order = Optional.of(order(in));
      }
      if (again) {
        throw in.wrong(
            said,
            "this is the second " + (said.is(DELIMITER) ? DELIMITER : "order"),
            "one is enough");
      }
    }
    if (!in.takeAcrossLines(")")) {
      in.expect(")", token.text() + "(\"file\", circular)");
    }
    return new Rows.File(format.get(), path, order, delimiter);
  }

  private static Order order(Tokens in) {
    var token = in.peek();
    var taking = find(token, Taking.values());
    if (taking.isEmpty()) {
      var known = new ArrayList<>(Stream.of(Taking.values()).map(Words::of).toList());
      known.add(DELIMITER);
      throw in.wrong(token.described() + " is no order of rows", Pieces.meant(token.text(), known));
    }
    in.next();
    if (!in.is("(")) {
      return new Order(taking.get(), Optional.empty());
    }
    if (taking.get() != Taking.SHUFFLED) {
      throw in.wrong(token.described() + " has no seed", "only shuffled(42) has one of its own");
    }
    in.next();
    long seed = Pieces.whole(in, -Long.MAX_VALUE, Long.MAX_VALUE, "a seed");
    in.expect(")", "shuffled(42)");
    return new Order(taking.get(), Optional.of(seed));
  }

  private static <E extends Enum<E>> Optional<E> find(Token token, E[] constants) {
    return token.kind() == Kind.WORD
        ? List.of(constants).stream().filter(c -> Words.of(c).equals(token.text())).findFirst()
        : Optional.empty();
  }
}
