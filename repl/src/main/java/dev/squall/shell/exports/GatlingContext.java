package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.quoted;

import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parts of a simulation share. A text of Gatling's is in its expression language, so that
 * all that varies is an attribute of the session: what a request draws is set before it.
 */
final class GatlingContext {
  final Scenario scenario;
  final Notes notes;
  final Templates templates;

  /** What the session holds from its start: an attribute, and Java that makes it. */
  final Map<String, String> attributes = new TreeMap<>();

  private final Map<String, String> draws = new LinkedHashMap<>();
  private final Set<String> texts;
  private int drawn;

  GatlingContext(Scenario scenario, Notes notes) {
    this.scenario = scenario;
    this.notes = notes;
    templates = new Templates(scenario);
    texts = texts(scenario);
  }

  /** Variables that hold texts for sure. */
  private static Set<String> texts(Scenario scenario) {
    var texts = new TreeSet<String>();
    var others = new TreeSet<String>();
    Stream.of(scenario.setup(), scenario.steps(), scenario.teardown())
        .flatMap(Steps::all)
        .flatMap(
            step -> step instanceof Request request ? request.captures().stream() : Stream.of())
        .forEach(capture -> {
          boolean isText =
              switch (capture.extractor()) {
                case Extractor.Status _, Extractor.Elapsed _ -> false;
                case Extractor.JsonPath(var path) ->
                    JsonRoute.of(path).filter(JsonRoute::selectsSeveral).isEmpty();
                case Extractor.Header _,
                    Extractor.Regex _,
                    Extractor.XPath _,
                    Extractor.Cookie _,
                    Extractor.BodyText _ ->
                    true;
              };
          (isText ? texts : others).add(capture.variable());
        });
    texts.removeAll(others);
    texts.removeAll(lists(scenario));
    return texts;
  }

  static Set<String> lists(Scenario scenario) {
    return Stream.of(scenario.setup(), scenario.steps(), scenario.teardown())
        .flatMap(Steps::all)
        .flatMap(
            step -> step instanceof Step.ForEach(_, var list, _) ? Stream.of(list) : Stream.empty())
        .collect(Collectors.toSet());
  }

  String untold(String place, String what, String hint) {
    return notes.add(place, what, hint);
  }

  /** A text in the expression language. */
  Code text(Template template) {
    return JavaLiterals.text(expression(templates.pieces(template)));
  }

  Code body(Template template, boolean isJson) {
    var pieces = templates.pieces(template);
    return JavaLiterals.body(isJson ? json(pieces) : expression(pieces));
  }

  String expression(List<Piece> pieces) {
    return pieces.stream().map(this::hole).collect(Collectors.joining());
  }

  /** A variable that is a whole JSON string is written by Gatling, quotes and all. */
  private String json(List<Piece> pieces) {
    var text = new StringBuilder();
    boolean closes = false;
    for (int i = 0; i < pieces.size(); i++) {
      var hole = hole(pieces.get(i));
      if (closes) {
        hole = hole.substring(1);
      }
      closes = false;
      if (isText(pieces.get(i))
          && text.length() > 0
          && text.charAt(text.length() - 1) == '"'
          && K6Context.endsInString(text.toString(), false)
          && i + 1 < pieces.size()
          && pieces.get(i + 1) instanceof Piece.Text(var next)
          && next.startsWith("\"")) {
        text.setLength(text.length() - 1);
        hole = hole.replace("}", ".jsonStringify()}");
        closes = true;
      }
      text.append(hole);
    }
    return text.toString();
  }

  private boolean isText(Piece piece) {
    return piece instanceof Piece.Environment
        || (piece instanceof Piece.Variable(var name) && texts.contains(name));
  }

  static String literal(String text) {
    return text.replace("#{", "##{");
  }

  private String hole(Piece piece) {
    return switch (piece) {
      case Piece.Text(var text) -> literal(text);
      case Piece.Variable(var name) -> "#{" + name + "}";
      case Piece.Environment(var name) -> attribute(name, "System.getenv(" + quoted(name) + ")");
      case Piece.Random(var least, var most, var decimals) ->
          decimals == 0 && most.abs().longValue() < Integer.MAX_VALUE
              ? "#{randomInt(" + least.toPlainString() + "," + (most.longValue() + 1) + ")}"
              : draw(drawing(piece));
      case Piece.Pick _ -> draw(drawing(piece));
      case Piece.Made(var maker) ->
          switch (maker) {
            case UUID -> "#{randomUuid()}";
            case MILLIS -> "#{currentTimeMillis()}";
            // Each user of Gatling's performs one iteration.
            case ITERATION -> "1";
            case USER -> attribute("VU", "session.userId()");
            case COUNTER -> attribute("COUNTER", "COUNTER.getAndIncrement()");
            case TIME -> draw(drawing(piece));
          };
    };
  }

  private String attribute(String name, String java) {
    attributes.put(name, java);
    return "#{" + name + "}";
  }

  private String draw(String java) {
    var name = "draw" + ++drawn;
    draws.put(name, java);
    return "#{" + name + "}";
  }

  private static String drawing(Piece piece) {
    return switch (piece) {
      case Piece.Pick(var values) ->
          "List.of("
              + values.stream().map(JavaLiterals::quoted).collect(Collectors.joining(", "))
              + ").get(ThreadLocalRandom.current().nextInt("
              + values.size()
              + "))";
      case Piece.Random(var least, var most, var decimals) ->
          "BigDecimal.valueOf(ThreadLocalRandom.current().nextLong("
              + least.movePointRight(decimals).longValue()
              + "L, "
              + (most.movePointRight(decimals).longValue() + 1)
              + "L), "
              + decimals
              + ").toPlainString()";
      case Piece.Made _ -> "Instant.now().toString()";
      case Piece.Text _, Piece.Variable _, Piece.Environment _ ->
          throw new IllegalStateException("nothing is drawn");
    };
  }

  /** What sets the draws of what was written since the last time; nothing where there are none. */
  Optional<Code> draws() {
    if (draws.isEmpty()) {
      return Optional.empty();
    }
    var set = setting(draws);
    draws.clear();
    return Optional.of(call("exec", set));
  }

  static Code setting(Map<String, String> values) {
    Code session = Code.word("session -> session");
    for (var value : values.entrySet()) {
      session = session.dot("set", Code.word(quoted(value.getKey())), Code.word(value.getValue()));
    }
    return session;
  }

  /** A text as Java over a session; nothing where a variable is a field of an item. */
  Optional<String> java(Template template) {
    var parts = new ArrayList<String>();
    for (var piece : templates.pieces(template)) {
      switch (piece) {
        case Piece.Text(var text) -> parts.add(quoted(text));
        case Piece.Environment(var name) -> parts.add("System.getenv(" + quoted(name) + ")");
        case Piece.Pick _, Piece.Random _ -> parts.add(drawing(piece));
        case Piece.Variable(var name) -> {
          if (name.indexOf('.') > 0) {
            return Optional.empty();
          }
          parts.add("session.getString(" + quoted(name) + ")");
        }
        case Piece.Made(var maker) ->
            parts.add(
                switch (maker) {
                  case UUID -> "UUID.randomUUID()";
                  case MILLIS -> "System.currentTimeMillis()";
                  case ITERATION -> "1";
                  case USER -> "session.userId()";
                  case COUNTER -> {
                    attributes.put("COUNTER", "COUNTER.getAndIncrement()");
                    yield "session.getString(\"COUNTER\")";
                  }
                  case TIME -> "Instant.now()";
                });
      }
    }
    return Optional.of(
        parts.isEmpty()
            ? "\"\""
            : parts.size() == 1 && parts.getFirst().startsWith("\"")
                ? parts.getFirst()
                : "\"\" + " + String.join(" + ", parts));
  }

  /** The variables in a text. */
  List<String> variables(Template template) {
    return templates.pieces(template).stream()
        .flatMap(
            piece -> piece instanceof Piece.Variable(var name) ? Stream.of(name) : Stream.empty())
        .toList();
  }
}
