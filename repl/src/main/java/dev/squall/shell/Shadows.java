package dev.squall.shell;

import dev.squall.Squall;
import dev.squall.analysis.Analysis;
import dev.squall.shell.eval.Outcome;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A method of the person's own hides every imported word of its name. */
final class Shadows {
  /** The class that a word belongs to. */
  private final Map<String, String> words =
      Stream.of(Squall.class, Analysis.class, Words.class)
          .flatMap(type -> Arrays.stream(type.getMethods()).map(word -> Map.entry(word, type)))
          .filter(entry -> isWord(entry.getKey()))
          .collect(
              Collectors.toMap(
                  entry -> entry.getKey().getName(),
                  entry -> entry.getValue().getSimpleName(),
                  (first, _) -> first));

  private static boolean isWord(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  /** What is said of a declaration that hides a word. */
  Optional<String> of(Outcome.Defined defined) {
    if (!defined.kind().equals("method")) {
      return Optional.empty();
    }
    var name = defined.name().substring(0, defined.name().indexOf('('));
    return Optional.ofNullable(words.get(name))
        .map(type ->
            "warning: "
                + defined.name()
                + " hides every "
                + name
                + "(…) of "
                + type
                + " from now on; %drop "
                + name
                + " brings them back, and "
                + type
                + "."
                + name
                + "(…) works meanwhile");
  }
}
