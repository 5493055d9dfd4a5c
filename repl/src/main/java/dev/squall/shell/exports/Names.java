package dev.squall.shell.exports;

import dev.squall.Squall;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Names of people's own as names that languages take. */
final class Names {
  private static final Set<String> OWN =
      Set.of("load", "main", "java", "io", "Squall", "Simulation");

  /** A method of one's own would hide Squall's of that name. */
  private static final Set<String> WORDS =
      Stream.of(Squall.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

  private Names() {}

  /** As a class is called: {@code ShoppingRealTime}. */
  static String type(String name, String otherwise) {
    var joined = new StringBuilder();
    for (var word : words(name)) {
      joined.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return isTaken(joined.toString()) ? otherwise : joined.toString();
  }

  /** As a variable is called: {@code shoppingRealTime}. */
  static String variable(String name, String otherwise) {
    var type = type(name, otherwise);
    var variable = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    return isTaken(variable) ? otherwise : variable;
  }

  /** As the environment calls it: {@code SQUALL_API_KEY}. */
  static String environment(String name) {
    var words = words(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2"));
    return "SQUALL_"
        + (words.isEmpty() ? "SECRET" : String.join("_", words).toUpperCase(Locale.ROOT));
  }

  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    for (var word : name.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Besides what no language takes: what a text of ours needs itself. */
  private static boolean isTaken(String name) {
    return !SourceVersion.isName(name)
        || OWN.contains(name)
        || WORDS.contains(name)
        || JavaImports.isType(name)
        || isOfTheLanguage(name);
  }

  private static boolean isOfTheLanguage(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError _) {
      return false;
    }
  }
}
