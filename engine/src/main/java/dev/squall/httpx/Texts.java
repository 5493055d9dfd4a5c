package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.httpx.Assertion.Field;
import dev.squall.httpx.Extract.Rule;
import dev.squall.scenario.ThinkTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Nodes that fit in a line, as they are written. */
final class Texts {
  private static final Pattern DOT = Pattern.compile("\\.");

  private Texts() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Quoted(var text) -> Words.quoted(text);
      case Value.Bare(var text) -> text;
    };
  }

  static String of(List<Value> values) {
    return values.stream().map(Texts::of).collect(Collectors.joining(", ", "[", "]"));
  }

  static String of(Relation relation) {
    return switch (relation) {
      case Relation.Exists() -> "exists";
      case Relation.Compare(var by, var with) -> by.sign + " " + of(with);
      case Relation.In(var values) -> "in " + of(values);
      case Relation.Between(var least, var most) -> "between " + of(least) + " and " + of(most);
    };
  }

  static String of(Condition condition) {
    return condition.any().stream()
        .map(all -> all.terms().stream().map(Texts::of).collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(" or "));
  }

  private static String of(Condition.Term term) {
    return switch (term) {
      case Condition.Clause(var subject, var relation, _) -> of(subject) + " " + of(relation);
      case Condition.Nested(var condition) -> "(" + of(condition) + ")";
    };
  }

  static String of(Weight weight) {
    return weight.percent() ? percent(weight.number()) : plain(weight.number());
  }

  static String of(Extract extract) {
    return extract.name()
        + " = "
        + switch (extract.rule()) {
          case Rule.JsonPath(var path) -> path;
          case Rule.XPath(var path) -> "xpath:" + rest(path);
          case Rule.Regex(var pattern, var group) -> "regex" + group(group) + ":" + rest(pattern);
          case Rule.Header(var name) -> "header:" + word(name);
          case Rule.Cookie(var name) -> "cookie:" + word(name);
          case Rule.Status() -> "status";
          case Rule.Latency() -> "latency";
          case Rule.Body() -> "body";
        };
  }

  static String of(Assertion assertion) {
    return of(assertion.field()) + " " + of(assertion.relation());
  }

  private static String of(Field field) {
    return switch (field) {
      case Field.Status() -> "status";
      case Field.Latency() -> "latency";
      case Field.Body(var path, var length) -> "body" + path + (length ? ".length" : "");
      case Field.JsonPath(var path) -> path;
      case Field.Header(var name) -> "header" + named(name);
      case Field.Cookie(var name) -> "cookie" + named(name);
      case Field.Regex(var pattern, var group) ->
          "regex" + group(group) + ":" + Words.quoted(pattern);
      case Field.XPath(var path) -> "xpath:" + Words.quoted(path);
    };
  }

  /** Behind a dot where it reads as one word so, else in quotes. */
  private static String named(String name) {
    boolean plain = DOT.splitAsStream(name + ".").allMatch(Words::isName) && !name.endsWith(".");
    return plain ? "." + name : ":" + Words.quoted(name);
  }

  private static String group(OptionalInt group) {
    return group.isPresent() ? "(" + group.getAsInt() + ")" : "";
  }

  static String of(ThinkTime pause) {
    return switch (pause) {
      case ThinkTime.Fixed(var time) -> Figures.print(time);
      case ThinkTime.Uniform(var least, var most) ->
          Figures.print(least) + " .. " + Figures.print(most);
      case ThinkTime.Normal(var mean, var deviation) ->
          "normal(" + Figures.print(mean) + ", " + Figures.print(deviation) + ")";
      case ThinkTime.Exponential(var mean) -> "exponential(" + Figures.print(mean) + ")";
    };
  }

  static String of(Setting setting) {
    return setting.key().word
        + " = "
        + switch (setting.amount()) {
          case Amount.Whole(var number) -> String.valueOf(number);
          case Amount.Real(var number) -> number.toPlainString();
          case Amount.Time(var time) -> Figures.print(time);
          case Amount.Pause(var pause) -> of(pause);
          case Amount.Word(var word) -> word;
          case Amount.Text(var text) -> Words.quoted(text);
        };
  }

  static String of(GoalNode node) {
    return of(node.goal());
  }

  private static String of(Goal goal) {
    return goal.metric().word()
        + goal.step().map(step -> " of " + Words.name(step)).orElse("")
        + " "
        + goal.comparison().sign()
        + " "
        + switch (goal.metric().unit()) {
          case MILLIS -> plain(Figures.decimal(goal.bound())) + "ms";
          case SHARE -> percent(Figures.decimal(goal.bound()).movePointRight(2));
          case PER_SECOND -> plain(Figures.decimal(goal.bound()));
        };
  }

  static String percent(BigDecimal number) {
    return plain(number) + "%";
  }

  static String plain(BigDecimal number) {
    return Figures.canonical(number).toPlainString();
  }

  static String of(Var variable) {
    return "var "
        + variable.name()
        + " = "
        + switch (variable.origin()) {
          case Var.Origin.Env(var name) -> "env." + name;
          case Var.Origin.Text(var text) -> Words.quoted(text);
        };
  }

  static String of(Data data) {
    return "data "
        + data.name()
        + " = "
        + switch (data.rows()) {
          case Data.Rows.Values(var values, var order, var column) ->
              of(values)
                  + order.map(one -> " " + of(one)).orElse("")
                  + column.map(name -> " column " + Words.quoted(name)).orElse("");
          case Data.Rows.File(var format, var path, var order, var delimiter, var column) ->
              Words.of(format)
                  + "("
                  + Words.quoted(path)
                  + order.map(one -> ", " + of(one)).orElse("")
                  + delimiter.map(text -> ", delimiter " + Words.quoted(text)).orElse("")
                  + column.map(text -> ", column " + Words.quoted(text)).orElse("")
                  + ")";
        };
  }

  private static String of(Data.Order order) {
    return Words.of(order.taking()) + order.seed().map(seed -> "(" + seed + ")").orElse("");
  }

  /** As it stands where it reads as itself, else in quotes. */
  private static String rest(String text) {
    boolean plain =
        Rests.end(text, 0) == text.length()
            && text.equals(text.strip())
            && !text.startsWith("\"")
            && !text.startsWith("#")
            && !text.endsWith("\\")
            && text.indexOf('\n') < 0;
    return plain ? text : Words.quoted(text);
  }

  private static String word(String text) {
    boolean plain =
        !text.isEmpty() && Words.bareEnd(text, 0) == text.length() && !text.startsWith("#");
    return plain ? text : Words.quoted(text);
  }
}
