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
  private static final String COLUMN = "column";

  private DataParser() {}

  static Data parse(Tokens in) {
    int from = in.next().from();
    var name = Pieces.plainName(in, "the data");
    in.expect("=", "data " + name + " = csv(\"rows.csv\")");
    var rows = in.is("[") ? list(in) : file(in);
    return new Data(name, rows, in.since(from));
  }

  /** What is said of a list stands behind it. */
  private static Rows list(Tokens in) {
    var values = Pieces.list(in);
    Optional<Order> order =
        in.peek().word().isEmpty() || in.is(COLUMN) ? Optional.empty() : Optional.of(order(in));
    Optional<String> column =
        in.take(COLUMN) ? Optional.of(Pieces.name(in, "the column")) : Optional.empty();
    return new Rows.Values(values, order, column);
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
    Optional<String> column = Optional.empty();
    while (in.takeAcrossLines(",")) {
      in.passLines();
      var said = in.peek();
      boolean again =
          switch (said.word()) {
            case DELIMITER -> delimiter.isPresent();
            case COLUMN -> column.isPresent();
            default -> order.isPresent();
          };
      if (in.take(DELIMITER)) {
        delimiter = Optional.of(Pieces.string(in, "what stands between columns"));
      } else if (in.take(COLUMN)) {
        column = Optional.of(Pieces.name(in, "the column"));
      } else {
        order = Optional.of(order(in));
      }
      if (again) {
        throw in.wrong(
            said,
            "this is the second " + (said.is(DELIMITER) || said.is(COLUMN) ? said.text() : "order"),
            "one is enough");
      }
    }
    if (!in.takeAcrossLines(")")) {
      in.expect(")", token.text() + "(\"file\", circular)");
    }
    return new Rows.File(format.get(), path, order, delimiter, column);
  }

  private static Order order(Tokens in) {
    var token = in.peek();
    var taking = find(token, Taking.values());
    if (taking.isEmpty()) {
      var known = new ArrayList<>(Stream.of(Taking.values()).map(Words::of).toList());
      known.add(DELIMITER);
      known.add(COLUMN);
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
