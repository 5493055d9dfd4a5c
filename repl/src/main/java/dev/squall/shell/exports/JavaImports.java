package dev.squall.shell.exports;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The types that an expression of Java names. */
final class JavaImports {
  private static final Pattern TYPE = Pattern.compile("(?:new )?([A-Z][A-Za-z]*)\\b.*");

  private static final Map<String, List<String>> TYPES =
      Map.of(
          "dev.squall.goal",
          List.of("Comparison", "Goal", "Metric"),
          "dev.squall.load",
          List.of(
              "ClosedLoad",
              "DailyTraffic",
              "Iterations",
              "Load",
              "OpenLoad",
              "Profile",
              "Spike",
              "Stage"),
          "dev.squall.scenario",
          List.of(
              "Body",
              "Capture",
              "Check",
              "Credentials",
              "Expectation",
              "Extractor",
              "Feed",
              "Given",
              "Handling",
              "Header",
              "Premise",
              "Request",
              "Retry",
              "Scenario",
              "Step",
              "Template",
              "ThinkTime"),
          "java.math",
          List.of("BigDecimal", "BigInteger"),
          "java.time",
          List.of("Duration"),
          "java.util",
          List.of("List", "Map", "Optional", "OptionalDouble", "OptionalInt"));

  private JavaImports() {}

  /** Whether it is the simple name of one. */
  static boolean isType(String name) {
    return TYPES.values().stream().anyMatch(types -> types.contains(name));
  }

  /** Their full names. */
  static SortedSet<String> of(List<Code> codes) {
    var names = new TreeSet<String>();
    codes.forEach(code -> add(code, names));
    return names;
  }

  private static void add(Code code, SortedSet<String> to) {
    switch (code) {
      case Code.Word(var text) -> type(text, to);
      case Code.Block _ -> {}
      case Code.Call(var of, var name, var arguments) -> {
        of.ifPresent(inner -> add(inner, to));
        type(name, to);
        arguments.forEach(argument -> add(argument, to));
      }
    }
  }

  private static void type(String text, SortedSet<String> to) {
    var type = TYPE.matcher(text);
    if (type.matches()) {
      TYPES.forEach((room, types) -> {
        if (types.contains(type.group(1))) {
          to.add(room + "." + type.group(1));
        }
      });
    }
  }
}
