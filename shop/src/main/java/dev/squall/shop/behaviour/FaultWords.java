package dev.squall.shop.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Faults in one line, as they are written at a prompt or behind a flag: {@code latency=fixed:20ms
 * errors=2%}, or for one route {@code POST /checkout: latency=fixed:2s}. {@code POST /checkout:
 * null} takes the route's own faults away.
 */
final class FaultWords {

  private static final String NOTHING_OF_ITS_OWN = "null";
  private static final String WORKERS_AS_EVER = "workers=0";

  private FaultWords() {}

  /**
   * What the line changes.
   *
   * @throws IllegalArgumentException naming everything that is wrong with it
   */
  static UnaryOperator<Behaviour> parse(String line) {
    var colon = line.indexOf(':');
    // A colon behind the first '=' belongs to a value.
    if (colon < 0 || line.lastIndexOf('=', colon) >= 0) {
      var change = changes(line);
      return behaviour -> behaviour.everywhere(change.apply(behaviour.everywhere()));
    }
    var route = line.substring(0, colon).strip();
    var words = line.substring(colon + 1).strip();
    if (words.equals(NOTHING_OF_ITS_OWN)) {
      return behaviour -> behaviour.without(route);
    }
    var change = changes(words);
    return behaviour -> behaviour.on(route, change);
  }

  /** The lines that make this behaviour of a good one. */
  static List<String> print(Behaviour behaviour) {
    var lines = new ArrayList<String>();
    var everywhere = behaviour.everywhere();
    if (!everywhere.equals(Faults.NONE)) {
      lines.add(differences(everywhere, Faults.NONE));
    }
    var others = everywhere.workers(0);
    behaviour
        .routes()
        .forEach((route, faults) -> {
          var words = differences(faults, others);
          // Even the same as everywhere are its own: they stay when those everywhere change.
          lines.add(route + ": " + (words.isEmpty() ? WORKERS_AS_EVER : words));
        });
    return lines;
  }

  private static String differences(Faults faults, Faults others) {
    return Arrays.stream(Fault.values())
        .filter(fault -> !fault.text(faults).equals(fault.text(others)))
        .map(fault -> fault.word() + "=" + fault.text(faults))
        .collect(Collectors.joining(" "));
  }

  private static UnaryOperator<Faults> changes(String words) {
    var wrong = new ArrayList<String>();
    UnaryOperator<Faults> all = faults -> faults;
    for (var word : split(words)) {
      try {
        var before = all;
        var change = change(word);
        all = faults -> change.apply(before.apply(faults));
      } catch (IllegalArgumentException e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    return all;
  }

  private static List<String> split(String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("no fault is given: write " + examples());
    }
    return List.of(words.strip().split("\\s+"));
  }

  private static UnaryOperator<Faults> change(String word) {
    var equals = word.indexOf('=');
    var name = equals < 0 ? word : word.substring(0, equals);
    for (var fault : Fault.values()) {
      if (equals >= 0 && fault.word().equals(name)) {
        return fault.read(word.substring(equals + 1));
      }
    }
    throw new IllegalArgumentException("'%s' is no fault: write %s".formatted(word, examples()));
  }

  private static String examples() {
    return Arrays.stream(Fault.values()).map(Fault::example).collect(Collectors.joining(", "));
  }
}
