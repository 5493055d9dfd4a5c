package dev.squall.shell.exports;

import dev.squall.data.Dataset;
import dev.squall.problem.Position;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Given;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Steps;
import dev.squall.scenario.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Templates to pieces, with the variables that a scenario knows. A variable of a given value is
 * that value.
 */
final class Templates {
  private static final Pattern CALL =
      Pattern.compile("(?:__)?(random|pick)\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern ENVIRONMENT = Pattern.compile("(?:__)?env\\.(.*)", Pattern.DOTALL);
  private static final Map<String, Piece.Maker> MAKERS =
      Map.of(
          "VU", Piece.Maker.USER,
          "ITER", Piece.Maker.ITERATION,
          "COUNTER", Piece.Maker.COUNTER,
          "UUID", Piece.Maker.UUID,
          "timestamp", Piece.Maker.MILLIS,
          "TIME", Piece.Maker.TIME);

  private final Map<String, Template> given = new HashMap<>();
  private final Set<String> own = new HashSet<>();

  /** Given values that are being read: one that holds itself has no end. */
  private final Set<String> open = new HashSet<>();

  Templates(Scenario scenario) {
    for (Given variable : scenario.variables()) {
      given.put(variable.name(), variable.value());
    }
    Stream.of(scenario.setup(), scenario.steps(), scenario.teardown())
        .flatMap(Steps::all)
        .forEach(this::declare);
    int ordinal = 0;
    for (var feed : scenario.feeds()) {
      // A file that is not there has columns that nobody knows: only ${…} speaks of them.
      try (var rows = Dataset.open(feed, ordinal++, Position.in("data"), _ -> {}).orElse(null)) {
        if (rows != null) {
          own.addAll(rows.columns());
        }
      }
    }
    own.forEach(given::remove);
  }

  private void declare(Step step) {
    switch (step) {
      case Request request -> request.captures().stream().map(Capture::variable).forEach(own::add);
      case Step.ForEach(var item, _, _) -> own.add(item);
      case Step.Code code -> own.addAll(code.variables());
      case Step.Pause _,
          Step.Group _,
          Step.Repeat _,
          Step.When _,
          Step.Choose _,
          Step.Parallel _,
          Step.Optionally _,
          Step.Leave _ -> {}
    }
  }

  /** Whether {@code $name} is a variable and no text. */
  boolean isKnown(String name) {
    return own.contains(name) || given.containsKey(name) || maker(name).isPresent();
  }

  /** Neighbouring texts are one. */
  List<Piece> pieces(Template template) {
    var pieces = new ArrayList<Piece>();
    add(template, pieces);
    return List.copyOf(pieces);
  }

  /** The text of a template without holes. */
  Optional<String> plain(Template template) {
    var pieces = pieces(template);
    if (pieces.isEmpty()) {
      return Optional.of("");
    }
    return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private void add(Template template, List<Piece> to) {
    for (var part : template.parts()) {
      switch (part) {
        case Template.Part.Literal(var text) -> text(text, to);
        case Template.Part.Braced(var name, _) -> hole(name, to);
        case Template.Part.Bare(var name, _) -> {
          if (isKnown(name)) {
            hole(name, to);
          } else {
            text("$" + name, to);
          }
        }
        case Template.Part.EscapedBraces(var braces) -> text(braces, to);
        case Template.Part.EscapedBare(var name) -> text((isKnown(name) ? "$" : "$$") + name, to);
        case Template.Part.Unclosed(var offset) -> text(template.text().substring(offset), to);
      }
    }
  }

  private static void text(String text, List<Piece> to) {
    if (!to.isEmpty() && to.getLast() instanceof Piece.Text(var before)) {
      to.set(to.size() - 1, new Piece.Text(before + text));
    } else {
      to.add(new Piece.Text(text));
    }
  }

  private void hole(String name, List<Piece> to) {
    var value = given.get(name);
    if (value != null && open.add(name)) {
      add(value, to);
      open.remove(name);
      return;
    }
    to.add(
        call(name)
            .or(() -> own.contains(name) ? Optional.empty() : maker(name).map(Piece.Made::new))
            .orElseGet(() -> new Piece.Variable(name)));
  }

  private static Optional<Piece.Maker> maker(String name) {
    return Optional.ofNullable(MAKERS.get(name.startsWith("__") ? name.substring(2) : name));
  }

  private static Optional<Piece> call(String text) {
    var environment = ENVIRONMENT.matcher(text);
    if (environment.matches()) {
      return Optional.of(new Piece.Environment(environment.group(1)));
    }
    var call = CALL.matcher(text);
    if (!call.matches()) {
      return Optional.empty();
    }
    var arguments = Stream.of(call.group(2).split(",", -1)).map(String::strip).toList();
    return call.group(1).equals("pick")
        ? Optional.of(new Piece.Pick(arguments))
        : random(arguments);
  }

  private static Optional<Piece> random(List<String> ends) {
    try {
      var least = new BigDecimal(ends.getFirst());
      var most = new BigDecimal(ends.getLast());
      int decimals = Math.max(0, Math.max(least.scale(), most.scale()));
      return Optional.of(new Piece.Random(least, most, decimals));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
