package dev.squall.httpx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code login -> browse optional -> parallel(a, b) -> buy { … }}. */
final class ChainParser {
  private static final String TOGETHER = "parallel(a, b)";

  private ChainParser() {}

  static List<Target> parse(Tokens in) {
    var targets = new ArrayList<Target>();
    targets.add(target(in, 0));
    while (in.takeAcrossLines("->")) {
      passLines(in);
      targets.add(target(in, 0));
    }
    return targets;
  }

  /** To a target in a later line; never to a step. */
  private static void passLines(Tokens in) {
    var mark = in.mark();
    in.passLines();
    if (StepParser.isNext(in.peek()) && in.follows(next -> next.isName() || next.is("{"))) {
      in.reset(mark);
    }
  }

  private static Target target(Tokens in, int depth) {
    int from = in.offset();
    if (in.is("parallel") && in.follows(token -> token.is("("))) {
      return together(in, from, depth);
    }
    var name = Pieces.name(in, "a request");
    boolean optional = in.take("optional");
    Optional<Block<StepNode>> steps =
        in.is("{") ? Optional.of(StepParser.BLOCK.parse(in)) : Optional.empty();
    return new Target.Named(name, optional, steps, in.since(from));
  }

  private static Target together(Tokens in, int from, int depth) {
    if (depth == BlockParser.DEEPEST) {
      throw in.wrong("parallel is nested too deep", "nest fewer");
    }
    in.next();
    in.expect("(", TOGETHER);
    var targets = new ArrayList<Target>();
    do {
      in.passLines();
      targets.add(target(in, depth + 1));
    } while (in.takeAcrossLines(","));
    if (!in.takeAcrossLines(")")) {
      in.expect(")", TOGETHER);
    }
    return new Target.Together(targets, in.since(from));
  }
}
