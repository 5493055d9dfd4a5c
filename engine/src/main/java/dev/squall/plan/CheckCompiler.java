package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The extractors and checks of one request; gathers the headers that they read. */
final class CheckCompiler {
  private final TemplateCompiler templates;
  private final Position position;
  private final Consumer<Problem> problems;
  private final List<String> wantedHeaders = new ArrayList<>();
  private final List<JsonQuery> queries = new ArrayList<>();

  CheckCompiler(TemplateCompiler templates, Position position, Consumer<Problem> problems) {
    this.templates = templates;
    this.position = position;
    this.problems = problems;
  }

  List<String> wantedHeaders() {
    return List.copyOf(wantedHeaders);
  }

  List<JsonQuery> queries() {
    return List.copyOf(queries);
  }

  Optional<PlannedCheck> check(Check check) {
    var lookup = lookup(check.extractor());
    var condition = condition(check.expectation());
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
        problems.accept(
            new Problem(Position.at(position.toString(), path, offset + 1), what, hint));
        yield Optional.empty();
      }
    };
  }

  private Optional<Lookup> regex(String regex, int group) {
    return pattern(regex)
        .flatMap(pattern -> {
          int groups = pattern.matcher("").groupCount();
          if (group < 0 || group > groups) {
            problems.accept(
                new Problem(
                    position,
                    "the pattern " + regex + " has " + groups + " groups, not " + group,
                    "count its ( )"));
            return Optional.empty();
          }
          return Optional.of(new Lookup.Regex(pattern, group));
        });
  }

  private Optional<Pattern> pattern(String regex) {
    try {
      return Optional.of(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      problems.accept(
          new Problem(
              Position.at(position.toString(), regex, Math.max(0, e.getIndex()) + 1),
              "not a regular expression: " + e.getDescription(),
              "a \\ before ( [ { . * + ? takes it literally"));
      return Optional.empty();
    }
  }

  private Optional<Condition> condition(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Is(var expected) -> Optional.of(new Condition.Is(operand(expected)));
      case Expectation.IsNot(var expected) -> Optional.of(new Condition.IsNot(operand(expected)));
      case Expectation.Contains(var part) -> Optional.of(new Condition.Contains(operand(part)));
      case Expectation.Matches(var regex) -> pattern(regex).map(Condition.Matches::new);
      case Expectation.Exists() -> Optional.of(new Condition.Exists());
      case Expectation.Below(var limit) -> Optional.of(new Condition.Below(limit));
      case Expectation.Above(var limit) -> Optional.of(new Condition.Above(limit));
      case Expectation.Between(var least, var most) ->
          Optional.of(new Condition.Between(least, most));
      case Expectation.In(var values) ->
          Optional.of(new Condition.In(values.stream().map(this::operand).toList()));
    };
  }

  private Operand operand(Template template) {
    var segments = templates.text(template, position);
    if (!segments.isConstant()) {
      return new Operand.Computed(segments);
    }
    var text = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.at(i) instanceof Segment.Literal literal) {
        text.append(new String(literal.bytes(), StandardCharsets.UTF_8));
      }
    }
    return Operand.Constant.of(text.toString());
  }
}
