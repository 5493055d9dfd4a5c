package dev.squall.httpx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A step of a scenario as it is written. */
sealed interface StepNode extends ScenarioPart
    permits StepNode.Chain,
        StepNode.Parallel,
        StepNode.When,
        StepNode.ForEach,
        StepNode.Repeat,
        StepNode.Choose,
        StepNode.Leave,
        StepNode.Group,
        StepNode.Optionally,
        Think {

  /** Requests one after the other: {@code run login -> browse}. */
  record Chain(List<Target> targets, Span at) implements StepNode {
    public Chain {
      targets = List.copyOf(targets);
    }
  }

  /** Each step of the block at the same time. */
  record Parallel(Block<StepNode> steps, Span at) implements StepNode {}

  /** The first branch whose condition holds, else what is left. */
  record When(List<Branch> branches, Optional<Block<StepNode>> otherwise, Span at)
      implements StepNode {
    public When {
      branches = List.copyOf(branches);
    }
  }

  /** Steps under a condition. */
  record Branch(Condition condition, Block<StepNode> steps) {}

  /** For each item of a list. */
  record ForEach(String item, String list, Block<StepNode> steps, Span at) implements StepNode {}

  /** Several times. */
  record Repeat(int times, Block<StepNode> steps, Span at) implements StepNode {}

  /** One of several ways. */
  record Choose(Block<Way> ways, Span at) implements StepNode {}

  /** A way and how many take it. */
  record Way(Weight weight, Block<StepNode> steps, Span at) {}

  /** So many percent give up here. */
  record Leave(BigDecimal percent, Span at) implements StepNode {}

  /** The iteration goes on when one of them fails; what is left of them is skipped. */
  record Optionally(Block<StepNode> steps, Span at) implements StepNode {}

  /** Under one name. */
  record Group(String name, Block<StepNode> steps, Span at) implements StepNode {}
}
