package dev.squall.shell.docs;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to know about: a word, or the text by which JShell names a method.
 *
 * @param room the package, empty if none is said
 * @param owner a type's name with its enclosing types, without package; empty if none is said
 * @param types of the parameters, simple; empty where no parentheses tell
 */
record Asked(String room, String owner, String name, Optional<List<String>> types) {

  /**
   * Understands {@code perSecond}, {@code Users.during}, {@code dev.squall.load.Users}, and what
   * JShell prints: {@code ClosedLoad Users(int count).during(java.time.Duration time)}, {@code
   * Users dev.squall.Squall.users(int count)}.
   */
  static Asked of(String text) {
    var line = text.strip().replaceFirst("\\)\\s+throws\\s.*$", ")");
    if (!line.endsWith(")")) {
      return named(line, Optional.empty());
    }
    int open = opening(line);
    if (open < 0) {
      return named(line, Optional.empty());
    }
    var parameters =
        Signatures.parts(line.substring(open + 1, line.length() - 1)).stream()
            .map(Asked::typeOf)
            .toList();
    return named(line.substring(0, open), Optional.of(parameters));
  }

  /** The parenthesis that the last one closes; −1 if there is none. */
  private static int opening(String line) {
    int depth = 0;
    for (int i = line.length() - 1; i >= 0; i--) {
      depth += line.charAt(i) == ')' ? 1 : line.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Asked named(String declared, Optional<List<String>> types) {
    var path = lastWord(declared).replaceAll("[<(].*[>)]", "");
    var plain = Signatures.plain(path);
    var room = path.substring(0, Math.max(0, path.length() - plain.length() - 1));
    int dot = plain.lastIndexOf('.');
    return new Asked(room, plain.substring(0, Math.max(0, dot)), plain.substring(dot + 1), types);
  }

  /** What stands behind the last space that is in no brackets: the rest is the type. */
  private static String lastWord(String declared) {
    int depth = 0;
    for (int i = declared.length() - 1; i >= 0; i--) {
      char c = declared.charAt(i);
      depth += c == ')' || c == '>' ? 1 : c == '(' || c == '<' ? -1 : 0;
      if (c == ' ' && depth == 0) {
        return declared.substring(i + 1);
      }
    }
    return declared;
  }

  /** A parameter's type: its name may stand behind it, and an array may have dots. */
  private static String typeOf(String parameter) {
    var plain = Signatures.plain(parameter);
    var word = lastWord(plain);
    var type =
        word.length() < plain.length() ? plain.substring(0, plain.length() - word.length()) : plain;
    return Signatures.simple(type.strip());
  }
}
