package dev.squall.data;

import java.util.HashMap;
import java.util.List;

/** What names of columns must be, since they are the names of variables. */
final class Columns {
  private Columns() {}

  /** Every name that none can have, is missing, or is there before. */
  static void check(List<String> names, Findings.Place place, Findings findings) {
    if (names.isEmpty()) {
      findings.add(place, "a row without columns", "columns are variables: name at least one");
    }
    var first = new HashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var before = first.putIfAbsent(name, i + 1);
      if (name.isBlank()) {
        findings.add(place, "column " + (i + 1) + " has no name", "columns are variables: name it");
      } else if (before != null) {
        findings.add(
            place,
            "columns " + before + " and " + (i + 1) + " are both called " + name,
            "columns are variables: call each something else");
      } else if (!isName(name)) {
        findings.add(place, "no variable can be called " + name, hint(names));
      }
    }
  }

  private static boolean isName(String name) {
    int first = name.codePointAt(0);
    return name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')
        && (Character.isLetter(first) || first == '_');
  }

  private static String hint(List<String> names) {
    if (names.size() == 1) {
      for (var likely : List.of(";", "\t", "|")) {
        if (names.getFirst().contains(likely)) {
          var shown = likely.equals("\t") ? "\\t" : likely;
          return "if the columns are separated so, say .delimiter('" + shown + "')";
        }
      }
    }
    return "a name has letters, digits, _ and -, and does not begin with a digit";
  }
}
