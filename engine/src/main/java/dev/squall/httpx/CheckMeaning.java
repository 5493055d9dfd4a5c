package dev.squall.httpx;

import dev.squall.httpx.Assertion.Field;
import dev.squall.load.Durations;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Template;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Where to look in an answer, and what is expected there. */
final class CheckMeaning {
  private final Problems problems;

  CheckMeaning(Problems problems) {
    this.problems = problems;
  }

  static Extractor extractor(Extract.Rule rule) {
    return switch (rule) {
      case Extract.Rule.JsonPath(var path) -> new Extractor.JsonPath(path);
      case Extract.Rule.XPath(var path) -> new Extractor.XPath(path);
      case Extract.Rule.Regex(var pattern, var group) -> regex(pattern, group);
      case Extract.Rule.Header(var name) -> new Extractor.Header(name);
      case Extract.Rule.Cookie(var name) -> new Extractor.Cookie(name);
      case Extract.Rule.Status() -> new Extractor.Status();
      case Extract.Rule.Latency() -> new Extractor.Elapsed();
      case Extract.Rule.Body() -> new Extractor.BodyText();
    };
  }

  private static Extractor.Regex regex(String pattern, OptionalInt group) {
    return new Extractor.Regex(pattern, group.orElseGet(() -> usualGroup(pattern)));
  }

  /** Group 1 where there is one, else the whole match. What is no pattern is told by the plan. */
  static int usualGroup(String pattern) {
    try {
      return Math.min(1, Pattern.compile(pattern).matcher("").groupCount());
    } catch (PatternSyntaxException _) {
      return 0;
    }
  }

  private static Extractor extractor(Field field) {
    return switch (field) {
      case Field.Status() -> new Extractor.Status();
      case Field.Latency() -> new Extractor.Elapsed();
      case Field.Body(var path, var length) ->
          path.isEmpty() && !length
              ? new Extractor.BodyText()
              : new Extractor.JsonPath("$" + path + (length ? ".length()" : ""));
      case Field.JsonPath(var path) -> new Extractor.JsonPath(path);
      case Field.Header(var name) -> new Extractor.Header(name);
      case Field.Cookie(var name) -> new Extractor.Cookie(name);
      case Field.Regex(var pattern, var group) -> regex(pattern, group);
      case Field.XPath(var path) -> new Extractor.XPath(path);
    };
  }

  /** A check; nothing where there is a problem, which is then told. */
  Optional<Check> check(Assertion assertion) {
    boolean inMillis = assertion.field() instanceof Field.Latency;
    return expectation(assertion.relation(), inMillis, assertion.at())
        .map(expectation -> new Check(extractor(assertion.field()), expectation));
  }

  /**
   * What is expected; nothing where there is a problem, which is then told.
   *
   * @param inMillis whether times and bare numbers are milliseconds
   */
  Optional<Expectation> expectation(Relation relation, boolean inMillis, Span at) {
    return switch (relation) {
      case Relation.Exists() -> Optional.of(new Expectation.Exists());
      case Relation.In(var values) ->
          Optional.of(
              new Expectation.In(values.stream().map(value -> template(value, inMillis)).toList()));
      case Relation.Between(var least, var most) ->
          number(least, inMillis, at)
              .flatMap(
                  from -> number(most, inMillis, at).map(to -> new Expectation.Between(from, to)));
      case Relation.Compare(var by, var with) -> compared(by, with, inMillis, at);
    };
  }

  private Optional<Expectation> compared(
      Relation.Operator by, Value with, boolean inMillis, Span at) {
    return switch (by) {
      case EQUAL -> Optional.of(new Expectation.Is(template(with, inMillis)));
      case UNEQUAL -> Optional.of(new Expectation.IsNot(template(with, inMillis)));
      case CONTAINS -> Optional.of(new Expectation.Contains(new Template(with.text())));
      case MATCHES -> Optional.of(new Expectation.Matches(with.text()));
      case BELOW -> number(with, inMillis, at).map(Expectation.Below::new);
      case ABOVE -> number(with, inMillis, at).map(Expectation.Above::new);
      case AT_MOST ->
          number(with, inMillis, at)
              .map(most -> new Expectation.Between(Double.NEGATIVE_INFINITY, most));
      case AT_LEAST ->
          number(with, inMillis, at)
              .map(least -> new Expectation.Between(least, Double.POSITIVE_INFINITY));
    };
  }

  private static Template template(Value value, boolean inMillis) {
    return new Template(
        inMillis
            ? millis(value.text()).map(BigDecimal::toPlainString).orElse(value.text())
            : value.text());
  }

  private Optional<Double> number(Value value, boolean inMillis, Span at) {
    var number = inMillis ? millis(value.text()) : Figures.number(value.text());
    if (number.isEmpty()) {
      problems.add(
          at.from(),
          "a comparison with something that is no number: " + value.text(),
          inMillis ? "500, 500ms or 1.5s" : "==, !=, contains and matches compare texts");
    }
    return number.map(BigDecimal::doubleValue);
  }

  private static Optional<BigDecimal> millis(String text) {
    return Figures.number(text)
        .or(() ->
            Durations.parse(text).map(time -> BigDecimal.valueOf(time.toNanos()).movePointLeft(6)));
  }
}
