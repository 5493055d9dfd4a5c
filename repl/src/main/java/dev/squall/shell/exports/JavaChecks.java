package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.number;
import static dev.squall.shell.exports.JavaLiterals.text;
import static dev.squall.shell.exports.JavaLiterals.time;

import dev.squall.Squall;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Extractors, checks and conditions in Squall's words. */
final class JavaChecks {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^${}]*)\\}");

  private JavaChecks() {}

  static Code extractor(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Status() -> call("status");
      case Extractor.Elapsed() -> call("elapsed");
      case Extractor.Header(var name) -> call("header", text(name));
      case Extractor.JsonPath(var path) -> call("jsonPath", text(path));
      case Extractor.XPath(var expression) -> call("xpath", text(expression));
      case Extractor.Cookie(var name) -> call("cookie", text(name));
      case Extractor.BodyText() -> call("body");
      case Extractor.Regex(var pattern, var group) ->
          Squall.regex(pattern).group() == group
              ? call("regex", text(pattern))
              : call("regex", text(pattern), number(group));
    };
  }

  static Code check(Check check) {
    var words =
        switch (check.extractor()) {
          case Extractor.Status() -> status(check.expectation());
          case Extractor.Elapsed() -> elapsed(check.expectation());
          case Extractor.Value value ->
              Optional.of(expecting(extractor(value), check.expectation()));
        };
    return words.orElseGet(
        () -> call("new Check", extractor(check.extractor()), expectation(check.expectation())));
  }

  private static Optional<Code> status(Expectation expectation) {
    var status = call("status");
    return switch (expectation) {
      case Expectation.Is(var code) -> code(code).map(number -> status.dot("is", number));
      case Expectation.IsNot(var code) -> code(code).map(number -> status.dot("isNot", number));
      case Expectation.In(var codes) -> {
        var numbers = codes.stream().map(JavaChecks::code).flatMap(Optional::stream).toList();
        yield numbers.size() == codes.size()
            ? Optional.of(status.dot("in", numbers))
            : Optional.empty();
      }
      case Expectation.Below(var limit) -> code(limit).map(code -> status.dot("isBelow", code));
      case Expectation.Above(var limit) -> code(limit).map(code -> status.dot("isAbove", code));
      case Expectation.Between(var first, var last) ->
          code(first).flatMap(a -> code(last).map(b -> status.dot("isBetween", a, b)));
      case Expectation.Contains _, Expectation.Matches _, Expectation.Exists _ -> Optional.empty();
    };
  }

  private static Optional<Code> code(Template template) {
    return INTEGER.matcher(template.text()).matches()
        ? Optional.of(Code.word(template.text()))
        : Optional.empty();
  }

  private static Optional<Code> code(double number) {
    // Minus zero is another number than the whole number's.
    return number == (int) number && Double.compare(number, (int) number) == 0
        ? Optional.of(number((int) number))
        : Optional.empty();
  }

  private static Optional<Code> elapsed(Expectation expectation) {
    var elapsed = call("elapsed");
    return switch (expectation) {
      case Expectation.Below(var millis) ->
          limit(millis).map(limit -> elapsed.dot("isBelow", time(limit)));
      case Expectation.Above(var millis) ->
          limit(millis).map(limit -> elapsed.dot("isAbove", time(limit)));
      case Expectation.Between(var least, var most) ->
          limit(least)
              .flatMap(a -> limit(most).map(b -> elapsed.dot("isBetween", time(a), time(b))));
      case Expectation.Is _,
          Expectation.IsNot _,
          Expectation.In _,
          Expectation.Contains _,
          Expectation.Matches _,
          Expectation.Exists _ ->
          Optional.empty();
    };
  }

  /** The time that a limit in milliseconds is told as, if there is one. */
  private static Optional<Duration> limit(double millis) {
    if (!(Math.abs(millis) < 1e12)) {
      return Optional.empty();
    }
    var time = Squall.millis(millis);
    return Squall.elapsed().isBelow(time).expectation().equals(new Expectation.Below(millis))
        ? Optional.of(time)
        : Optional.empty();
  }

  private static Code expecting(Code value, Expectation expectation) {
    return switch (expectation) {
      case Expectation.Is(var expected) -> value.dot("is", value(expected));
      case Expectation.IsNot(var expected) -> value.dot("isNot", value(expected));
      case Expectation.Contains(var part) -> value.dot("contains", text(part.text()));
      case Expectation.Matches(var regex) -> value.dot("matches", text(regex));
      case Expectation.Exists() -> value.dot("exists");
      case Expectation.Below(var limit) -> value.dot("isBelow", number(limit));
      case Expectation.Above(var limit) -> value.dot("isAbove", number(limit));
      case Expectation.Between(var least, var most) ->
          value.dot("isBetween", number(least), number(most));
      case Expectation.In(var values) ->
          value.dot("in", values.stream().map(JavaChecks::value).toList());
    };
  }

  private static Code value(Template expected) {
    return code(expected).orElseGet(() -> text(expected.text()));
  }

  /** As it is made where no word makes it. */
  private static Code expectation(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Is(var expected) -> call("new Expectation.Is", template(expected));
      case Expectation.IsNot(var expected) -> call("new Expectation.IsNot", template(expected));
      case Expectation.Contains(var part) -> call("new Expectation.Contains", template(part));
      case Expectation.Matches(var regex) -> call("new Expectation.Matches", text(regex));
      case Expectation.Exists() -> call("new Expectation.Exists");
      case Expectation.Below(var limit) -> call("new Expectation.Below", number(limit));
      case Expectation.Above(var limit) -> call("new Expectation.Above", number(limit));
      case Expectation.Between(var least, var most) ->
          call("new Expectation.Between", number(least), number(most));
      case Expectation.In(var values) ->
          call(
              "new Expectation.In",
              call("List.of", values.stream().map(JavaChecks::template).toList()));
    };
  }

  static Code template(Template template) {
    return call("new Template", text(template.text()));
  }

  static Code premise(Premise premise) {
    return switch (premise) {
      case Premise.Clause(var subject, var expectation) -> expecting(subject(subject), expectation);
      case Premise.All(var conditions) -> joined(conditions, "and", "new Premise.All");
      case Premise.Any(var conditions) -> joined(conditions, "or", "new Premise.Any");
    };
  }

  private static Code subject(Template subject) {
    var variable = VARIABLE.matcher(subject.text());
    return variable.matches()
        ? call("variable", text(variable.group(1)))
        : call("new Premise.Subject", template(subject));
  }

  private static Code joined(List<Premise> conditions, String word, String whole) {
    Stream<Code> all = conditions.stream().map(JavaChecks::premise);
    return conditions.isEmpty()
        ? call(whole, call("List.of"))
        : premise(conditions.getFirst()).dot(word, all.skip(1).toList());
  }
}
