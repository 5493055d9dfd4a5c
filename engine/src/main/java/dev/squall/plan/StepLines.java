package dev.squall.plan;

import dev.squall.load.Durations;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import dev.squall.scenario.Step;
import dev.squall.secret.Secrets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Steps as an outline: a line each, what belongs to a step further in. */
final class StepLines {
  private static final String FURTHER_IN = "  ";

  private final List<String> lines = new ArrayList<>();

  private StepLines() {}

  static List<String> of(List<Step> steps) {
    var outline = new StepLines();
    outline.add(steps, "");
    return outline.lines;
  }

  private void add(List<Step> steps, String indent) {
    steps.forEach(step -> add(step, indent));
  }

  private void add(Step step, String indent) {
    switch (step) {
      case Request request -> add(request, indent);
      case Step.Pause(var time) -> lines.add(indent + "pause " + time);
      case Step.Leave(var probability) -> lines.add(indent + "leave " + percent(probability));
      case Step.Code code -> lines.add(indent + code);
      case Step.Group(var name, var inner) -> inner(indent, "group " + name, inner);
      case Step.Repeat(var times, var inner) -> inner(indent, "repeat " + times + " times", inner);
      case Step.ForEach(var item, var list, var inner) ->
          inner(indent, "for each " + item + " in " + list, inner);
      case Step.When(var condition, var inner, var otherwise) -> {
        inner(indent, "if " + condition, inner);
        if (!otherwise.isEmpty()) {
          inner(indent, "else", otherwise);
        }
      }
      case Step.Choose(var ways) -> {
        double sum = ways.stream().mapToDouble(Step.Way::weight).sum();
        lines.add(indent + "choose one of " + ways.size());
        ways.forEach(way -> inner(indent + FURTHER_IN, percent(way.weight() / sum), way.steps()));
      }
      case Step.Parallel(var branches) -> inner(indent, "at the same time", branches);
      case Step.Optionally(var inner) -> inner(indent, "optional", inner);
    }
  }

  private void inner(String indent, String what, List<Step> steps) {
    lines.add(indent + what);
    add(steps, indent + FURTHER_IN);
  }

  private void add(Request request, String indent) {
    lines.add(
        indent
            + request.label().map(name -> name + "  ").orElse("")
            + request.method()
            + " "
            + Secrets.target(request.target().text()));
    var further = indent + FURTHER_IN + FURTHER_IN;
    request.checks().forEach(check -> lines.add(further + "check " + check));
    request
        .captures()
        .forEach(each ->
            lines.add(further + "extract " + each.variable() + " from " + each.extractor()));
    request
        .handling()
        .timeout()
        .ifPresent(limit -> lines.add(further + "at most " + Durations.print(limit)));
    request.handling().retry().ifPresent(retry -> lines.add(further + words(retry)));
  }

  private static String words(Retry retry) {
    return "up to "
        + retry.attempts()
        + " attempts"
        + (retry.delay().isZero()
            ? ""
            : ", "
                + retry.backoff().name().toLowerCase(Locale.ROOT)
                + " from "
                + Durations.print(retry.delay()));
  }

  private static String percent(double share) {
    var percent = new BigDecimal(share * 100, new MathContext(4)).stripTrailingZeros();
    return percent.toPlainString() + " %";
  }
}
