package dev.squall.scenario;

import java.util.stream.Stream;

/**
 * A text, or a number written as one, of which something can be expected.
 *
 * @param <E> what that makes: a check of an answer, a condition on variables
 */
public sealed interface Expecting<E> permits Extractor.Value, Premise.Subject {

  /** What this expectation makes. */
  E expect(Expectation expectation);

  /**
   * Equal: as numbers where both are numbers, else as text. The expected value may hold variables.
   */
  default E is(Object expected) {
    return expect(new Expectation.Is(template(expected)));
  }

  /** Not equal, though present. */
  default E isNot(Object expected) {
    return expect(new Expectation.IsNot(template(expected)));
  }

  /** The text holds this text, which may hold variables. */
  default E contains(String part) {
    return expect(new Expectation.Contains(new Template(part)));
  }

  /** The pattern is found anywhere in the text. */
  default E matches(String regex) {
    return expect(new Expectation.Matches(regex));
  }

  /** It is there. */
  default E exists() {
    return expect(new Expectation.Exists());
  }

  /** A number less than this. */
  default E isBelow(double limit) {
    return expect(new Expectation.Below(limit));
  }

  /** A number more than this. */
  default E isAbove(double limit) {
    return expect(new Expectation.Above(limit));
  }

  /** A number from the first to the second, both included. */
  default E isBetween(double least, double most) {
    return expect(new Expectation.Between(least, most));
  }

  /** Equal to one of these. */
  default E in(Object... values) {
    return expect(new Expectation.In(Stream.of(values).map(Expecting::template).toList()));
  }

  private static Template template(Object value) {
    return new Template(String.valueOf(value));
  }
}
