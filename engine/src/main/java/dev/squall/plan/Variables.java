package dev.squall.plan;

import dev.squall.problem.Nearest;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Given;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one scenario, or of what a mix performs once, and their places in a user's
 * values. While steps are compiled in their order it follows which of them may have a value.
 */
final class Variables {
  /** Deeper than anybody nests values by hand. */
  private static final int DEEPEST = 100;

  private static final long MOST_HELD = 10_000;

  private final Numbering numbers;
  private final @Nullable Variables outer;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, Given> given = new LinkedHashMap<>();
  private final Set<String> items = new HashSet<>();

  /** The loops around the step that is being compiled: an item and the fields of it in use. */
  private final Map<String, Map<String, Integer>> open = new HashMap<>();

  private Set<String> available = new HashSet<>();
  private boolean hasUnknownColumns;

  /**
   * Declares what these steps extract, set and loop over.
   *
   * @param outer what a mix extracted before; its variables are known here too
   */
  Variables(Numbering numbers, @Nullable Variables outer, List<Given> variables, List<Step> steps) {
    this.numbers = numbers;
    this.outer = outer;
    variables.forEach(variable -> given.put(variable.name(), variable));
    declare(steps);
  }

  private void declare(List<Step> steps) {
    for (var step : steps) {
      switch (step) {
        case Request request -> {
          for (Capture capture : request.captures()) {
            declare(capture.variable());
          }
        }
        case Step.Code(_, var names, _) -> names.forEach(this::declare);
        case Step.ForEach(var item, _, var inner) -> {
          declare(item);
          items.add(item);
          declare(inner);
        }
        case Step.Group(_, var inner) -> declare(inner);
        case Step.Repeat(_, var inner) -> declare(inner);
        case Step.When(_, var inner, var otherwise) -> {
          declare(inner);
          declare(otherwise);
        }
        case Step.Choose(var ways) -> ways.forEach(way -> declare(way.steps()));
        case Step.Parallel(var branches) -> declare(branches);
        case Step.Optionally(var inner) -> declare(inner);
        case Step.Pause(_) -> {}
        case Step.Leave(_) -> {}
      }
    }
  }

  /**
   * Makes a name known, and gives its slot; it has a value only when it becomes {@link
   * #available(String)}.
   */
  int declare(String name) {
    return slots.computeIfAbsent(name, numbers::slot);
  }

  /** Rows could not be read: what nobody knows may be a column of theirs. */
  void haveUnknownColumns() {
    hasUnknownColumns = true;
  }

  boolean isKnown(String name) {
    return slots.containsKey(name)
        || given.containsKey(name)
        || BuiltInVariable.named(name).isPresent()
        || (outer != null && outer.isKnown(name));
  }

  /** Whether it is one of these variables themselves. */
  boolean isOwn(String name) {
    return slots.containsKey(name) || given.containsKey(name);
  }

  /** The variable of this name, where its value was given and no step sets it. */
  Optional<Given> given(String name) {
    if (slots.containsKey(name)) {
      return Optional.empty();
    }
    var own = given.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.given(name);
  }

  /** The slot of a variable, or of a field of a loop's item. */
  Optional<Integer> slot(String name) {
    var own = slots.get(name);
    if (own != null) {
      return Optional.of(own);
    }
    var fields = fieldsOf(name);
    if (fields != null) {
      return Optional.of(
          fields.computeIfAbsent(name.substring(name.indexOf('.') + 1), _ -> numbers.slot(name)));
    }
    return outer == null ? Optional.empty() : outer.slot(name);
  }

  /** The fields of the open loop that a name such as {@code post.id} speaks of. */
  private @Nullable Map<String, Integer> fieldsOf(String name) {
    int dot = name.indexOf('.');
    return dot < 1 || dot == name.length() - 1 ? null : open.get(name.substring(0, dot));
  }

  /** Every name and its slot, those of the mix included. */
  Map<String, Integer> all() {
    var all = new LinkedHashMap<String, Integer>();
    if (outer != null) {
      all.putAll(outer.all());
    }
    all.putAll(slots);
    return all;
  }

  /** From here on, in the order of the scenario, the variable may have a value. */
  void available(String name) {
    available.add(name);
  }

  /** From here on it has none. */
  void unavailable(String name) {
    available.remove(name);
  }

  /** What may have a value now. */
  Set<String> available() {
    return Set.copyOf(available);
  }

  /** As if only these had been extracted so far. */
  void availableAre(Set<String> names) {
    available = new HashSet<>(names);
  }

  /** The steps of a loop begin: its item has a value. */
  void beginLoop(String item) {
    open.put(item, new LinkedHashMap<>());
    available.add(item);
  }

  /** The steps of a loop end; which fields of its item they use, and the slots of these. */
  Map<String, Integer> endLoop(String item) {
    available.remove(item);
    var fields = open.remove(item);
    return fields == null ? Map.of() : fields;
  }

  /** Why a hole of this name cannot be filled here. */
  Optional<Problem> problemOf(String name, Position position) {
    if (name.isEmpty()) {
      return Optional.of(
          new Problem(position, "a ${} names no variable", "write $${} for the text itself"));
    }
    var function = BuiltInFunction.parse(name);
    if (function.isPresent()) {
      return function.get() instanceof BuiltInFunction.Wrong(var what, var hint)
          ? Optional.of(new Problem(position, what, hint))
          : Optional.empty();
    }
    if (fieldsOf(name) != null) {
      return Optional.empty();
    }
    if (!isKnown(name)) {
      var whole = name.substring(0, Math.max(0, name.indexOf('.')));
      if (hasUnknownColumns && !items.contains(whole)) {
        declare(name);
        available.add(name);
        return Optional.empty();
      }
      return Optional.of(
          items.contains(whole)
              ? outsideOfLoop(whole, position)
              : new Problem(position, "no step extracts a variable " + name, hintFor(name)));
    }
    var value = given(name);
    if (value.isPresent()) {
      return problemOf(value.get(), position);
    }
    if (slots.containsKey(name) && !available.contains(name)) {
      return Optional.of(
          items.contains(name)
              ? outsideOfLoop(name, position)
              : new Problem(
                  position,
                  "the variable " + name + " is used before any step extracts it",
                  "variables start fresh with each iteration: extract it in an earlier step"));
    }
    return slots.containsKey(name) || outer == null
        ? Optional.empty()
        : outer.problemOf(name, position);
  }

  /** Of one that cannot be made from the others. */
  private Optional<Problem> problemOf(Given variable, Position position) {
    var way = circle(variable, new LinkedHashSet<>(), new HashSet<>());
    if (!way.isEmpty()) {
      boolean itself = way.getFirst().equals(variable.name());
      return Optional.of(
          new Problem(
              position,
              "the variable "
                  + variable.name()
                  + (itself ? " holds itself: " : " holds another that holds itself: ")
                  + String.join(" in ", way.reversed()),
              "give one of them a value without the others"));
    }
    return held(variable, 0, new HashMap<>()) < MOST_HELD
        ? Optional.empty()
        : Optional.of(
            new Problem(
                position,
                "the variable " + variable.name() + " holds too many others",
                "at most " + DEEPEST + " in each other and " + MOST_HELD + " in all"));
  }

  /**
   * From one that comes twice back to itself; nothing where none does.
   *
   * @param safe those that are known not to, so that each is looked at once
   */
  private List<String> circle(Given from, SequencedSet<String> way, Set<String> safe) {
    if (safe.contains(from.name()) || way.size() > DEEPEST) {
      return List.of();
    }
    if (!way.add(from.name())) {
      var all = new ArrayList<>(way);
      var round = new ArrayList<>(all.subList(all.indexOf(from.name()), all.size()));
      round.add(from.name());
      return round;
    }
    for (var name : namesIn(from.value())) {
      var found = given(name).map(next -> circle(next, way, safe)).orElse(List.of());
      if (!found.isEmpty()) {
        return found;
      }
    }
    way.remove(from.name());
    safe.add(from.name());
    return List.of();
  }

  /** How many others stand in its value, those in theirs included; {@link #MOST_HELD} at most. */
  private long held(Given variable, int depth, Map<String, Long> known) {
    if (depth > DEEPEST) {
      return MOST_HELD;
    }
    var before = known.get(variable.name());
    if (before != null) {
      return before;
    }
    long held = 0;
    for (var name : namesIn(variable.value())) {
      held += given(name).map(next -> 1 + held(next, depth + 1, known)).orElse(0L);
      held = Math.min(held, MOST_HELD);
    }
    known.put(variable.name(), held);
    return held;
  }

  private static Problem outsideOfLoop(String item, Position position) {
    return new Problem(
        position,
        item + " is the item of a loop and is used outside of it",
        "use it in the steps of forEach(\"" + item + "\", …)");
  }

  /** What is wrong with the given ones themselves. */
  static void checkGiven(
      List<Given> variables, Variables known, String here, Consumer<Problem> problems) {
    var names = new HashSet<String>();
    for (var variable : variables) {
      var name = variable.name();
      var position = Position.in(here);
      VariableNames.problemOf(name, position).ifPresent(problems);
      if (!names.add(name)) {
        problems.accept(
            new Problem(
                position, "the variable " + name + " is given twice", "leave one of them out"));
      }
      if (known.slots.containsKey(name)) {
        problems.accept(
            new Problem(
                position,
                "the variable " + name + " is given, and set by a step too",
                "extract into another name"));
      }
    }
  }

  /** What a person who wrote an unknown name should look at. */
  private String hintFor(String unknown) {
    var known =
        Stream.of(
                all().keySet().stream(),
                givenNames(),
                Stream.of(BuiltInVariable.values()).map(BuiltInVariable::word))
            .flatMap(names -> names)
            .toList();
    return Nearest.to(unknown, known)
        .map(name -> "did you mean ${" + name + "}?")
        .orElseGet(() ->
            "extract it in an earlier step, or write $${" + unknown + "} for the text itself");
  }

  private Stream<String> givenNames() {
    return Stream.concat(
        given.keySet().stream(), outer == null ? Stream.empty() : outer.givenNames());
  }

  /** The names that a template really uses, in order, those in given values included. */
  List<String> usedIn(Template template) {
    var used = new LinkedHashSet<>(namesIn(template));
    var open = new ArrayDeque<>(used);
    while (!open.isEmpty()) {
      given(open.remove())
          .ifPresent(
              variable -> namesIn(variable.value()).stream().filter(used::add).forEach(open::add));
    }
    return List.copyOf(used);
  }

  private List<String> namesIn(Template template) {
    var used = new ArrayList<String>();
    for (var part : template.parts()) {
      switch (part) {
        case Template.Part.Braced(var name, _) -> used.add(name);
        case Template.Part.Bare(var name, _) -> {
          if (isKnown(name)) {
            used.add(name);
          }
        }
        case Template.Part.Literal(_) -> {}
        case Template.Part.EscapedBraces(_) -> {}
        case Template.Part.EscapedBare(_) -> {}
        case Template.Part.Unclosed(_) -> {}
      }
    }
    return used;
  }
}
