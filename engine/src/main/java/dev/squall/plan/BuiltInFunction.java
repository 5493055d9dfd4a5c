package dev.squall.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may stand in a hole besides a name: {@code random(a,b)}, {@code pick(a,b,…)}, {@code
 * env.NAME}.
 */
sealed interface BuiltInFunction {

  /**
   * A number drawn evenly, both ends included, with as many decimals as the more exact end.
   *
   * @param least the least, in units of the last decimal
   * @param most the most, in units of the last decimal
   */
  record Random(long least, long most, int decimals) implements BuiltInFunction {}

  /** One of these, drawn evenly. */
  record Pick(List<String> values) implements BuiltInFunction {}

  /** What the environment of this process says. */
  record Environment(String name, String value) implements BuiltInFunction {}

  /** It looks like one of them and is none. */
  record Wrong(String what, String hint) implements BuiltInFunction {}

  Pattern CALL = Pattern.compile("(?:__)?(random|pick)\\s*\\((.*)\\)", Pattern.DOTALL);
  Pattern ENVIRONMENT = Pattern.compile("(?:__)?env\\.(.*)", Pattern.DOTALL);

  /** More decimals than a long has room for make no sense. */
  int MOST_DECIMALS = 9;

  /** The function that a hole's text calls; nothing where it is a plain name. */
  static Optional<BuiltInFunction> parse(String text) {
    var call = CALL.matcher(text);
    if (call.matches()) {
      return Optional.of(
          call.group(1).equals("pick") ? pick(call.group(2)) : random(text, call.group(2)));
    }
    var environment = ENVIRONMENT.matcher(text);
    return environment.matches()
        ? Optional.of(environment(environment.group(1)))
        : Optional.empty();
  }

  private static BuiltInFunction pick(String arguments) {
    var values = Stream.of(arguments.split(",", -1)).map(String::strip).toList();
    return arguments.isBlank()
        ? new Wrong("pick() has nothing to pick from", "${pick(red, green, blue)}")
        : new Pick(values);
  }

  private static BuiltInFunction random(String text, String arguments) {
    var ends = new ArrayList<BigDecimal>();
    for (var argument : arguments.split(",", -1)) {
      Numbers.parse(argument.strip()).ifPresent(ends::add);
    }
    if (ends.size() != 2 || arguments.split(",", -1).length != 2) {
      return new Wrong(text + " does not say from where to where", "${random(1, 100)}");
    }
    int decimals = Math.max(0, Math.max(ends.getFirst().scale(), ends.getLast().scale()));
    var least = ends.getFirst().movePointRight(decimals);
    var most = ends.getLast().movePointRight(decimals);
    if (decimals > MOST_DECIMALS || least.abs().max(most.abs()).precision() > 18) {
      return new Wrong(text + " asks for more digits than can be drawn", "${random(1, 1000000)}");
    }
    return least.compareTo(most) > 0
        ? new Wrong(text + " ends before it begins", "the smaller number comes first")
        : new Random(least.longValue(), most.longValue(), decimals);
  }

  private static BuiltInFunction environment(String name) {
    var value = System.getenv(name);
    return value == null
        ? new Wrong(
            "the environment has no " + (name.isEmpty() ? "variable without a name" : name),
            "before it starts, say: export " + (name.isEmpty() ? "NAME" : name) + "=…")
        : new Environment(name, value);
  }
}
