package dev.squall.httpx;

import java.util.List;
import java.util.stream.Stream;

/** {@code scenario shopping { load … run … }}. */
final class ScenarioParser {
  private static final BlockParser<ScenarioPart> BLOCK =
      BlockParser.toEnd("scenario name { load … run … }", ScenarioParser::part);

  private static final List<String> KNOWN =
      Stream.of(
              Stream.of("load", "var", "header", "setup", "teardown", "expect"),
              SettingParser.words(Key.SCENARIO).stream(),
              StepParser.KNOWN.stream())
          .flatMap(words -> words)
          .toList();

  private ScenarioParser() {}

  static ScenarioBlock parse(Tokens in) {
    int from = in.next().from();
    var name = Pieces.name(in, "the scenario");
    if (in.is(":")) {
      throw in.wrong(
          "a scenario in one line is not spoken here",
          "write scenario " + Words.name(name) + " { … } with a line for load and one for run");
    }
    return new ScenarioBlock(name, BLOCK.parse(in), in.since(from));
  }

  private static ScenarioPart part(Tokens in) {
    OtherStyles.refuseFlow(in);
    return switch (in.peek().word()) {
      case "load" -> LoadParser.parse(in);
      case "setup" -> setup(in);
      case "teardown" -> teardown(in);
      case "expect" -> GoalParser.expect(in);
      case "var" -> VarParser.parse(in);
      case "header" -> header(in);
      default -> {
        if (SettingParser.isNext(in, Key.SCENARIO)) {
          yield SettingParser.parse(in, Key.SCENARIO, "a scenario");
        }
        if (StepParser.isNext(in.peek())) {
          yield StepParser.parse(in);
        }
        OtherStyles.refuseShared(in);
        throw StepParser.unknown(in, "something that a scenario has", KNOWN);
      }
    };
  }

  private static HeaderOfAll header(Tokens in) {
    int from = in.next().from();
    var name = Pieces.name(in, "the header");
    in.expect("=", "header " + Words.name(name) + " = \"value\"");
    var value = Pieces.value(in).text();
    return new HeaderOfAll(name, value, in.since(from));
  }

  static Setup setup(Tokens in) {
    int from = in.next().from();
    return new Setup(StepParser.BLOCK.parse(in), in.since(from));
  }

  static Teardown teardown(Tokens in) {
    int from = in.next().from();
    return new Teardown(StepParser.BLOCK.parse(in), in.since(from));
  }
}
