package dev.squall.httpx;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A document as text: two spaces for each block, comments where they were. */
final class Printer {
  private final StringBuilder out = new StringBuilder();
  private String indent = "";

  String print(Document document) {
    lines(document.lines(), this::item);
    return out.toString();
  }

  private void item(Item item) {
    switch (item) {
      case Var variable -> out.append(Texts.of(variable));
      case Data data -> out.append(Texts.of(data));
      case RequestBlock(var name, var parts, _) ->
          block("request " + Words.name(name), parts, this::part);
      case ScenarioBlock(var name, var parts, _) ->
          block("scenario " + Words.name(name), parts, this::part);
      case MixBlock(var name, var parts, _) -> block("mix " + Words.name(name), parts, this::part);
      case Setup setup -> part((ScenarioPart) setup);
      case Teardown teardown -> part((ScenarioPart) teardown);
    }
  }

  private void part(RequestPart part) {
    switch (part) {
      case RequestPart.CurlText curl -> out.append(CurlLines.print(curl, indent));
      case RequestPart.Extracts(var block, _) ->
          inBrief("extract", block, extract -> out.append(Texts.of(extract)));
      case RequestPart.Asserts(var block, _) ->
          inBrief("assert", block, assertion -> out.append(Texts.of(assertion)));
      case RequestPart.RetryBlock(var block, _) -> settings("retry", block);
      case Think think -> step(think);
      case Setting setting -> out.append(Texts.of(setting));
    }
  }

  private void part(ScenarioPart part) {
    switch (part) {
      case LoadNode load -> load(load);
      case Setting setting -> out.append(Texts.of(setting));
      case Var variable -> out.append(Texts.of(variable));
      case Setup(var steps, _) -> steps("setup", steps);
      case Teardown(var steps, _) -> steps("teardown", steps);
      case Expect(var goals, _) -> goals(goals);
      case HeaderOfAll(var name, var value, _) ->
          out.append("header " + Words.name(name) + " = " + Words.quoted(value));
      case StepNode step -> step(step);
    }
  }

  private void part(MixPart part) {
    switch (part) {
      case MixPart.Share(var weight, var scenario, _) ->
          out.append(Texts.of(weight)).append(' ').append(Words.name(scenario));
      case LoadNode load -> load(load);
      case Setting setting -> out.append(Texts.of(setting));
      case Var variable -> out.append(Texts.of(variable));
      case Setup(var steps, _) -> steps("setup", steps);
      case Teardown(var steps, _) -> steps("teardown", steps);
      case Expect(var goals, _) -> goals(goals);
    }
  }

  private void goals(Block<GoalNode> goals) {
    block("expect", goals, goal -> out.append(Texts.of(goal)));
  }

  private void load(LoadNode load) {
    switch (load) {
      case LoadNode.Users(var users, var time, _) ->
          out.append("load " + users + " vus for " + Figures.print(time));
      case LoadNode.Rate(var rate, var time, _) ->
          out.append("load " + Texts.plain(rate) + " rps for " + Figures.print(time));
      case LoadNode.Count(var count, var users, var shared, _) ->
          out.append(
              "load " + count + " iterations with " + users + " vus" + (shared ? " shared" : ""));
      case LoadNode.Parts(var parts, _) -> block("load", parts, this::loadPart);
    }
  }

  private void loadPart(LoadPart part) {
    switch (part) {
      case Setting setting -> out.append(Texts.of(setting));
      case LoadPart.Shape(var form, var block, _) -> settings(Words.of(form), block);
      case LoadPart.Until(var goals, _) ->
          out.append("until ")
              .append(goals.stream().map(Texts::of).collect(Collectors.joining(" or ")));
    }
  }

  private void step(StepNode step) {
    switch (step) {
      case StepNode.Chain(var targets, _) -> {
        out.append("run ");
        targets(targets, " -> ");
      }
      case StepNode.Parallel(var steps, _) -> steps("parallel", steps);
      case StepNode.When(var branches, var otherwise, _) -> when(branches, otherwise);
      case StepNode.ForEach(var item, var list, var steps, _) ->
          steps("foreach " + item + " in " + list, steps);
      case StepNode.Repeat(var times, var steps, _) -> steps("repeat " + times, steps);
      case StepNode.Choose(var ways, _) ->
          block("choose", ways, way -> steps(Texts.of(way.weight()), way.steps()));
      case StepNode.Optionally(var steps, _) -> steps("optional", steps);
      case StepNode.Leave(var percent, _) -> out.append("leave ").append(Texts.percent(percent));
      case StepNode.Group(var name, var steps, _) -> steps("group " + Words.name(name), steps);
      case Think(var time, _) -> out.append("think ").append(Texts.of(time));
    }
  }

  private void when(List<StepNode.Branch> branches, Optional<Block<StepNode>> otherwise) {
    var word = "if ";
    for (var branch : branches) {
      steps(word + Texts.of(branch.condition()), branch.steps());
      word = " else if ";
    }
    otherwise.ifPresent(steps -> steps(" else", steps));
  }

  private void targets(List<Target> targets, String between) {
    for (int i = 0; i < targets.size(); i++) {
      out.append(i == 0 ? "" : between);
      switch (targets.get(i)) {
        case Target.Named(var name, var optional, var steps, _) -> {
          out.append(Words.name(name)).append(optional ? " optional" : "");
          steps.ifPresent(block -> steps("", block));
        }
        case Target.Together(var branches, _) -> {
          out.append("parallel(");
          targets(branches, ", ");
          out.append(')');
        }
      }
    }
  }

  private void steps(String head, Block<StepNode> steps) {
    block(head, steps, this::step);
  }

  private void settings(String head, Block<Setting> settings) {
    block(head, settings, setting -> out.append(Texts.of(setting)));
  }

  /** Without braces where there is one item and no comment. */
  private <T> void inBrief(String head, Block<T> block, Consumer<T> item) {
    if (block.lines().size() == 1 && block.lines().getFirst().comment().isEmpty()) {
      out.append(head).append(' ');
      block.items().forEach(item);
    } else {
      block(head, block, item);
    }
  }

  private <T> void block(String head, Block<T> block, Consumer<T> item) {
    out.append(head).append(" {");
    if (!block.lines().isEmpty()) {
      var outer = indent;
      indent += "  ";
      out.append('\n');
      lines(block.lines(), item);
      indent = outer;
      out.append(indent);
    }
    out.append('}');
  }

  private <T> void lines(List<Line<T>> lines, Consumer<T> item) {
    for (var line : lines) {
      out.append(line.gap() ? "\n" : "").append(indent);
      line.item().ifPresent(item);
      out.append(line.item().isPresent() && line.comment().isPresent() ? "  " : "");
      line.comment().ifPresent(comment -> out.append('#').append(comment.text()));
      out.append('\n');
    }
  }
}
