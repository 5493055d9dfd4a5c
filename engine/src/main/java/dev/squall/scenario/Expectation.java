package dev.squall.scenario;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an extracted value should be. A missing value meets none of them. */
public sealed interface Expectation {

  /** Equal, as numbers where both are. */
  record Is(Template expected) implements Expectation {}

  /** Present and not equal. */
  record IsNot(Template expected) implements Expectation {}

  /** Holds this text. */
  record Contains(Template part) implements Expectation {}

  /** The pattern is found anywhere in it. */
  record Matches(String regex) implements Expectation {}

  /** Present. */
  record Exists() implements Expectation {}

  /** A number less than the limit. */
  record Below(double limit) implements Expectation {}

  /** A number more than the limit. */
  record Above(double limit) implements Expectation {}

  /** A number from the least to the most, both included. */
  record Between(double least, double most) implements Expectation {}

  /** Equal to one of them. */
  record In(List<Template> values) implements Expectation {
    public In {
      values = List.copyOf(values);
    }
  }

  /** In words, as it follows the extractor: {@code is 200}. */
  static String describe(Expectation expectation) {
    return switch (expectation) {
      case Is(var expected) -> "is " + expected;
      case IsNot(var expected) -> "is not " + expected;
      case Contains(var part) -> "contains " + part;
      case Matches(var regex) -> "matches " + regex;
      case Exists() -> "exists";
      case Below(var limit) -> "below " + number(limit);
      case Above(var limit) -> "above " + number(limit);
      case Between(var least, var most) ->
          least == Double.NEGATIVE_INFINITY
              ? "at most " + number(most)
              : most == Double.POSITIVE_INFINITY
                  ? "at least " + number(least)
                  : "between " + number(least) + " and " + number(most);
      case In(var values) ->
          "in " + values.stream().map(Template::text).collect(Collectors.joining(", "));
    };
  }

  private static String number(double value) {
    return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }
}
