package dev.squall.httpx;

import java.util.List;

/** A whole text. */
final class FileParser {
  private static final BlockParser<Item> FILE = BlockParser.lines("a file", FileParser::item);

  private static final List<String> KNOWN =
      List.of("var", "data", "request", "req", "scenario", "mix", "setup", "teardown");

  private FileParser() {}

  static Document parse(Tokens in) {
    return new Document(FILE.file(in));
  }

  /** Whether something of a file begins here. */
  static boolean begins(Tokens in) {
    return KNOWN.contains(in.peek().word());
  }

  private static Item item(Tokens in) {
    var token = in.peek();
    return switch (token.word()) {
      case "var" -> VarParser.parse(in);
      case "data" -> DataParser.parse(in);
      case "request", "req" -> RequestParser.parse(in);
      case "scenario" -> ScenarioParser.parse(in);
      case "mix" -> MixParser.parse(in);
      case "setup" -> ScenarioParser.setup(in);
      case "teardown" -> ScenarioParser.teardown(in);
      default -> throw unknown(in, token);
    };
  }

  private static Unreadable unknown(Tokens in, Token token) {
    OtherStyles.refuse(in);
    if (token.is("}")) {
      var refused = in.wrong("this } closes nothing", "take it away");
      in.next();
      in.refused = true;
      return refused;
    }
    return switch (token.word()) {
      case "extract", "assert" ->
          in.wrong(
              token.described() + " belongs to a request",
              "put it between its braces, or behind its curl after |");
      case "load", "run", "expect" ->
          in.wrong(
              token.described() + " belongs to a scenario", "write scenario name { load … run … }");
      default ->
          in.wrong(
              token.described() + " begins nothing that a file has",
              Pieces.meant(token.text(), KNOWN));
    };
  }
}
