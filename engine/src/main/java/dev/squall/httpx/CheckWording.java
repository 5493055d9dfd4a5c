package dev.squall.httpx;

import dev.squall.httpx.Assertion.Field;
import dev.squall.httpx.Relation.Compare;
import dev.squall.httpx.Relation.Operator;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Extractors, checks and conditions as they are written. */
final class CheckWording {
  private static final Set<String> JOINING = Set.of("and", "or");

  private CheckWording() {}

  static Extract.Rule rule(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Status() -> new Extract.Rule.Status();
      case Extractor.Elapsed() -> new Extract.Rule.Latency();
      case Extractor.BodyText() -> new Extract.Rule.Body();
      case Extractor.JsonPath(var path) -> new Extract.Rule.JsonPath(path);
      case Extractor.XPath(var path) -> new Extract.Rule.XPath(path);
      case Extractor.Regex(var pattern, var group) ->
          new Extract.Rule.Regex(pattern, group(pattern, group));
      case Extractor.Header(var name) -> new Extract.Rule.Header(name);
      case Extractor.Cookie(var name) -> new Extract.Rule.Cookie(name);
    };
  }

  private static Field field(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Status() -> new Field.Status();
      case Extractor.Elapsed() -> new Field.Latency();
      case Extractor.BodyText() -> new Field.Body("", false);
      case Extractor.JsonPath(var path) -> new Field.JsonPath(path);
      case Extractor.XPath(var path) -> new Field.XPath(path);
      case Extractor.Regex(var pattern, var group) ->
          new Field.Regex(pattern, group(pattern, group));
      case Extractor.Header(var name) -> new Field.Header(name);
      case Extractor.Cookie(var name) -> new Field.Cookie(name);
    };
  }

  /** Said where it is another than the one that is taken anyway. */
  private static OptionalInt group(String pattern, int group) {
    return group == CheckMeaning.usualGroup(pattern) ? OptionalInt.empty() : OptionalInt.of(group);
  }

  static Assertion assertion(Check check) {
    boolean inMillis = check.extractor() instanceof Extractor.Elapsed;
    return new Assertion(
        field(check.extractor()), relation(check.expectation(), inMillis), Reread.NOWHERE);
  }

  private static Relation relation(Expectation expectation, boolean inMillis) {
    return switch (expectation) {
      case Expectation.Is(var text) -> new Compare(Operator.EQUAL, value(text, inMillis));
      case Expectation.IsNot(var text) -> new Compare(Operator.UNEQUAL, value(text, inMillis));
      case Expectation.Contains(var text) -> new Compare(Operator.CONTAINS, value(text, inMillis));
      case Expectation.Matches(var regex) -> new Compare(Operator.MATCHES, new Value.Quoted(regex));
      case Expectation.Exists() -> new Relation.Exists();
      case Expectation.Below(var limit) -> new Compare(Operator.BELOW, number(limit, inMillis));
      case Expectation.Above(var limit) -> new Compare(Operator.ABOVE, number(limit, inMillis));
      case Expectation.Between(var least, var most) -> {
        if (least == Double.NEGATIVE_INFINITY) {
          yield new Compare(Operator.AT_MOST, number(most, inMillis));
        }
        yield most == Double.POSITIVE_INFINITY
            ? new Compare(Operator.AT_LEAST, number(least, inMillis))
            : new Relation.Between(number(least, inMillis), number(most, inMillis));
      }
      case Expectation.In(var texts) ->
          new Relation.In(texts.stream().map(text -> value(text, inMillis)).toList());
    };
  }

  private static Value number(double number, boolean inMillis) {
    var text =
        Double.isFinite(number)
            ? Texts.plain(BigDecimal.valueOf(number))
            : String.valueOf(number); // which is told when it is read again
    return new Value.Bare(inMillis ? text + "ms" : text);
  }

  private static Value value(Template template, boolean inMillis) {
    var text = template.text();
    return inMillis
        ? Figures.number(text)
            .<Value>map(number -> new Value.Bare(Texts.plain(number) + "ms"))
            .orElseGet(() -> value(text))
        : value(text);
  }

  /** Without quotes where it is a number, a word or a variable. */
  static Value value(String text) {
    boolean variable =
        text.startsWith("${")
            && Words.variableEnd(text, 0) == text.length()
            && Words.bareEnd(text, 0) == text.length();
    boolean word = Words.isName(text) && !JOINING.contains(text);
    return variable || word || Figures.number(text).isPresent()
        ? new Value.Bare(text)
        : new Value.Quoted(text);
  }

  /** What joins only one condition is that condition. */
  static Premise plain(Premise premise) {
    return switch (premise) {
      case Premise.Clause clause -> clause;
      case Premise.All(var all) ->
          all.size() == 1
              ? plain(all.getFirst())
              : new Premise.All(all.stream().map(CheckWording::plain).toList());
      case Premise.Any(var any) ->
          any.size() == 1
              ? plain(any.getFirst())
              : new Premise.Any(any.stream().map(CheckWording::plain).toList());
    };
  }

  /** A condition as it is written. */
  static Condition condition(Premise premise) {
    return new Condition(
        premise instanceof Premise.Any(var any)
            ? any.stream().map(CheckWording::all).toList()
            : List.of(all(premise)));
  }

  private static Condition.All all(Premise premise) {
    return new Condition.All(
        premise instanceof Premise.All(var all)
            ? all.stream().map(CheckWording::term).toList()
            : List.of(term(premise)));
  }

  private static Condition.Term term(Premise premise) {
    return premise instanceof Premise.Clause(var subject, var expectation)
        ? new Condition.Clause(value(subject.text()), relation(expectation, false), Reread.NOWHERE)
        : new Condition.Nested(condition(premise));
  }
}
