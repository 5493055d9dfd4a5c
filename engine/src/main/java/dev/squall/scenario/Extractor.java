package dev.squall.scenario;

import java.time.Duration;
import java.util.stream.IntStream;

/** Where to look in an answer. A check is an extractor with what is expected of it. */
public sealed interface Extractor {

  /** The status code. */
  record Status() implements Extractor {
    /** Exactly this code. */
    public Check is(int code) {
      return new Check(this, new Expectation.Is(new Template(String.valueOf(code))));
    }

    /** Any other code. */
    public Check isNot(int code) {
      return new Check(this, new Expectation.IsNot(new Template(String.valueOf(code))));
    }

    /** One of these codes. */
    public Check in(int... codes) {
      return new Check(
          this,
          new Expectation.In(
              IntStream.of(codes).mapToObj(code -> new Template(String.valueOf(code))).toList()));
    }

    /** A lower code. */
    public Check isBelow(int code) {
      return new Check(this, new Expectation.Below(code));
    }

    /** A higher code. */
    public Check isAbove(int code) {
      return new Check(this, new Expectation.Above(code));
    }

    /** A code from the first to the last, both included. */
    public Check isBetween(int first, int last) {
      return new Check(this, new Expectation.Between(first, last));
    }

    @Override
    public String toString() {
      return "status";
    }
  }

  /**
   * The service time: first byte written to last byte read; in milliseconds where a number is
   * compared.
   */
  record Elapsed() implements Extractor {
    /** Less than this. */
    public Check isBelow(Duration limit) {
      return new Check(this, new Expectation.Below(millis(limit)));
    }

    /** More than this. */
    public Check isAbove(Duration limit) {
      return new Check(this, new Expectation.Above(millis(limit)));
    }

    /** From the first to the second, both included. */
    public Check isBetween(Duration least, Duration most) {
      return new Check(this, new Expectation.Between(millis(least), millis(most)));
    }

    private static double millis(Duration duration) {
      return duration.toMillis() + duration.toNanosPart() % 1_000_000 / 1e6;
    }

    @Override
    public String toString() {
      return "elapsed";
    }
  }

  /** A part of the answer that is a text, or a number written as one. */
  sealed interface Value extends Extractor, Expecting<Check> {
    @Override
    default Check expect(Expectation expectation) {
      return new Check(this, expectation);
    }
  }

  /** A header's first value; the name in any case. */
  record Header(String name) implements Value {
    @Override
    public String toString() {
      return "header " + name;
    }
  }

  /** What a JSONPath selects in a JSON body. */
  record JsonPath(String path) implements Value {
    @Override
    public String toString() {
      return "jsonPath " + path;
    }
  }

  /**
   * The first match of a pattern in the body.
   *
   * @param pattern searched anywhere
   * @param group the group it gives, 0 for the whole match
   */
  record Regex(String pattern, int group) implements Value {
    @Override
    public String toString() {
      return "regex " + pattern;
    }
  }

  /**
   * What an XPath selects in an XML body: the string-value of its first node, or its number, text
   * or truth.
   */
  record XPath(String expression) implements Value {
    @Override
    public String toString() {
      return "xpath " + expression;
    }
  }

  /** The value that the last Set-Cookie of this name gave, in the answer or its redirects. */
  record Cookie(String name) implements Value {
    @Override
    public String toString() {
      return "cookie " + name;
    }
  }

  /** The whole body as text. */
  record BodyText() implements Value {
    @Override
    public String toString() {
      return "body";
    }
  }
}
