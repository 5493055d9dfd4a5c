package dev.squall.shell.exports;

import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Extractors, checks and conditions as k6 has them. */
final class K6Checks {
  private final K6Context context;

  K6Checks(K6Context context) {
    this.context = context;
  }

  /** What finds a value in an answer, if anything does. */
  Optional<String> found(Extractor extractor, String res) {
    return switch (extractor) {
      case Extractor.Status() -> Optional.of(res + ".status");
      case Extractor.Elapsed() -> Optional.of(res + ".timings.duration");
      case Extractor.Header(var name) ->
          Optional.of(res + ".headers[" + Js.text(canonical(name)) + "]");
      case Extractor.BodyText() -> Optional.of(res + ".body");
      case Extractor.Cookie(var name) ->
          Optional.of("(" + Js.member(res + ".cookies", name) + " || [{}])[0].value");
      case Extractor.Regex(var pattern, var group) ->
          Js.pattern(pattern)
              .map(regex -> context.call(K6Function.MATCH, res + ".body, " + regex + ", " + group));
      case Extractor.JsonPath(var path) -> JsonRoute.of(path).flatMap(route -> json(route, res));
      case Extractor.XPath _ -> Optional.empty();
    };
  }

  /** k6 has the names of headers as Go writes them. */
  private static String canonical(String name) {
    var canonical = new StringBuilder();
    boolean starts = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      canonical.append(starts ? Character.toUpperCase(c) : Character.toLowerCase(c));
      starts = c == '-';
    }
    return canonical.toString();
  }

  /** As k6's selectors have it: {@code products.0.id}, {@code posts.#.id}, {@code posts.#}. */
  private Optional<String> json(JsonRoute route, String res) {
    if (!route.legs().isEmpty()
        && route.legs().getLast() instanceof JsonRoute.Leg.Slice(var from, var to)) {
      return json(route.begin(), res)
          .map(list ->
              "(" + list + " || []).slice(" + from + to.map(end -> ", " + end).orElse("") + ")");
    }
    if (route.legs().isEmpty()) {
      return Optional.of(context.call(K6Function.JSON, res));
    }
    var all = new JsonRoute.Leg.All();
    boolean endsWithAll = route.legs().getLast().equals(all);
    var legs = endsWithAll ? route.begin().legs() : route.legs();
    if (legs.isEmpty()) {
      return Optional.of(context.call(K6Function.JSON, res));
    }
    var selector = legs.stream().map(K6Checks::leg).collect(Collectors.joining("."));
    return Optional.of(context.call(K6Function.JSON, res + ", " + Js.text(selector)));
  }

  private static String leg(JsonRoute.Leg leg) {
    return switch (leg) {
      case JsonRoute.Leg.Name(var name) ->
          name.replaceAll("[\\\\.*?|#@!{}\\[\\]()=<>%\"~:]", "\\\\$0");
      case JsonRoute.Leg.Index(var index) -> Integer.toString(index);
      case JsonRoute.Leg.All _, JsonRoute.Leg.Length _ -> "#";
      case JsonRoute.Leg.Slice _ -> throw new IllegalStateException("a slice stands at the end");
    };
  }

  /** A check as a function of the answer; nothing where k6 has no way to it. */
  Optional<String> holds(Check check) {
    return found(check.extractor(), "r")
        .flatMap(value -> holds(check.extractor(), value, check.expectation()))
        .map(holds -> "(r) => " + holds);
  }

  private Optional<String> holds(Extractor extractor, String value, Expectation expectation) {
    boolean isNumber =
        extractor instanceof Extractor.Status || extractor instanceof Extractor.Elapsed;
    if (isNumber
        && expectation instanceof Expectation.Is(var expected)
        && expected.text().matches("\\d{1,9}")) {
      return Optional.of(value + " === " + Integer.parseInt(expected.text()));
    }
    return holds(value, isNumber ? value : context.call(K6Function.NUMBER, value), expectation);
  }

  /** What is expected of a value, with the same value as a number. */
  private Optional<String> holds(String value, String number, Expectation expectation) {
    return switch (expectation) {
      case Expectation.Is(var expected) -> Optional.of(same(value, expected));
      case Expectation.IsNot(var expected) ->
          Optional.of(value + " !== undefined && !" + same(value, expected));
      case Expectation.Contains(var part) ->
          Optional.of(
              context.call(
                  K6Function.HAS, value + ", " + context.text(part, K6Context.Escape.NONE)));
      case Expectation.Matches(var regex) ->
          Js.pattern(regex).map(pattern -> context.call(K6Function.HAS, value + ", " + pattern));
      case Expectation.Exists() -> Optional.of(value + " !== undefined");
      case Expectation.Below(var limit) -> Optional.of(number + " < " + Js.number(limit));
      case Expectation.Above(var limit) -> Optional.of(number + " > " + Js.number(limit));
      case Expectation.Between(var least, var most) ->
          Optional.of(
              number + " >= " + Js.number(least) + " && " + number + " <= " + Js.number(most));
      case Expectation.In(var values) ->
          Optional.of(
              "["
                  + values.stream()
                      .map(one -> context.text(one, K6Context.Escape.NONE))
                      .collect(Collectors.joining(", "))
                  + "].some((one) => "
                  + context.call(K6Function.SAME, value + ", one")
                  + ")");
    };
  }

  private String same(String value, Template expected) {
    return context.call(
        K6Function.SAME, value + ", " + context.text(expected, K6Context.Escape.NONE));
  }

  /** A condition on variables; nothing where k6 has no way to it. */
  Optional<String> premise(Premise premise) {
    return switch (premise) {
      case Premise.Clause(var subject, var expectation) -> {
        var value = context.text(subject, K6Context.Escape.NONE);
        yield holds(value, context.call(K6Function.NUMBER, value), expectation);
      }
      case Premise.All(var conditions) -> joined(conditions, " && ", "true");
      case Premise.Any(var conditions) -> joined(conditions, " || ", "false");
    };
  }

  private Optional<String> joined(List<Premise> conditions, String by, String none) {
    var all = conditions.stream().map(this::premise).flatMap(Optional::stream).toList();
    if (all.size() < conditions.size()) {
      return Optional.empty();
    }
    return Optional.of(
        all.isEmpty()
            ? none
            : all.stream().map(one -> "(" + one + ")").collect(Collectors.joining(by)));
  }
}
