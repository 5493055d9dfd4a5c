package dev.squall.shell.imports;

import dev.squall.plan.BuiltInVariable;
import dev.squall.scenario.Given;
import dev.squall.scenario.Template;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables that a scenario gets with a value, each under a name that one can have. */
final class GivenValues {
  /** What a variable stands as until somebody knows better. */
  static final String PLACEHOLDER = "CHANGE-ME";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> reserved = new HashSet<>();

  /** A name that a variable can have, as near to this one as can be. */
  static String fit(String name) {
    var fit = name.strip().replaceAll("[^\\p{L}\\p{Nd}_-]", "_");
    if (fit.isEmpty() || !(Character.isLetter(fit.charAt(0)) || fit.charAt(0) == '_')) {
      fit = "_" + fit;
    }
    return isBuiltIn(fit) ? fit + "_" : fit;
  }

  private static boolean isBuiltIn(String name) {
    var plain = name.startsWith("__") ? name.substring(2) : name;
    return List.of(BuiltInVariable.values()).stream()
        .anyMatch(variable -> variable.word().equals(plain));
  }

  /**
   * The name of a variable of this value: where another has it already, one with what it stands in.
   *
   * @param inside what it stands in
   * @param value a template
   */
  String declare(String name, String inside, String value) {
    var plain = fit(name);
    if (isFree(plain, value)) {
      values.put(plain, value);
      return plain;
    }
    var longer = inside.isBlank() ? plain : fit(inside + "_" + name);
    int number = 2;
    var unique = longer;
    while (!isFree(unique, value)) {
      unique = longer + "_" + number++;
    }
    values.put(unique, value);
    return unique;
  }

  private boolean isFree(String name, String value) {
    var before = values.get(name);
    return !reserved.contains(name) && (before == null || before.equals(value));
  }

  /** A name for what a step extracts, which no variable with a value may have. */
  String reserve(String name) {
    var plain = fit(name);
    int number = 2;
    var unique = plain;
    while (values.containsKey(unique) || !reserved.add(unique)) {
      unique = plain + "_" + number++;
    }
    return unique;
  }

  List<Given> all() {
    return values.entrySet().stream()
        .map(each -> new Given(each.getKey(), new Template(each.getValue())))
        .toList();
  }

  /** Tells which of them stand as a placeholder. */
  void tell(Findings findings) {
    values.forEach((name, value) -> {
      if (value.equals(PLACEHOLDER)) {
        findings.add(
            "variable " + name,
            "the file gives it no value: it stands as " + PLACEHOLDER,
            "give it one: %set " + name + " …, or variable(\"" + name + "\", \"…\") in Java");
      }
    });
  }
}
