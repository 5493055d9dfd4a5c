package dev.squall.httpx;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code p95 of checkout < 300ms}, {@code errors < 1%}, {@code rps > 500}. */
final class GoalParser {
  private static final BlockParser<GoalNode> BLOCK =
      BlockParser.list("expect { p95 < 300ms }", GoalParser::goal);

  private static final List<String> METRICS =
      List.of(Metric.values()).stream().map(Metric::word).toList();

  private static final Map<String, Comparison> SIGNS =
      Map.of(
          "<",
          Comparison.BELOW,
          "<=",
          Comparison.AT_MOST,
          ">",
          Comparison.ABOVE,
          ">=",
          Comparison.AT_LEAST);

  private GoalParser() {}

  static Expect expect(Tokens in) {
    int from = in.next().from();
    return new Expect(BLOCK.parse(in), in.since(from));
  }

  /** A whole text of goals. */
  static List<Goal> goals(Tokens in) {
    return BLOCK.file(in).stream()
        .flatMap(line -> line.item().stream())
        .map(GoalNode::goal)
        .toList();
  }

  /** One or the other. */
  static List<GoalNode> until(Tokens in) {
    var goals = new ArrayList<GoalNode>();
    do {
      goals.add(goal(in));
    } while (in.take("or"));
    return goals;
  }

  private static GoalNode goal(Tokens in) {
    var token = in.peek();
    var metric = metric(token);
    if (metric.isEmpty()) {
      throw in.wrong(
          "there is no goal for " + token.described(), Pieces.meant(token.text(), METRICS));
    }
    in.next();
    Optional<String> step =
        in.take("of") ? Optional.of(Pieces.name(in, "a step")) : Optional.empty();
    var sign = SIGNS.get(in.peek().text());
    if (sign == null || in.peek().kind() != Token.Kind.SYMBOL) {
      throw in.wrong(
          "expected a comparison instead of " + in.peek().described(), "one of < <= > >=");
    }
    in.next();
    double bound = bound(in, metric.get());
    return new GoalNode(new Goal(metric.get(), step, sign, bound), in.since(token.from()));
  }

  private static double bound(Tokens in, Metric metric) {
    return switch (metric.unit()) {
      case MILLIS -> millis(in);
      case SHARE -> share(in);
      case PER_SECOND -> Pieces.number(in, "so many a second").doubleValue();
    };
  }

  /** All of them are no goal, and most likely one percent was meant. */
  private static double share(Tokens in) {
    var token = in.peek();
    double share = Pieces.share(in, "a share of failed requests").doubleValue();
    if (share >= 1) {
      throw in.wrong(
          token, "all requests may fail then", "errors < " + token.text() + "% is a percentage");
    }
    return share;
  }

  /** Bare numbers are milliseconds. */
  private static double millis(Tokens in) {
    var number = Figures.number(in.peek().word()).filter(n -> n.signum() >= 0);
    if (number.isPresent()) {
      in.next();
      return number.get().doubleValue();
    }
    var time = Pieces.time(in, "a time");
    return BigDecimal.valueOf(time.toNanos()).movePointLeft(6).doubleValue();
  }

  private static Optional<Metric> metric(Token token) {
    return List.of(Metric.values()).stream()
        .filter(metric -> metric.word().equals(token.word()))
        .findFirst();
  }
}
