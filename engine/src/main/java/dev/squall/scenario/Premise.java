package dev.squall.scenario;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of a user's variables for steps to be performed. */
public sealed interface Premise {

  /** Both this and all of these. */
  default Premise and(Premise... others) {
    return new All(Stream.concat(Stream.of(this), Stream.of(others)).toList());
  }

  /** This or one of these. */
  default Premise or(Premise... others) {
    return new Any(Stream.concat(Stream.of(this), Stream.of(others)).toList());
  }

  /**
   * What is expected of a text. A text with a variable that has no value meets no expectation.
   *
   * @param subject usually one variable
   */
  record Clause(Template subject, Expectation expectation) implements Premise {
    @Override
    public String toString() {
      return subject + " " + Expectation.describe(expectation);
    }
  }

  /** All of them, in order, until one does not hold. */
  record All(List<Premise> conditions) implements Premise {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public String toString() {
      return joined(conditions, " and ");
    }
  }

  /** One of them at least, in order, until one holds. */
  record Any(List<Premise> conditions) implements Premise {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public String toString() {
      return joined(conditions, " or ");
    }
  }

  private static String joined(List<Premise> conditions, String by) {
    return conditions.stream()
        .map(
            condition -> condition instanceof Clause ? condition.toString() : "(" + condition + ")")
        .collect(Collectors.joining(by));
  }

  /** The text of which a condition speaks, before anything is expected of it. */
  record Subject(Template text) implements Expecting<Premise> {
    @Override
    public Premise expect(Expectation expectation) {
      return new Clause(text, expectation);
    }
  }
}
