package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import java.util.List;
import java.util.stream.Stream;

/** {@code mix day { load … 80% browsing, 20% buying }}. */
final class MixParser {
  private static final BlockParser<MixPart> BLOCK =
      BlockParser.list("mix name { load … 100% scenario }", MixParser::part);

  private static final List<String> KNOWN =
      Stream.concat(
              Stream.of("load", "var", "setup", "teardown", "expect"),
              SettingParser.words(Key.SCENARIO).stream())
          .toList();

  private MixParser() {}

  static MixBlock parse(Tokens in) {
    int from = in.next().from();
    var name = Pieces.name(in, "the mix");
    return new MixBlock(name, BLOCK.parse(in), in.since(from));
  }

  private static MixPart part(Tokens in) {
    var token = in.peek();
    return switch (token.word()) {
      case "load" -> LoadParser.parse(in);
      case "setup" -> ScenarioParser.setup(in);
      case "teardown" -> ScenarioParser.teardown(in);
      case "expect" -> GoalParser.expect(in);
      case "var" -> VarParser.parse(in);
      default -> {
        if (SettingParser.isNext(in, Key.SCENARIO)) {
          yield SettingParser.parse(in, Key.SCENARIO, "a mix");
        }
        if (token.kind() != Kind.WORD || Figures.number(token.text()).isEmpty()) {
          throw in.wrong(
              token.described() + " is nothing that a mix has",
              Pieces.meant(token.text(), KNOWN) + "; a share is written as 30% scenario");
        }
        var weight = Pieces.weight(in, "a share");
        var scenario = Pieces.name(in, "a scenario");
        yield new MixPart.Share(weight, scenario, in.since(token.from()));
      }
    };
  }
}
