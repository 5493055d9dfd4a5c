package dev.squall.shop.behaviour;

import dev.squall.shop.json.Fields;
import dev.squall.shop.json.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Behaviour as JSON: {@code {"latency": "fixed:20ms", "workers": 8, "routes": {"POST /checkout":
 * {"errors": "2%"}, "GET /cart": null}}}. What is absent stays as it is; a route's {@code null}
 * takes its own faults away. A {@code freeze} happens once and is no part of a behaviour.
 */
public final class BehaviourJson {

  private static final String ROUTES = "routes";
  private static final String FREEZE = "freeze";

  private BehaviourJson() {}

  /**
   * What the fields want changed, and nothing where they are wrong: that is noted with them.
   *
   * @param known the routes that exist
   */
  public static UnaryOperator<Behaviour> change(Fields fields, Set<String> known) {
    fields.allowOnly(names(ROUTES, FREEZE));
    if (fields.has(ROUTES)) {
      var routes = fields.object(ROUTES);
      for (var name : routes.names()) {
        if (!known.contains(name)) {
          routes.refuse(
              name, "there is no such route; the nearest are " + RouteNames.nearest(name, known));
        }
      }
    }
    return change(fields);
  }

  /** How long the fields want the shop frozen; what is wrong is noted with them. */
  public static Optional<Duration> freeze(Fields fields) {
    return fields
        .optionalText(FREEZE)
        .flatMap(text -> {
          try {
            return Optional.of(Conduct.requireFreeze(TimeWords.parse(text)));
          } catch (IllegalArgumentException e) {
            fields.refuse(FREEZE, String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        });
  }

  /** What {@link #change} reads back, to be written as JSON. */
  public static Map<String, Object> print(Behaviour behaviour) {
    var all = print(behaviour.everywhere());
    var routes = new LinkedHashMap<String, Object>();
    behaviour.routes().forEach((name, faults) -> routes.put(name, print(faults)));
    all.put(ROUTES, routes);
    return all;
  }

  static Behaviour read(Path file) throws IOException {
    var text = Files.readAllBytes(file);
    Fields fields;
    try {
      fields = Fields.of(text);
    } catch (Refusal noJson) {
      throw new IllegalArgumentException(file + ": " + noJson.detail(), noJson);
    }
    if (fields.has(FREEZE)) {
      fields.refuse(FREEZE, "it happens once, to a running shop, and is no part of a behaviour");
    }
    fields.allowOnly(names(ROUTES));
    var change = change(fields);
    var wrong = fields.wrongIn(text);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(file + ": " + String.join("\n" + file + ": ", wrong));
    }
    return change.apply(Behaviour.GOOD);
  }

  private static UnaryOperator<Behaviour> change(Fields fields) {
    var everywhere = faults(fields);
    UnaryOperator<Behaviour> all =
        behaviour -> behaviour.everywhere(everywhere.apply(behaviour.everywhere()));
    if (!fields.has(ROUTES)) {
      return all;
    }
    var routes = fields.object(ROUTES);
    for (var name : routes.names()) {
      all = then(all, route(name, routes));
    }
    return all;
  }

  private static UnaryOperator<Behaviour> route(String name, Fields routes) {
    if (routes.isNull(name)) {
      return behaviour -> behaviour.without(name);
    }
    var fields = routes.object(name);
    fields.allowOnly(names());
    var change = faults(fields);
    return behaviour -> behaviour.on(name, change);
  }

  private static UnaryOperator<Faults> faults(Fields fields) {
    UnaryOperator<Faults> all = faults -> faults;
    for (var fault : Fault.values()) {
      if (fields.has(fault.word())) {
        var text =
            fault == Fault.WORKERS
                ? Integer.toString(fields.integer(fault.word()))
                : fields.text(fault.word());
        try {
          all = then(all, fault.read(text));
        } catch (IllegalArgumentException e) {
          fields.refuse(fault.word(), String.valueOf(e.getMessage()));
        }
      }
    }
    return all;
  }

  private static Map<String, Object> print(Faults faults) {
    var all = new LinkedHashMap<String, Object>();
    for (var fault : Fault.values()) {
      all.put(fault.word(), fault == Fault.WORKERS ? faults.workers() : fault.text(faults));
    }
    return all;
  }

  private static Set<String> names(String... more) {
    var names = new HashSet<>(Arrays.asList(more));
    for (var fault : Fault.values()) {
      names.add(fault.word());
    }
    return names;
  }

  private static <T> UnaryOperator<T> then(UnaryOperator<T> first, UnaryOperator<T> second) {
    return value -> second.apply(first.apply(value));
  }
}
