package dev.squall.shell.exports;

import java.util.ArrayList;
import java.util.List;

/** The environment's names for secrets: one for each value. */
final class SecretNames {
  private final List<Secret> secrets = new ArrayList<>();

  /** What stands in a template for a value that goes under this name. */
  String reference(String name, String place, String value) {
    var wanted = Names.environment(name);
    for (int number = 1; ; number++) {
      var variable = number == 1 ? wanted : wanted + "_" + number;
      var taken = secrets.stream().filter(secret -> secret.variable().equals(variable)).findFirst();
      if (taken.isEmpty()) {
        secrets.add(new Secret(variable, place + ", " + name, value));
      }
      if (taken.isEmpty() || taken.get().value().equals(value)) {
        return "${env." + variable + "}";
      }
    }
  }

  List<Secret> all() {
    return List.copyOf(secrets);
  }
}
