package dev.squall.shell.reply;

import dev.squall.httpx.Httpx;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Template;
import dev.squall.sheet.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** Extractors and checks as a person types them. */
final class Wording {
  private Wording() {}

  static String command(String variable, Extractor extractor) {
    return Httpx.print(new Capture(variable, extractor)).replaceFirst(" = ", " ");
  }

  static String command(Check check) {
    return Httpx.print(check);
  }

  static String java(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Status() -> "status()";
      case Extractor.Elapsed() -> "elapsed()";
      case Extractor.Header(var name) -> "header(" + quoted(name) + ")";
      case Extractor.JsonPath(var path) -> "jsonPath(" + quoted(path) + ")";
      case Extractor.Regex(var pattern, var group) ->
          "regex(" + quoted(pattern) + (group == 1 ? "" : ", " + group) + ")";
      case Extractor.XPath(var expression) -> "xpath(" + quoted(expression) + ")";
      case Extractor.Cookie(var name) -> "cookie(" + quoted(name) + ")";
      case Extractor.BodyText() -> "body()";
    };
  }

  static String java(Check check) {
    var from = check.extractor();
    var call =
        switch (check.expectation()) {
          case Expectation.Is(var value) -> "is(" + value(from, value) + ")";
          case Expectation.IsNot(var value) -> "isNot(" + value(from, value) + ")";
          case Expectation.Contains(var part) -> "contains(" + quoted(part.text()) + ")";
          case Expectation.Matches(var regex) -> "matches(" + quoted(regex) + ")";
          case Expectation.Exists() -> "exists()";
          case Expectation.Below(var limit) -> "isBelow(" + number(from, limit) + ")";
          case Expectation.Above(var limit) -> "isAbove(" + number(from, limit) + ")";
          case Expectation.Between(var least, var most) ->
              "isBetween(" + number(from, least) + ", " + number(from, most) + ")";
          case Expectation.In(var values) -> "in(" + values(from, values) + ")";
        };
    return java(from) + "." + call;
  }

  private static String values(Extractor from, List<Template> values) {
    return values.stream().map(value -> value(from, value)).collect(Collectors.joining(", "));
  }

  private static String value(Extractor from, Template value) {
    return from instanceof Extractor.Status ? value.text() : quoted(value.text());
  }

  private static String number(Extractor from, double number) {
    var plain = Numbers.plain(number);
    return from instanceof Extractor.Elapsed ? "millis(" + plain + ")" : plain;
  }

  /** A Java string; JSON escapes what Java escapes, and the same way. */
  static String quoted(String text) {
    return Harmless.quoted(text);
  }
}
