package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Template;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Expectations to criteria, conditions with them. */
final class ExpectationCompiler {
  private final TemplateCompiler templates;
  private final Consumer<Problem> problems;

  ExpectationCompiler(TemplateCompiler templates, Consumer<Problem> problems) {
    this.templates = templates;
    this.problems = problems;
  }

  /**
   * The criterion; nothing where there is a problem, which is then told.
   *
   * @param step where the expectation stands
   * @param of what expects it, in words
   */
  Optional<Criterion> criterion(Expectation expectation, String step, String of) {
    return switch (expectation) {
      case Expectation.Is(var expected) -> Optional.of(new Criterion.Is(operand(expected, of)));
      case Expectation.IsNot(var expected) ->
          Optional.of(new Criterion.IsNot(operand(expected, of)));
      case Expectation.Contains(var part) -> Optional.of(new Criterion.Contains(operand(part, of)));
      case Expectation.Matches(var regex) -> pattern(regex, step).map(Criterion.Matches::new);
      case Expectation.Exists() -> Optional.of(new Criterion.Exists());
      case Expectation.Below(var limit) -> Optional.of(new Criterion.Below(limit));
      case Expectation.Above(var limit) -> Optional.of(new Criterion.Above(limit));
      case Expectation.Between(var least, var most) ->
          Optional.of(new Criterion.Between(least, most));
      case Expectation.In(var values) ->
          Optional.of(new Criterion.In(values.stream().map(value -> operand(value, of)).toList()));
    };
  }

  Optional<Pattern> pattern(String regex, String step) {
    try {
      return Optional.of(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      problems.accept(
          new Problem(
              Position.at(step, regex, Math.max(0, e.getIndex())),
              "not a regular expression: " + e.getDescription(),
              "a \\ before ( [ { . * + ? takes it literally"));
      return Optional.empty();
    }
  }

  Optional<PlannedCondition> condition(Premise condition, String step) {
    var of = step + ", condition " + condition;
    return switch (condition) {
      case Premise.Clause(var subject, var expectation) ->
          criterion(expectation, step, of)
              .map(criterion -> new PlannedCondition.Clause(segments(subject, of), criterion));
      case Premise.All(var all) -> conditions(all, step).map(PlannedCondition.All::new);
      case Premise.Any(var any) -> conditions(any, step).map(PlannedCondition.Any::new);
    };
  }

  private Optional<List<PlannedCondition>> conditions(List<Premise> conditions, String step) {
    var compiled =
        conditions.stream().map(each -> condition(each, step)).flatMap(Optional::stream).toList();
    return compiled.size() == conditions.size() ? Optional.of(compiled) : Optional.empty();
  }

  private Operand operand(Template template, String of) {
    var segments = segments(template, of);
    return segments.isConstant()
        ? Operand.Constant.of(segments.constantText())
        : new Operand.Computed(segments);
  }

  private Segments segments(Template template, String of) {
    var to = new SegmentsBuilder();
    templates.text(template, Segment.Escape.NONE, of, to);
    return to.build();
  }
}
