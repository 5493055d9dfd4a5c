package dev.squall.httpx;

import dev.squall.httpx.LoadPart.Form;
import dev.squall.httpx.LoadPart.Shape;
import dev.squall.httpx.LoadPart.Until;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code load 10 vus for 1m}, {@code load: vus=10, duration=1m}, {@code load { … }}. */
final class LoadParser {
  private static final String SHORT =
      "load 10 vus for 1m, load 100 rps for 1m, load 100 iterations with 10 vus or load { … }";

  private static final BlockParser<LoadPart> BLOCK =
      BlockParser.list("load { vus = 10, duration = 1m }", LoadParser::part);

  private static final List<String> KNOWN =
      Stream.concat(
              SettingParser.words(Key.LOAD).stream(),
              Stream.concat(Stream.of(Form.values()).map(Words::of), Stream.of("until")))
          .toList();

  private LoadParser() {}

  static LoadNode parse(Tokens in) {
    int from = in.next().from();
    if (in.take(":")) {
      return settings(in, from);
    }
    return in.peek().word().isEmpty()
        ? new LoadNode.Parts(BLOCK.parse(in), in.since(from))
        : inWords(in, from);
  }

  /**
   * A whole text of what stands behind {@code load}: words, settings or a block. Nothing where it
   * cannot be read, which is told.
   */
  static Optional<LoadNode> whole(Tokens in) {
    int from = in.offset();
    try {
      var node =
          SettingParser.isNext(in, Key.LOAD)
              ? settings(in, from)
              : in.is("{")
                  ? new LoadNode.Parts(BLOCK.parse(in), in.since(from))
                  : inWords(in, from);
      if (in.take(",")) {
        SettingParser.parse(in, Key.LOAD, "a load");
      }
      if (!in.unclosed && in.peek().kind() != Token.Kind.END) {
        throw in.wrong(in.peek().described() + " is left over", SHORT);
      }
      return Optional.of(node);
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  private static LoadNode settings(Tokens in, int from) {
    var settings =
        Lists.<LoadPart>of(
            in,
            tokens -> SettingParser.parse(tokens, Key.LOAD, "a load"),
            tokens -> SettingParser.isNext(tokens, Key.LOAD));
    return new LoadNode.Parts(settings, in.since(from));
  }

  private static LoadNode inWords(Tokens in, int from) {
    var number = in.peek();
    Pieces.number(in, "how much");
    var unit = in.peek();
    in.jump(number.from());
    return switch (unit.word()) {
      case "vus" -> {
        int users = (int) Pieces.whole(in, 0, Integer.MAX_VALUE, "a number of users");
        in.next();
        in.expect("for", SHORT);
        yield new LoadNode.Users(users, Pieces.time(in, "how long"), in.since(from));
      }
      case "rps" -> {
        var rate = Pieces.number(in, "a rate");
        in.next();
        in.expect("for", SHORT);
        yield new LoadNode.Rate(rate, Pieces.time(in, "how long"), in.since(from));
      }
      case "iterations" -> {
        long count = Pieces.whole(in, 0, Long.MAX_VALUE, "a number of iterations");
        in.next();
        in.expect("with", SHORT);
        int users = (int) Pieces.whole(in, 0, Integer.MAX_VALUE, "a number of users");
        in.expect("vus", SHORT);
        yield new LoadNode.Count(count, users, in.take("shared"), in.since(from));
      }
      default ->
          throw in.wrong(
              unit, "expected vus, rps or iterations instead of " + unit.described(), SHORT);
    };
  }

  private static LoadPart part(Tokens in) {
    var token = in.peek();
    int from = token.from();
    if (in.take("until")) {
      return new Until(GoalParser.until(in), in.since(from));
    }
    if (SettingParser.isNext(in, Key.LOAD)) {
      return SettingParser.parse(in, Key.LOAD, "a load");
    }
    var form = form(token);
    if (form.isEmpty()) {
      throw in.wrong(
          token.described() + " is nothing that a load has", Pieces.meant(token.text(), KNOWN));
    }
    in.next();
    var settings =
        BlockParser.list(
                token.text() + " { … }",
                tokens -> SettingParser.parse(tokens, Key.of(form.get()), "a " + token.text()))
            .parse(in);
    return new Shape(form.get(), settings, in.since(from));
  }

  private static Optional<Form> form(Token token) {
    return Stream.of(Form.values()).filter(form -> Words.of(form).equals(token.word())).findFirst();
  }
}
