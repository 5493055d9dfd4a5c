package dev.squall.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a virtual user does next. */
public sealed interface Step
    permits Request,
        Step.Pause,
        Step.Group,
        Step.Repeat,
        Step.ForEach,
        Step.When,
        Step.Choose,
        Step.Parallel,
        Step.Optionally,
        Step.Leave,
        Step.Code {

  private static String count(List<Step> steps) {
    return steps.size() + (steps.size() == 1 ? " step" : " steps");
  }

  /** Waiting on purpose. */
  record Pause(ThinkTime time) implements Step {
    /** For a time drawn evenly; for always the same where both are equal. */
    public Pause(Duration least, Duration most) {
      this(least.equals(most) ? new ThinkTime.Fixed(least) : new ThinkTime.Uniform(least, most));
    }

    @Override
    public String toString() {
      return "pause " + time;
    }
  }

  /** Steps under one name. */
  record Group(String name, List<Step> steps) implements Step {
    public Group {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "group " + name + " (" + count(steps) + ")";
    }
  }

  /** Steps performed several times. */
  record Repeat(int times, List<Step> steps) implements Step {
    public Repeat {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "repeat " + times + " (" + count(steps) + ")";
    }
  }

  /**
   * Steps performed for each item of a list.
   *
   * @param item the item's name within the steps: {@code ${post}} is the item, {@code ${post.id}} a
   *     field of it
   * @param list the variable that holds the list, a JSON array
   */
  record ForEach(String item, String list, List<Step> steps) implements Step {
    public ForEach {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "for each " + item + " in " + list + " (" + count(steps) + ")";
    }
  }

  /** Steps performed when a condition holds, and others when it does not. */
  record When(Premise condition, List<Step> steps, List<Step> otherwise) implements Step {
    public When {
      steps = List.copyOf(steps);
      otherwise = List.copyOf(otherwise);
    }

    /** With these steps where the condition does not hold. */
    public When otherwise(Step... others) {
      return new When(
          condition, steps, Stream.concat(otherwise.stream(), Stream.of(others)).toList());
    }

    @Override
    public String toString() {
      return "when "
          + condition
          + " ("
          + count(steps)
          + (otherwise.isEmpty() ? "" : "; otherwise " + count(otherwise))
          + ")";
    }
  }

  /** One of several ways, drawn by weight. */
  record Choose(List<Way> ways) implements Step {
    public Choose {
      ways = List.copyOf(ways);
    }

    @Override
    public String toString() {
      return "choose one of " + ways.size();
    }
  }

  /**
   * A way that may be chosen.
   *
   * @param weight above zero, in relation to the other ways'
   */
  record Way(double weight, List<Step> steps) {
    public Way {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "weight " + weight + " (" + count(steps) + ")";
    }
  }

  /** Steps performed at the same time, each on a connection of its own; all end before the next. */
  record Parallel(List<Step> branches) implements Step {
    public Parallel {
      branches = List.copyOf(branches);
    }

    @Override
    public String toString() {
      return "parallel (" + count(branches) + ")";
    }
  }

  /** Steps that may fail: the iteration goes on behind them, what is left of them is skipped. */
  record Optionally(List<Step> steps) implements Step {
    public Optionally {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "optional (" + count(steps) + ")";
    }
  }

  /**
   * Giving up here, which is no failure.
   *
   * @param probability from 0 to 1
   */
  record Leave(double probability) implements Step {
    @Override
    public String toString() {
      return "leave with probability " + probability;
    }
  }

  /**
   * Java code over the user's variables. The one step that cannot be printed as text.
   *
   * @param name its name in errors
   * @param variables the ones that it may set
   */
  record Code(String name, List<String> variables, UserCode code) implements Step {
    public Code {
      variables = List.copyOf(variables);
    }

    /** Saying which variables it sets, so that later steps may use them. */
    public Code sets(String... names) {
      return new Code(name, Stream.concat(variables.stream(), Stream.of(names)).toList(), code);
    }

    @Override
    public String toString() {
      return "code " + name;
    }
  }
}
