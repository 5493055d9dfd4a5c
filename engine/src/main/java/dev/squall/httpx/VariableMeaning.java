package dev.squall.httpx;

import dev.squall.problem.Nearest;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.Template.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The variables and the data of a file. */
final class VariableMeaning {
  /** Deeper than anybody nests variables by hand; one that holds itself is told by the plan. */
  private static final int DEEPEST = 20;

  /** Where nothing is called so, a scenario that takes no data. */
  static final String NO_DATA = "none";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final List<String> declared;
  private final Overrides instead;
  private final Problems problems;

  VariableMeaning(Document document, Overrides instead, Problems problems) {
    this.instead = instead;
    this.problems = problems;
    for (var item : document.items()) {
      switch (item) {
        case Var(var name, var origin, _) -> values.put(name, value(origin));
        case Data(var name, var rows, var at) ->
            feeds.put(name, feed(name, otherRows(name, rows), at));
        case RequestBlock _, ScenarioBlock _, MixBlock _, Setup _, Teardown _ -> {}
      }
    }
    declared = List.copyOf(values.keySet());
    values.putAll(instead.variables());
  }

  /** That what counts instead of something has something to count for. */
  void checkGiven(String text, Consumer<Problem> warnings) {
    for (var name : instead.data().keySet()) {
      if (!feeds.containsKey(name)) {
        problems.addAll(
            List.of(
                new Problem(
                    Position.in("the data " + name),
                    problems.source() + " has none of that name",
                    Nearest.to(name, feeds.keySet())
                        .map(known -> "did you mean " + known + "?")
                        .orElse("data " + name + " = csv(\"" + name + ".csv\") in the file"))));
      }
    }
    for (var name : instead.variables().keySet()) {
      if (!declared.contains(name) && !isUsed(name, text)) {
        warnings.accept(
            new Problem(
                Position.in("the variable " + name),
                "nothing in " + problems.source() + " uses it",
                Nearest.to(name, declared).map(known -> "did you mean " + known + "?").orElse("")));
      }
    }
  }

  private static boolean isUsed(String name, String text) {
    return Pattern.compile("\\$\\{?\\s*" + Pattern.quote(name) + "\\b").matcher(text).find();
  }

  private Data.Rows otherRows(String name, Data.Rows said) {
    var path = instead.data().get(name);
    if (path == null) {
      return said;
    }
    var format =
        Stream.of(Data.Format.values())
            .filter(one -> path.toLowerCase(Locale.ROOT).endsWith("." + Words.of(one)))
            .findFirst();
    if (format.isEmpty()) {
      problems.addAll(
          List.of(
              new Problem(
                  Position.in("the data " + name),
                  "what " + path + " is cannot be told from its ending",
                  ".csv, .json or .jsonl")));
      return said;
    }
    return switch (said) {
      case Data.Rows.Values(_, var order, var column) ->
          new Data.Rows.File(format.get(), path, order, Optional.empty(), column);
      case Data.Rows.File(_, _, var order, var delimiter, var column) ->
          new Data.Rows.File(
              format.get(),
              path,
              order,
              format.get() == Data.Format.CSV ? delimiter : Optional.empty(),
              column);
    };
  }

  private static String value(Var.Origin origin) {
    return switch (origin) {
      case Var.Origin.Text(var text) -> text;
      case Var.Origin.Env(var name) -> "${env." + name + "}";
    };
  }

  private Feed feed(String name, Data.Rows rows, Span at) {
    return switch (rows) {
      case Data.Rows.Values(var list, var order, var column) -> {
        var feed =
            new Feed(
                new Feed.Source.Values(
                    column.orElse(name), new ArrayList<>(list.stream().map(Value::text).toList())));
        yield order.map(one -> ordered(feed, one)).orElse(feed);
      }
      case Data.Rows.File(var format, var path, var order, var delimiter, var column) -> {
        var feed =
            new Feed(
                switch (format) {
                  case CSV -> new Feed.Source.Csv(path);
                  case JSON -> new Feed.Source.Json(path, column.orElse(name));
                  case JSONL -> new Feed.Source.JsonLines(path, column.orElse(name));
                });
        var between = delimiter.map(text -> delimited(feed, text, at)).orElse(feed);
        yield order.map(one -> ordered(between, one)).orElse(between);
      }
    };
  }

  private Feed delimited(Feed feed, String text, Span at) {
    if (text.length() != 1) {
      problems.add(
          at.from(), "a delimiter is one character, and not \"" + text + "\"", "delimiter \";\"");
      return feed;
    }
    return feed.delimiter(text.charAt(0));
  }

  private static Feed ordered(Feed feed, Data.Order order) {
    return switch (order.taking()) {
      case CIRCULAR -> feed.circular();
      case SEQUENTIAL -> feed.sequential();
      case RANDOM -> feed.random();
      case SHUFFLED -> order.seed().map(feed::shuffled).orElseGet(feed::shuffled);
      case ONCE -> feed.once();
      case UNIQUE -> feed.unique();
    };
  }

  /**
   * With the variables of the file.
   *
   * @param own more of them, which count before those of the file
   */
  Scenario givenTo(Scenario scenario, List<Var> own) {
    var with = scenario;
    for (var value : with(own).entrySet()) {
      with = with.variable(value.getKey(), value.getValue());
    }
    return with;
  }

  /** The same for a mix. */
  Mix givenTo(Mix mix, List<Var> own) {
    var with = mix;
    for (var value : with(own).entrySet()) {
      with = with.variable(value.getKey(), value.getValue());
    }
    return with;
  }

  private Map<String, String> with(List<Var> own) {
    var all = new LinkedHashMap<>(values);
    for (var variable : own) {
      var said = value(variable.origin());
      all.put(variable.name(), instead.variables().getOrDefault(variable.name(), said));
    }
    return all;
  }

  /** With the data that it names, or with all there is where it names none. */
  Scenario fed(Scenario scenario, List<Setting> named) {
    var with = scenario;
    for (var setting : named) {
      var name = ((Amount.Word) setting.amount()).word();
      var feed = feeds.get(name);
      if (feed == null && name.equals(NO_DATA) && named.size() == 1) {
        return scenario;
      }
      if (feed == null) {
        problems.add(
            setting.at().from(),
            "no data is called " + name,
            Nearest.to(name, feeds.keySet())
                .map(known -> "did you mean " + known + "?")
                .orElse("data " + name + " = csv(\"" + name + ".csv\")"));
      } else {
        with = with.feed(forSteps(feed, scenario.steps()));
      }
    }
    if (named.isEmpty()) {
      for (var feed : feeds.values()) {
        with = with.feed(forSteps(feed, scenario.steps()));
      }
    }
    return with;
  }

  private static Feed forSteps(Feed feed, List<Step> steps) {
    return feed.source() instanceof Feed.Source.Values list
            && WholeList.isGoneThrough(list.column(), steps)
        ? WholeList.of(list)
        : feed;
  }

  /**
   * A URL whose scheme and authority are text: which server is asked has to be known beforehand.
   * What stands behind them stays as it is.
   */
  String withAuthority(String url) {
    var known = url;
    for (int i = 0; i < DEEPEST; i++) {
      var next = withOneMore(known);
      if (next.isEmpty()) {
        return known;
      }
      known = next.get();
    }
    return known;
  }

  private Optional<String> withOneMore(String url) {
    for (var part : new Template(url).parts()) {
      switch (part) {
        case Part.Braced(var name, var offset) -> {
          return replaced(url, offset, url.indexOf('}', offset) + 1, name);
        }
        case Part.Bare(var name, var offset) -> {
          return replaced(url, offset, offset + 1 + name.length(), name);
        }
        case Part.Literal(var text) -> {
          int scheme = text.contains("://") ? text.indexOf("://") + 3 : 0;
          if (text.indexOf('/', scheme) >= 0 || text.indexOf('?') >= 0) {
            return Optional.empty();
          }
        }
        case Part.EscapedBraces _, Part.EscapedBare _, Part.Unclosed _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> replaced(String url, int from, int to, String name) {
    return Optional.ofNullable(values.get(name))
        .map(value -> url.substring(0, from) + value + url.substring(to));
  }
}
