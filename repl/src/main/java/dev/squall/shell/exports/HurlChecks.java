package dev.squall.shell.exports;

import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Extractors and checks as hurl's queries and predicates. */
final class HurlChecks {
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,15})?");

  /** What Rust's patterns do not have, or write otherwise. */
  private static final Pattern JAVA_ONLY =
      Pattern.compile("\\(\\?(?:[=!>]|<[=!])|\\\\[1-9kGQEZRX]|[*+?}]\\+");

  private final HurlContext context;

  HurlChecks(HurlContext context) {
    this.context = context;
  }

  Optional<String> query(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Status() -> Optional.of("status");
      case Extractor.Elapsed() -> Optional.of("duration");
      case Extractor.BodyText() -> Optional.of("body");
      case Extractor.Header(var name) -> Optional.of("header " + HurlContext.quoted(name));
      case Extractor.Cookie(var name) -> Optional.of("cookie " + HurlContext.quoted(name));
      case Extractor.XPath(var expression) ->
          Optional.of("xpath " + HurlContext.quoted("string(" + expression + ")"));
      case Extractor.JsonPath(var path) -> {
        var length = JsonRoute.of(path).filter(JsonRoute::endsWithLength);
        yield Optional.of(
            length.isPresent()
                ? "jsonpath "
                    + HurlContext.quoted(path.substring(0, path.lastIndexOf('.')))
                    + " count"
                : "jsonpath " + HurlContext.quoted(path));
      }
      case Extractor.Regex(var pattern, var group) -> {
        // hurl takes the first group, and wants one.
        boolean hasGroup = Pattern.compile("(?<!\\\\)\\((?!\\?)").matcher(pattern).find();
        yield JAVA_ONLY.matcher(pattern).find() || group > 1 || (group == 0 && hasGroup)
            ? Optional.empty()
            : Optional.of(
                "regex " + HurlContext.quoted(group == 0 ? "(" + pattern + ")" : pattern));
      }
    };
  }

  /** Lines that say the same; none where hurl has no way to it. */
  List<String> asserts(Check check) {
    var query = query(check.extractor());
    return query.isEmpty()
        ? List.of()
        : asserts(check.extractor(), query.get(), check.expectation());
  }

  private List<String> asserts(Extractor extractor, String query, Expectation expectation) {
    return switch (expectation) {
      case Expectation.Is(var expected) -> List.of(query + " == " + value(extractor, expected));
      case Expectation.IsNot(var expected) -> List.of(query + " != " + value(extractor, expected));
      case Expectation.Contains(var part) -> List.of(query + " contains " + context.quoted(part));
      case Expectation.Matches(var regex) ->
          JAVA_ONLY.matcher(regex).find()
              ? List.of()
              : List.of(text(extractor, query) + " matches " + HurlContext.quoted(regex));
      case Expectation.Exists() -> List.of(query + " exists");
      case Expectation.Below(var limit) -> List.of(query + " < " + number(limit));
      case Expectation.Above(var limit) -> List.of(query + " > " + number(limit));
      case Expectation.Between(var least, var most) -> {
        var bounds = new ArrayList<String>();
        if (least > Double.NEGATIVE_INFINITY) {
          bounds.add(query + " >= " + number(least));
        }
        if (most < Double.POSITIVE_INFINITY) {
          bounds.add(query + " <= " + number(most));
        }
        yield bounds;
      }
      case Expectation.In(var values) -> {
        var plain =
            values.stream().map(context.templates::plain).flatMap(Optional::stream).toList();
        yield plain.size() < values.size() || plain.isEmpty()
            ? List.of()
            : List.of(
                text(extractor, query)
                    + " matches "
                    + HurlContext.quoted(
                        "^(?:"
                            + String.join(
                                "|",
                                plain.stream()
                                    .map(one -> one.replaceAll("[^\\p{L}\\p{N} _]", "\\\\$0"))
                                    .toList())
                            + ")$"));
      }
    };
  }

  private static String text(Extractor extractor, String query) {
    return extractor instanceof Extractor.JsonPath || extractor instanceof Extractor.Status
        ? query + " toString"
        : query;
  }

  /** hurl knows numbers and texts apart: what looks like a number in JSON is one. */
  private String value(Extractor extractor, Template expected) {
    if (context.isVariable(expected)) {
      return context.text(expected, HurlContext.Place.QUOTED);
    }
    var plain = context.templates.plain(expected);
    boolean isTyped =
        extractor instanceof Extractor.JsonPath
            || extractor instanceof Extractor.Status
            || extractor instanceof Extractor.Elapsed;
    return plain
        .filter(text ->
            isTyped
                && (NUMBER.matcher(text).matches() || text.equals("true") || text.equals("false")))
        .orElseGet(() -> context.quoted(expected));
  }

  private static String number(double number) {
    return number == (long) number
        ? Long.toString((long) number)
        : new java.math.BigDecimal(Double.isFinite(number) ? number : 0)
            .round(new java.math.MathContext(15))
            .stripTrailingZeros()
            .toPlainString();
  }
}
