package dev.squall.shell.imports;

import java.util.HashSet;
import java.util.Set;

/** Names of steps, each given once: steps of one name would share a row of the results. */
final class StepNames {
  private final Set<String> taken = new HashSet<>();

  /**
   * The name itself, else with what it stands in, else with a number.
   *
   * @param inside what it stands in, such as a folder; may be empty
   * @param otherwise what it is called where nothing of the name can be shown
   */
  String unique(String name, String inside, String otherwise) {
    var shown = Shown.name(name);
    var plain = shown.isEmpty() ? Shown.name(otherwise) : shown;
    if (taken.add(plain)) {
      return plain;
    }
    var longer = inside.isEmpty() ? plain : Shown.name(inside) + " / " + plain;
    int number = 2;
    var unique = longer;
    while (!taken.add(unique)) {
      unique = longer + " " + number++;
    }
    return unique;
  }
}
