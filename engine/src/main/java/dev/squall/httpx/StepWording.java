package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Steps as they are written. */
final class StepWording {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A chain goes on in a line of its own. */
  private static final int LONGEST_CHAIN = 80;

  /** In which a text of steps may be nested at most, less the blocks around them. */
  private static final int DEEPEST = BlockParser.DEEPEST - 2;

  private final RequestWording requests;
  private final Consumer<Problem> problems;
  private final String where;

  /**
   * Of a scenario or a mix.
   *
   * @param where it is, in problems
   */
  StepWording(RequestWording requests, Consumer<Problem> problems, String where) {
    this.requests = requests;
    this.problems = problems;
    this.where = where;
  }

  List<StepNode> nodes(List<Step> steps) {
    return nodes(steps, 0);
  }

  Block<StepNode> block(List<Step> steps) {
    return block(steps, 0);
  }

  private Block<StepNode> block(List<Step> steps, int depth) {
    if (depth == DEEPEST) {
      problem("steps are nested more than " + DEEPEST + " deep", "nest fewer");
      return Block.of(List.of());
    }
    return Block.of(nodes(steps, depth + 1));
  }

  /** Requests that follow each other are chains. */
  private List<StepNode> nodes(List<Step> steps, int depth) {
    var nodes = new ArrayList<StepNode>();
    var chain = new ArrayList<Target>();
    int length = 0;
    for (var step : steps) {
      var target = target(step);
      length += target.map(one -> one.name().length() + 4).orElse(LONGEST_CHAIN);
      if (length > LONGEST_CHAIN && !chain.isEmpty()) {
        nodes.add(new StepNode.Chain(chain, Reread.NOWHERE));
        chain.clear();
        length = target.map(one -> one.name().length()).orElse(0);
      }
      target.ifPresentOrElse(chain::add, () -> node(step, depth).ifPresent(nodes::add));
    }
    if (!chain.isEmpty()) {
      nodes.add(new StepNode.Chain(chain, Reread.NOWHERE));
    }
    return nodes;
  }

  private Optional<Target.Named> target(Step step) {
    return switch (step) {
      case Request request -> Optional.of(target(request, false));
      case Step.Optionally(var inner)
          when inner.size() == 1 && inner.getFirst() instanceof Request request ->
          Optional.of(target(request, true));
      case Step _ -> Optional.empty();
    };
  }

  private Target.Named target(Request request, boolean optional) {
    return new Target.Named(
        requests.name(request, where), optional, Optional.empty(), Reread.NOWHERE);
  }

  private Optional<StepNode> node(Step step, int depth) {
    return switch (step) {
      case Request request ->
          Optional.of(new StepNode.Chain(List.of(target(request, false)), Reread.NOWHERE));
      case Step.Optionally(var inner) ->
          Optional.of(new StepNode.Optionally(block(inner, depth), Reread.NOWHERE));
      case Step.Pause(var time) -> said(step, new Think(time, Reread.NOWHERE));
      case Step.Leave(var probability) -> {
        var percent = Figures.decimal(probability).movePointRight(2);
        yield said(step, new StepNode.Leave(Figures.canonical(percent), Reread.NOWHERE));
      }
      case Step.Group(var name, var inner) ->
          said(step, new StepNode.Group(name, Block.of(List.of()), Reread.NOWHERE))
              .map(_ -> new StepNode.Group(name, block(inner, depth), Reread.NOWHERE));
      case Step.Repeat(var times, var inner) ->
          said(step, new StepNode.Repeat(times, Block.of(List.of()), Reread.NOWHERE))
              .map(_ -> new StepNode.Repeat(times, block(inner, depth), Reread.NOWHERE));
      case Step.ForEach(var item, var list, var inner) ->
          said(step, new StepNode.ForEach(item, list, Block.of(List.of()), Reread.NOWHERE))
              .map(_ -> new StepNode.ForEach(item, list, block(inner, depth), Reread.NOWHERE));
      case Step.When when -> Optional.of(when(when, depth));
      case Step.Choose choose -> choose(choose, depth);
      case Step.Parallel(var branches) ->
          Optional.of(
              new StepNode.Parallel(
                  Block.of(
                      branches.stream()
                          .map(branch -> branch(branch, depth))
                          .flatMap(Optional::stream)
                          .toList()),
                  Reread.NOWHERE));
      case Step.Code(var name, _, _) -> {
        problem(
            "the step " + name + " is Java, which a file has not",
            "leave it out, or say it by extract, data and the built-in variables");
        yield Optional.empty();
      }
    };
  }

  private Optional<StepNode> branch(Step branch, int depth) {
    return target(branch)
        .<StepNode>map(target -> new StepNode.Chain(List.of(target), Reread.NOWHERE))
        .or(() -> node(branch, depth + 1));
  }

  private StepNode when(Step.When when, int depth) {
    var branches = new ArrayList<StepNode.Branch>();
    var last = when;
    branches.add(branch(last, depth));
    while (last.otherwise().size() == 1 && last.otherwise().getFirst() instanceof Step.When next) {
      last = next;
      branches.add(branch(last, depth));
    }
    var otherwise =
        last.otherwise().isEmpty()
            ? Optional.<Block<StepNode>>empty()
            : Optional.of(block(last.otherwise(), depth));
    return new StepNode.When(branches, otherwise, Reread.NOWHERE);
  }

  private StepNode.Branch branch(Step.When when, int depth) {
    var condition = CheckWording.condition(when.condition());
    var read = Reread.premise(condition);
    if (!read.equals(Optional.of(CheckWording.plain(when.condition())))) {
      problem("no words for the step: " + when, "a condition compares with texts and numbers");
    }
    return new StepNode.Branch(condition, block(when.steps(), depth));
  }

  private Optional<StepNode> choose(Step.Choose choose, int depth) {
    var weights = choose.ways().stream().map(way -> Figures.decimal(way.weight())).toList();
    boolean percents = areShares(weights);
    var alone = new ArrayList<StepNode.Way>();
    var ways = new ArrayList<StepNode.Way>();
    for (int i = 0; i < weights.size(); i++) {
      var weight = new Weight(weights.get(i), percents);
      alone.add(new StepNode.Way(weight, Block.of(List.of()), Reread.NOWHERE));
      var steps = block(choose.ways().get(i).steps(), depth + 1);
      ways.add(new StepNode.Way(weight, steps, Reread.NOWHERE));
    }
    return said(choose, new StepNode.Choose(Block.of(alone), Reread.NOWHERE))
        .map(_ -> new StepNode.Choose(Block.of(ways), Reread.NOWHERE));
  }

  /** Whether weights are percents. */
  static boolean areShares(List<BigDecimal> weights) {
    return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(HUNDRED) == 0
        && weights.stream().noneMatch(weight -> weight.signum() < 0);
  }

  /** A node that reads as itself; of another one that is told. */
  private Optional<StepNode> said(Step step, StepNode node) {
    if (Reread.isItself((ScenarioPart) node)) {
      return Optional.of(node);
    }
    problem(
        "no words for the step: " + step,
        "names are letters, digits, _ and -; numbers are finite and not negative");
    return Optional.empty();
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(where), what, hint));
  }
}
