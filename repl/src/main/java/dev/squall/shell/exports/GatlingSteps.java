package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.GatlingRequests.time;
import static dev.squall.shell.exports.JavaLiterals.quoted;
import static dev.squall.shell.exports.JavaLiterals.text;

import dev.squall.scenario.Expectation;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.ThinkTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps as parts of a chain of Gatling's. */
final class GatlingSteps {
  private static final Code NOTHING = call("exec", Code.word("session -> session"));

  private final GatlingContext context;
  private final GatlingRequests requests;
  private boolean compares;

  GatlingSteps(GatlingContext context) {
    this.context = context;
    requests = new GatlingRequests(context);
  }

  /** Whether a condition holds texts against each other. */
  boolean compares() {
    return compares;
  }

  /** At least one. */
  List<Code> chain(List<Step> steps) {
    var chain = new ArrayList<Code>();
    steps.forEach(step -> chain.addAll(step(step)));
    return chain.isEmpty() ? List.of(NOTHING) : chain;
  }

  private List<Code> step(Step step) {
    return switch (step) {
      case Request request -> requests.steps(request);
      case Step.Pause(var time) -> List.of(pause(time));
      case Step.Group(var name, var inner) ->
          List.of(call("group", text(GatlingContext.literal(name))).dot("on", chain(inner)));
      case Step.Repeat(var times, var inner) ->
          List.of(call("repeat", JavaLiterals.number(times)).dot("on", chain(inner)));
      case Step.ForEach(var item, var list, var inner) ->
          List.of(call("foreach", text("#{" + list + "}"), text(item)).dot("on", chain(inner)));
      case Step.When when -> when(when);
      case Step.Choose(var ways) -> choose(ways);
      case Step.Parallel(var branches) -> {
        untold("Gatling has no branches at the same time", "they are one after the other");
        yield chain(branches);
      }
      case Step.Optionally(var inner) ->
          // A failure that is allowed for is none for what follows.
          List.of(
              call("exitBlockOnFail").dot("on", chain(inner)),
              call("exec", Code.word("session -> session.markAsSucceeded()")));
      case Step.Leave(var probability) ->
          List.of(
              call("randomSwitch")
                  .dot(
                      "on",
                      call("percent", Code.word(percentage(probability)))
                          .dot("then", Code.word("exec(session -> session.markAsFailed())"))));
      case Step.Code(var name, _, _) -> {
        context.untold("step " + name, "Java in a step has no text", "write its lambda again");
        var reason = quoted("left out: the Java of " + name);
        yield List.of(
            Code.word(
                "exec(session -> { throw new UnsupportedOperationException(" + reason + "); })"));
      }
    };
  }

  private void untold(String what, String hint) {
    context.untold("scenario " + context.scenario.name(), what, hint);
  }

  private static Code pause(ThinkTime time) {
    return switch (time) {
      case ThinkTime.Fixed(var always) -> call("pause", time(always));
      case ThinkTime.Uniform(var least, var most) -> call("pause", time(least), time(most));
      case ThinkTime.Normal(var mean, var deviation) ->
          call("pause", time(mean), call("normalPausesWithStdDevDuration", time(deviation)));
      case ThinkTime.Exponential(var mean) ->
          call("pause", time(mean), Code.word("exponentialPauses"));
    };
  }

  private static String percentage(double probability) {
    return Double.toString(Double.isFinite(probability) ? probability * 100 : 0);
  }

  /** Gatling wants percentages: the last way takes what rounding leaves. */
  private List<Code> choose(List<Step.Way> ways) {
    double sum = ways.stream().mapToDouble(Step.Way::weight).sum();
    if (ways.isEmpty() || !(sum > 0)) {
      return List.of(NOTHING);
    }
    var drawn = new ArrayList<Code>();
    for (var way : ways.subList(0, ways.size() - 1)) {
      var percentage =
          BigDecimal.valueOf(way.weight() / sum * 100).setScale(6, RoundingMode.DOWN).doubleValue();
      drawn.add(
          call("percent", Code.word(Double.toString(percentage))).dot("then", chain(way.steps())));
    }
    var last = chain(ways.getLast().steps());
    return drawn.isEmpty()
        ? last
        : List.of(call("randomSwitchOrElse").dot("on", drawn).dot("orElse", last));
  }

  private List<Code> when(Step.When when) {
    var condition = premise(when.condition());
    if (condition.isEmpty()) {
      untold("Gatling cannot ask whether " + when.condition(), "");
      return List.of();
    }
    var lambda = Code.word("session -> " + condition.get());
    return List.of(
        when.otherwise().isEmpty()
            ? call("doIf", lambda).dot("then", chain(when.steps()))
            : call("doIfOrElse", lambda)
                .dot("then", chain(when.steps()))
                .dot("orElse", chain(when.otherwise())));
  }

  private Optional<String> premise(Premise premise) {
    return switch (premise) {
      case Premise.Clause(var subject, var expectation) -> clause(subject, expectation);
      case Premise.All(var conditions) -> joined(conditions, " && ", "true");
      case Premise.Any(var conditions) -> joined(conditions, " || ", "false");
    };
  }

  private Optional<String> joined(List<Premise> conditions, String by, String none) {
    var all = conditions.stream().map(this::premise).flatMap(Optional::stream).toList();
    return all.size() < conditions.size()
        ? Optional.empty()
        : Optional.of(
            all.isEmpty()
                ? none
                : all.stream().map(one -> "(" + one + ")").collect(Collectors.joining(by)));
  }

  private Optional<String> clause(Template subject, Expectation expectation) {
    var there =
        context.variables(subject).stream()
            .map(name -> "session.contains(" + quoted(name) + ")")
            .collect(Collectors.joining(" && "));
    return context
        .java(subject)
        .flatMap(value -> holds("(" + value + ")", expectation))
        .map(holds -> there.isEmpty() ? holds : there + " && " + holds);
  }

  private Optional<String> holds(String value, Expectation expectation) {
    var text = "String.valueOf" + value;
    var number = "Double.parseDouble(" + text + ")";
    return switch (expectation) {
      case Expectation.Is(var expected) -> same(text, expected);
      case Expectation.IsNot(var expected) -> same(text, expected).map("!"::concat);
      case Expectation.Contains(var part) ->
          context.java(part).map(java -> text + ".contains(\"\" + " + java + ")");
      case Expectation.Matches(var regex) ->
          Optional.of("Pattern.compile(" + quoted(regex) + ").matcher(" + text + ").find()");
      case Expectation.Exists() -> Optional.of("true");
      case Expectation.Below(var limit) -> Optional.of(number + " < " + limit);
      case Expectation.Above(var limit) -> Optional.of(number + " > " + limit);
      case Expectation.Between(var least, var most) -> {
        var bounds =
            Stream.of(
                    least > Double.NEGATIVE_INFINITY ? number + " >= " + least : "",
                    most < Double.POSITIVE_INFINITY ? number + " <= " + most : "")
                .filter(bound -> !bound.isEmpty())
                .toList();
        yield bounds.isEmpty() ? Optional.of("true") : Optional.of(String.join(" && ", bounds));
      }
      case Expectation.In(var values) -> {
        var all = values.stream().map(one -> same(text, one)).flatMap(Optional::stream).toList();
        yield all.size() < values.size()
            ? Optional.empty()
            : Optional.of(all.isEmpty() ? "false" : "(" + String.join(" || ", all) + ")");
      }
    };
  }

  private Optional<String> same(String text, Template expected) {
    compares = true;
    return context.java(expected).map(java -> "same(" + text + ", String.valueOf(" + java + "))");
  }
}
