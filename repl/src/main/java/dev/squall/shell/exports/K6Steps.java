package dev.squall.shell.exports;

import dev.squall.scenario.Feed;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.ThinkTime;
import java.util.List;

/** Steps as statements of a k6 module. */
final class K6Steps {
  private final K6Context context;
  private final K6Requests requests;
  private final K6Checks checks;
  private boolean leaves;

  K6Steps(K6Context context) {
    this.context = context;
    requests = new K6Requests(context);
    checks = new K6Checks(context);
  }

  /** Whether any of them ends an iteration early. */
  boolean leaves() {
    return leaves;
  }

  void add(List<Step> steps, Lines to) {
    steps.forEach(step -> add(step, to));
  }

  private void add(Step step, Lines to) {
    switch (step) {
      case Request request -> requests.add(request, to);
      case Step.Pause(var time) -> to.add(pause(time));
      case Step.Group(var name, var inner) -> {
        context.core.add("group");
        to.deeper("group(" + Js.text(name) + ", () => {");
        add(inner, to);
        to.back("});");
      }
      case Step.Repeat(var times, var inner) -> {
        to.deeper("for (let i = 0; i < " + times + "; i++) {");
        add(inner, to);
        to.back("}");
      }
      case Step.ForEach(var item, var list, var inner) -> forEach(item, list, inner, to);
      case Step.When when -> when(when, to);
      case Step.Choose(var ways) -> {
        to.deeper(context.call(K6Function.CHOOSE, "").replace(")", "["));
        for (var way : ways) {
          to.deeper("[" + Js.number(way.weight()) + ", () => {");
          add(way.steps(), to);
          to.back("}],");
        }
        to.back("]);");
      }
      case Step.Parallel(var branches) -> parallel(branches, to);
      case Step.Optionally(var inner) -> {
        to.deeper("try {");
        add(inner, to);
        to.between("} catch (e) {");
        to.add("if (e === LEFT) throw e;");
        to.back("}");
        leaves = true;
      }
      case Step.Leave(var probability) -> {
        leaves = true;
        to.add("if (Math.random() < " + Js.number(probability) + ") throw LEFT;");
      }
      case Step.Code(var name, _, _) ->
          to.add(
              "// "
                  + context.notes.add(
                      "step " + name, "Java in a step has no text", "write it as JavaScript"));
    }
  }

  private void forEach(String item, String list, List<Step> inner, Lines to) {
    var value = Js.member("v", item);
    var pieces = context.templates.pieces(new dev.squall.scenario.Template("${" + list + "}"));
    to.deeper(
        "for (const item of JSON.parse(" + context.text(pieces, K6Context.Escape.NONE) + ")) {");
    to.add(value + " = " + context.call(K6Function.TEXT, "item") + ";");
    add(inner, to);
    to.back("}");
  }

  private void when(Step.When when, Lines to) {
    var condition = checks.premise(when.condition());
    if (condition.isEmpty()) {
      var what = "k6 cannot ask whether " + when.condition();
      to.add("// " + context.notes.add("scenario " + context.scenario.name(), what, ""));
      return;
    }
    to.deeper("if (" + condition.get() + ") {");
    add(when.steps(), to);
    if (!when.otherwise().isEmpty()) {
      to.between("} else {");
      add(when.otherwise(), to);
    }
    to.back("}");
  }

  private void parallel(List<Step> branches, Lines to) {
    var plain =
        branches.stream()
            .filter(Request.class::isInstance)
            .map(Request.class::cast)
            .filter(request -> request.handling().retry().isEmpty())
            .toList();
    if (plain.size() == branches.size() && !plain.isEmpty()) {
      requests.together(plain, to);
    } else {
      to.add(
          "// "
              + context.notes.add(
                  "scenario " + context.scenario.name(),
                  "k6 sends only single requests at the same time",
                  "these branches are sent one after the other"));
      add(branches, to);
    }
  }

  private String pause(ThinkTime time) {
    context.core.add("sleep");
    return "sleep("
        + switch (time) {
          case ThinkTime.Fixed(var always) -> K6Requests.seconds(always);
          case ThinkTime.Uniform(var least, var most) ->
              K6Requests.seconds(least)
                  + " + Math.random() * "
                  + K6Requests.seconds(most.minus(least));
          case ThinkTime.Normal(var mean, var deviation) ->
              context.call(
                  K6Function.NORMAL,
                  K6Requests.seconds(mean) + ", " + K6Requests.seconds(deviation));
          case ThinkTime.Exponential(var mean) ->
              K6Requests.seconds(mean) + " * -Math.log(1 - Math.random())";
        }
        + ");";
  }

  /** The row of an iteration. */
  static String row(Feed.Order order, String rows, K6Context context) {
    return switch (order) {
      case Feed.Order.Circular _, Feed.Order.Shuffled _ ->
          rows + "[" + context.execution("scenario.iterationInTest") + " % " + rows + ".length]";
      case Feed.Order.AtRandom() -> context.call(K6Function.PICK, rows);
      case Feed.Order.Sequential _, Feed.Order.Once _ ->
          rows
              + "["
              + context.execution("scenario.iterationInTest")
              + "] || exec.test.abort('there are no more rows')";
      case Feed.Order.Unique() ->
          rows + "[(" + context.execution("vu.idInTest") + " - 1) % " + rows + ".length]";
    };
  }
}
