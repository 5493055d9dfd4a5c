package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The extractors and checks of one request; gathers the headers that they read. */
final class CheckCompiler {
  /** RFC 9110 §15: a status has three digits. */
  private static final int LEAST_STATUS = 100;

  private static final int MOST_STATUS = 999;

  private final ExpectationCompiler expectations;
  private final String step;
  private final Consumer<Problem> problems;
  private final List<String> wantedHeaders = new ArrayList<>();
  private final List<JsonQuery> queries = new ArrayList<>();
  private final List<XPathQuery> xpaths = new ArrayList<>();

  CheckCompiler(TemplateCompiler templates, String step, Consumer<Problem> problems) {
    this.expectations = new ExpectationCompiler(templates, problems);
    this.step = step;
    this.problems = problems;
  }

  PlannedRequest.Reads reads(boolean body) {
    return new PlannedRequest.Reads(
        List.copyOf(wantedHeaders), List.copyOf(queries), List.copyOf(xpaths), body);
  }

  Optional<PlannedCheck> check(Check check) {
    var lookup = lookup(check.extractor());
    var condition = expectations.criterion(check.expectation(), step, step + ", check " + check);
    if (!canHold(check)) {
      problem("the check " + check + " can never hold", "turn its limits round, or leave it out");
    }
    return lookup.isPresent() && condition.isPresent()
        ? Optional.of(new PlannedCheck(check.toString(), lookup.get(), condition.get()))
        : Optional.empty();
  }

  Optional<Lookup> lookup(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Status() -> Optional.of(new Lookup.Status());
      case Extractor.Elapsed() -> Optional.of(new Lookup.Elapsed());
      case Extractor.Header(var name) -> Optional.of(new Lookup.Header(wanted(name)));
      case Extractor.JsonPath(var path) -> jsonPath(path);
      case Extractor.Regex(var regex, var group) -> regex(regex, group);
      case Extractor.XPath(var expression) -> xpath(expression);
      case Extractor.Cookie(var name) -> cookie(name);
      case Extractor.BodyText() -> Optional.of(new Lookup.BodyText());
    };
  }

  private int wanted(String header) {
    var lower = header.toLowerCase(Locale.ROOT);
    if (!wantedHeaders.contains(lower)) {
      wantedHeaders.add(lower);
    }
    return wantedHeaders.indexOf(lower);
  }

  private Optional<Lookup> jsonPath(String path) {
    return switch (JsonQuery.compile(path)) {
      case JsonQuery.Compiled.Ready(var query) -> {
        queries.add(query);
        yield Optional.of(new Lookup.Json(queries.size() - 1));
      }
      case JsonQuery.Compiled.Refused(var what, var offset, var hint) -> {
        problems.accept(new Problem(Position.at(step, path, offset), what, hint));
        yield Optional.empty();
      }
    };
  }

  private Optional<Lookup> xpath(String expression) {
    return switch (XPathQuery.compile(expression)) {
      case XPathQuery.Compiled.Ready(var query) -> {
        xpaths.add(query);
        yield Optional.of(new Lookup.XPath(xpaths.size() - 1));
      }
      case XPathQuery.Compiled.Refused(var what, var offset, var hint) -> {
        problems.accept(new Problem(Position.at(step, expression, offset), what, hint));
        yield Optional.empty();
      }
    };
  }

  private Optional<Lookup> cookie(String name) {
    if (!HeadCompiler.isToken(name)) {
      problem("not the name of a cookie: \"" + name + "\"", "cookie(\"session\")");
      return Optional.empty();
    }
    return Optional.of(new Lookup.Cookie(name));
  }

  private Optional<Lookup> regex(String regex, int group) {
    return expectations
        .pattern(regex, step)
        .flatMap(pattern -> {
          int groups = pattern.matcher("").groupCount();
          if (group < 0 || group > groups) {
            problem(
                "the pattern " + regex + " has no group " + group,
                "its last group is " + groups + "; 0 is the whole match");
            return Optional.empty();
          }
          return Optional.of(new Lookup.Regex(pattern, group));
        });
  }

  /** Whether some answer could meet the check, as far as its numbers tell. */
  private static boolean canHold(Check check) {
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    if (check.extractor() instanceof Extractor.Status) {
      least = LEAST_STATUS;
      most = MOST_STATUS;
    } else if (check.extractor() instanceof Extractor.Elapsed) {
      least = 0;
    }
    return switch (check.expectation()) {
      case Expectation.Below(var limit) -> limit > least;
      case Expectation.Above(var limit) -> limit < most;
      case Expectation.Between(var first, var last) ->
          first <= last && last >= least && first <= most;
      case Expectation.Is(var expected) -> canBe(check.extractor(), expected);
      case Expectation.In(var values) ->
          values.stream().anyMatch(value -> canBe(check.extractor(), value));
      case Expectation.IsNot(_) -> true;
      case Expectation.Contains(_) -> true;
      case Expectation.Matches(_) -> true;
      case Expectation.Exists() -> true;
    };
  }

  private static boolean canBe(Extractor extractor, Template expected) {
    return !(extractor instanceof Extractor.Status)
        || Numbers.parse(expected.text())
            .map(BigDecimal::doubleValue)
            .map(code -> code >= LEAST_STATUS && code <= MOST_STATUS)
            .orElse(true);
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(step), what, hint));
  }
}
