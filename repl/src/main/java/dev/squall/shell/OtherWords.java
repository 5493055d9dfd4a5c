package dev.squall.shell;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.shell.eval.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is no Java and was probably meant as something else. */
final class OtherWords {
  private static final Pattern SLASH = Pattern.compile("\\s*/(\\w+).*");
  private static final Pattern METHOD =
      Pattern.compile(
          "(?i)\\s*(get|post|put|patch|delete|head|options)(?:\\s+([^\\s(=;]\\S*).*)?\\s*");

  private OtherWords() {}

  /** The same, with advice where the line looks like another tool's command or half a probe. */
  static List<Problem> told(List<Problem> problems) {
    var first = problems.getFirst();
    var advice =
        first.position() instanceof Position.InText(_, _, _, var line)
            ? advice(line)
            : Optional.<String>empty();
    if (advice.isEmpty()) {
      return problems;
    }
    var told = new ArrayList<>(problems.subList(0, 1));
    told.set(0, new Problem(first.position(), first.what(), advice.get()));
    return told;
  }

  /** {@code GET products} declares a variable of a type GET. */
  static Optional<String> of(Outcome.Defined defined) {
    return defined.missing().stream()
        .filter(missing -> METHOD.matcher(missing.replaceFirst("^class ", "")).matches())
        .findFirst()
        .map(missing ->
            "if a probe was meant: " + missing.replaceFirst("^class ", "") + " /" + defined.name());
  }

  private static Optional<String> advice(String line) {
    var slash = SLASH.matcher(line);
    if (slash.matches()) {
      return Optional.of("commands begin with %: %" + slash.group(1) + "? %help lists them all");
    }
    var method = METHOD.matcher(line);
    return method.matches()
        ? Optional.of("a probe is a method in capitals and a path or URL: GET /products")
        : Optional.empty();
  }
}
