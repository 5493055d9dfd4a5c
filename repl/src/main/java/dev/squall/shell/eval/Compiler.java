package dev.squall.shell.eval;

import dev.squall.problem.Nearest;
import java.util.Set;
import java.util.regex.Pattern;

/** What the compiler says, in a line. */
final class Compiler {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(?:variable|method|class)\\s+([\\w$]+)");

  private Compiler() {}

  /** Without the wrapper's name, in which every snippet lies. */
  static String what(String message) {
    var symbol = SYMBOL.matcher(message);
    if (symbol.find()) {
      return "nothing is called " + symbol.group(1);
    }
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("location: class"))
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }

  /** The name that was probably meant. */
  static String hint(String message, Set<String> names) {
    var symbol = SYMBOL.matcher(message);
    return symbol.find()
        ? Nearest.to(symbol.group(1), names).map(name -> "did you mean " + name + "?").orElse("")
        : "";
  }
}
