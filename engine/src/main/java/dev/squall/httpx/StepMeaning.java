package dev.squall.httpx;

import dev.squall.scenario.Expectation;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.ThinkTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a scenario. */
final class StepMeaning {
  private final RequestMeaning requests;

  StepMeaning(RequestMeaning requests) {
    this.requests = requests;
  }

  /**
   * The steps of a block.
   *
   * @param think the pause behind each request that has none of its own
   */
  List<Step> of(Block<StepNode> block, Optional<ThinkTime> think) {
    var steps = new ArrayList<Step>();
    block.items().forEach(node -> steps.addAll(of(node, think)));
    return steps;
  }

  /** What a node does, perhaps in several steps. */
  List<Step> of(StepNode node, Optional<ThinkTime> think) {
    return switch (node) {
      case StepNode.Chain(var targets, _) -> {
        var steps = new ArrayList<Step>();
        targets.forEach(target -> steps.addAll(of(target, think)));
        yield steps;
      }
      case StepNode.Parallel(var block, _) ->
          List.of(
              new Step.Parallel(
                  block.items().stream()
                      .map(inner -> one("branch", of(inner, think)))
                      .flatMap(Optional::stream)
                      .toList()));
      case StepNode.When when -> List.of(when(when, 0, think));
      case StepNode.ForEach(var item, var list, var block, _) ->
          List.of(new Step.ForEach(item, list, of(block, think)));
      case StepNode.Repeat(var times, var block, _) ->
          List.of(new Step.Repeat(times, of(block, think)));
      case StepNode.Choose(var ways, _) ->
          List.of(
              new Step.Choose(
                  ways.items().stream()
                      .map(way ->
                          new Step.Way(way.weight().number().doubleValue(), of(way.steps(), think)))
                      .toList()));
      case StepNode.Optionally(var block, _) -> List.of(new Step.Optionally(of(block, think)));
      case StepNode.Leave(var percent, _) ->
          List.of(new Step.Leave(percent.movePointLeft(2).doubleValue()));
      case StepNode.Group(var name, var block, _) ->
          List.of(new Step.Group(name, of(block, think)));
      case Think(var time, _) -> List.of(new Step.Pause(time));
    };
  }

  /** As one step, which several become as a group. */
  private static Optional<Step> one(String name, List<Step> steps) {
    return switch (steps.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(steps.getFirst());
      default -> Optional.of(new Step.Group(name, steps));
    };
  }

  private List<Step> of(Target target, Optional<ThinkTime> think) {
    return switch (target) {
      case Target.Together(var targets, _) ->
          List.of(
              new Step.Parallel(
                  targets.stream()
                      .map(inner -> one("branch", of(inner, think)))
                      .flatMap(Optional::stream)
                      .toList()));
      case Target.Named(var name, var optional, var block, var at) ->
          requests
              .named(name, at)
              .map(meant -> of(meant, optional, block, think))
              .orElseGet(() -> block.map(inner -> of(inner, think)).orElse(List.of()));
    };
  }

  private List<Step> of(
      RequestMeaning.Meant meant,
      boolean optional,
      Optional<Block<StepNode>> block,
      Optional<ThinkTime> think) {
    var steps = new ArrayList<Step>();
    steps.add(meant.request());
    meant.think().or(() -> think).map(Step.Pause::new).ifPresent(steps::add);
    block.ifPresent(inner -> steps.addAll(behind(meant.request(), of(inner, think))));
    return optional ? List.of(new Step.Optionally(steps)) : steps;
  }

  /** {@code run list { run detail }} is a loop where only that gives the steps a meaning. */
  private static List<Step> behind(Request request, List<Step> steps) {
    return ItemOfList.of(request, steps)
        .<List<Step>>map(item -> List.of(new Step.ForEach(item, item + "s", steps)))
        .orElse(steps);
  }

  private Step when(StepNode.When node, int branch, Optional<ThinkTime> think) {
    var one = node.branches().get(branch);
    boolean last = branch == node.branches().size() - 1;
    List<Step> otherwise =
        last
            ? node.otherwise().map(block -> of(block, think)).orElse(List.of())
            : List.of(when(node, branch + 1, think));
    return new Step.When(premise(one.condition()), of(one.steps(), think), otherwise);
  }

  private Premise premise(Condition condition) {
    return premise(condition, requests.checks());
  }

  /** What a condition means; that something exists where there is a problem, which is then told. */
  static Premise premise(Condition condition, CheckMeaning checks) {
    var any =
        condition.any().stream()
            .map(all -> {
              var terms = all.terms().stream().map(term -> premise(term, checks)).toList();
              return terms.size() == 1 ? terms.getFirst() : new Premise.All(terms);
            })
            .toList();
    return any.size() == 1 ? any.getFirst() : new Premise.Any(any);
  }

  private static Premise premise(Condition.Term term, CheckMeaning checks) {
    return switch (term) {
      case Condition.Clause(var subject, var relation, var at) ->
          new Premise.Clause(
              new Template(subject.text()),
              checks.expectation(relation, false, at).orElse(new Expectation.Exists()));
      case Condition.Nested(var condition) -> premise(condition, checks);
    };
  }
}
