package dev.squall.httpx;

import dev.squall.httpx.StepNode.Branch;
import dev.squall.httpx.StepNode.Chain;
import dev.squall.httpx.StepNode.Choose;
import dev.squall.httpx.StepNode.ForEach;
import dev.squall.httpx.StepNode.Group;
import dev.squall.httpx.StepNode.Leave;
import dev.squall.httpx.StepNode.Optionally;
import dev.squall.httpx.StepNode.Parallel;
import dev.squall.httpx.StepNode.Repeat;
import dev.squall.httpx.StepNode.Way;
import dev.squall.httpx.StepNode.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user does, step by step. */
final class StepParser {
  static final List<String> KNOWN =
      List.of(
          "run",
          "parallel",
          "if",
          "foreach",
          "repeat",
          "choose",
          "think",
          "leave",
          "group",
          "optional");

  /** What people may look for in a scenario, although a load has it. */
  private static final Set<String> ELSEWHERE =
      Stream.of(SettingParser.words(Key.LOAD), List.of("stage", "step", "spike", "until"))
          .flatMap(List::stream)
          .collect(Collectors.toSet());

  static final BlockParser<StepNode> BLOCK = BlockParser.lines("{ steps }", StepParser::parse);

  private static final BlockParser<Way> WAYS =
      BlockParser.lines("choose { 70% { run a } 30% { run b } }", StepParser::way);

  private StepParser() {}

  static StepNode parse(Tokens in) {
    var token = in.peek();
    if (!isNext(token)) {
      OtherStyles.refuseShared(in);
      throw unknown(in, "a step", KNOWN);
    }
    in.next();
    int from = token.from();
    return switch (token.word()) {
      case "parallel" -> {
        if (in.is("(")) {
          in.jump(from);
          yield new Chain(ChainParser.parse(in), in.since(from));
        }
        yield new Parallel(BLOCK.parse(in), in.since(from));
      }
      case "if" -> when(in, from);
      case "foreach" -> {
        var item = Pieces.plainName(in, "an item");
        in.expect("in", "foreach " + item + " in list { … }");
        var list = Pieces.listName(in);
        yield new ForEach(item, list, BLOCK.parse(in), in.since(from));
      }
      case "repeat" -> {
        int times = (int) Pieces.whole(in, 0, Integer.MAX_VALUE, "how often");
        yield new Repeat(times, BLOCK.parse(in), in.since(from));
      }
      case "choose" -> {
        var ways = WAYS.parse(in);
        checkWeights(in, ways, token);
        yield new Choose(ways, in.since(from));
      }
      case "think" -> new Think(PauseParser.parse(in), in.since(from));
      case "leave" -> new Leave(Pieces.percent(in, "how many leave"), in.since(from));
      case "group" -> {
        var name = Pieces.name(in, "the group");
        yield new Group(name, BLOCK.parse(in), in.since(from));
      }
      case "optional" -> new Optionally(BLOCK.parse(in), in.since(from));
      default -> new Chain(ChainParser.parse(in), in.since(from));
    };
  }

  static boolean isNext(Token token) {
    return KNOWN.contains(token.word());
  }

  static Unreadable unknown(Tokens in, String wanted, List<String> known) {
    var token = in.peek();
    var hint =
        switch (token.word()) {
          case "then" -> "write run a -> b";
          case "sleep", "wait", "pause" -> "write think 2s";
          case "loop", "while" -> "write repeat 10 { … }";
          case "var", "data" -> "it stands at the top of the file, outside of all braces";
          case "curl", "extract", "assert" ->
              "it belongs into request name { … }; run name sends it";
          case String word when ELSEWHERE.contains(word) -> "it belongs into load { … }";
          case String _ -> Pieces.meant(token.text(), known);
        };
    return in.wrong(token.described() + " is not " + wanted, hint);
  }

  private static StepNode when(Tokens in, int from) {
    var branches = new ArrayList<Branch>();
    branches.add(branch(in));
    Optional<Block<StepNode>> otherwise = Optional.empty();
    while (otherwise.isEmpty() && in.takeAcrossLines("else")) {
      if (in.take("if")) {
        if (branches.size() == BlockParser.DEEPEST) {
          throw in.wrong(
              "an if has more than " + BlockParser.DEEPEST + " branches", "take fewer of them");
        }
        branches.add(branch(in));
      } else {
        otherwise = Optional.of(BLOCK.parse(in));
      }
    }
    return new When(branches, otherwise, in.since(from));
  }

  private static Branch branch(Tokens in) {
    var condition = ConditionParser.parse(in);
    return new Branch(condition, BLOCK.parse(in));
  }

  private static void checkWeights(Tokens in, Block<Way> ways, Token choose) {
    if (ways.items().stream().map(way -> way.weight().percent()).distinct().count() > 1) {
      in.problems()
          .add(choose.from(), "shares in percent beside others", "70% and 30%, or 7 and 3");
    }
  }

  private static Way way(Tokens in) {
    int from = in.offset();
    var weight = Pieces.weight(in, "how many take this way");
    return new Way(weight, BLOCK.parse(in), in.since(from));
  }
}
