package dev.squall.shell.exports;

import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import dev.squall.scenario.Template;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts of a k6 module share: what they import, open and need. */
final class K6Context {
  final Scenario scenario;
  final Notes notes;
  final Templates templates;
  final Set<K6Function> helpers = EnumSet.noneOf(K6Function.class);
  final Set<String> imports = new TreeSet<>();
  final Set<String> core = new TreeSet<>();
  final Map<String, String> files = new LinkedHashMap<>();
  private final Set<String> items;
  private boolean usesBase;

  K6Context(Scenario scenario, Notes notes) {
    this.scenario = scenario;
    this.notes = notes;
    templates = new Templates(scenario);
    items =
        Stream.of(scenario.setup(), scenario.steps(), scenario.teardown())
            .flatMap(Steps::all)
            .flatMap(step ->
                step instanceof Step.ForEach(var item, _, _) ? Stream.of(item) : Stream.empty())
            .collect(Collectors.toSet());
  }

  /** A call of a function that is written only where it is used. */
  String call(K6Function helper, String arguments) {
    helpers.add(helper);
    switch (helper) {
      case DEMAND -> {
        core.add("check");
        imports.add("import { Rate } from 'k6/metrics';");
      }
      case ATTEMPTS -> core.add("sleep");
      case TAKE, SAME, HAS, NUMBER, FIELD, IN_JSON -> helpers.add(K6Function.TEXT);
      case JSON, MATCH, TEXT, UUID, RANDOM, PICK, CHOOSE, NORMAL, CSV, SHUFFLED -> {}
    }
    return helper.word() + "(" + arguments + ")";
  }

  /** The constant of the base URL. */
  String base() {
    usesBase = true;
    return "BASE";
  }

  boolean usesBase() {
    return usesBase;
  }

  /** The constant that holds a file, which k6 opens before it runs. */
  String file(String path, boolean binary) {
    var opened = "open(" + Js.text(path) + (binary ? ", 'b')" : ")");
    return files.computeIfAbsent(opened, _ -> "file" + (files.size() + 1));
  }

  /** How holes go in. */
  enum Escape {
    NONE,
    URL,
    JSON
  }

  /** A text with its variables: in plain quotes where it has none. */
  String text(Template template, Escape escape) {
    return text(templates.pieces(template), escape);
  }

  String text(List<Piece> pieces, Escape escape) {
    if (pieces.isEmpty()) {
      return "''";
    }
    if (pieces.size() == 1 && pieces.getFirst() instanceof Piece.Text(var only)) {
      return only.indexOf('\n') >= 0 ? "`" + Js.literal(only) + "`" : Js.text(only);
    }
    if (pieces.size() == 1 && escape == Escape.NONE) {
      return value(pieces.getFirst());
    }
    var text = new StringBuilder("`");
    boolean inString = false;
    for (var piece : pieces) {
      if (piece instanceof Piece.Text(var literal)) {
        text.append(Js.literal(literal));
        inString = endsInString(literal, inString);
      } else {
        text.append("${").append(escaped(piece, escape, inString)).append('}');
      }
    }
    return text.append('`').toString();
  }

  private String escaped(Piece piece, Escape escape, boolean inString) {
    var value = value(piece);
    if (piece instanceof Piece.Made || piece instanceof Piece.Random) {
      return value;
    }
    return switch (escape) {
      case NONE -> value;
      case URL -> "encodeURIComponent(" + value + ")";
      case JSON -> inString ? call(K6Function.IN_JSON, value) : value;
    };
  }

  static boolean endsInString(String json, boolean inString) {
    boolean inside = inString;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inside && c == '\\') {
        i++;
      } else if (c == '"') {
        inside = !inside;
      }
    }
    return inside;
  }

  /** A hole as an expression. */
  String value(Piece piece) {
    return switch (piece) {
      case Piece.Text(var text) -> Js.text(text);
      case Piece.Variable(var name) -> variable(name);
      case Piece.Environment(var name) -> Js.member("__ENV", name);
      case Piece.Random(var least, var most, var decimals) ->
          call(
              K6Function.RANDOM,
              least.toPlainString() + ", " + most.toPlainString() + ", " + decimals);
      case Piece.Pick(var values) -> call(K6Function.PICK, Js.list(values));
      case Piece.Made(var maker) ->
          switch (maker) {
            case USER -> "__VU";
            case ITERATION -> "(__ITER + 1)";
            case COUNTER -> execution("scenario.iterationInTest");
            case UUID -> call(K6Function.UUID, "");
            case MILLIS -> "Date.now()";
            case TIME -> "new Date().toISOString()";
          };
    };
  }

  /** What k6 knows of the run. */
  String execution(String member) {
    imports.add("import exec from 'k6/execution';");
    return "exec." + member;
  }

  /** A variable of the user, or a field of an item. */
  String variable(String name) {
    int dot = name.indexOf('.');
    if (dot > 0 && items.contains(name.substring(0, dot))) {
      var fields = List.of(name.substring(dot + 1).split("\\.", -1));
      return call(
          K6Function.FIELD, Js.member("v", name.substring(0, dot)) + ", " + Js.list(fields));
    }
    return Js.member("v", name);
  }
}
