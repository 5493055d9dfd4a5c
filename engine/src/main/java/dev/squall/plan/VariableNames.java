package dev.squall.plan;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a variable may be called. */
public final class VariableNames {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_-]*");

  private VariableNames() {}

  /** Why nothing can be kept under this name. */
  public static Optional<Problem> problemOf(String name, Position position) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of(
          new Problem(
              position,
              "not a name for a variable: \"" + name + "\"",
              "a letter or _, then letters, digits, _ and -"));
    }
    return BuiltInVariable.named(name).isPresent()
        ? Optional.of(
            new Problem(
                position, "the variable " + name + " is built in", "extract into another name"))
        : Optional.empty();
  }
}
