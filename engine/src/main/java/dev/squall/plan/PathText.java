package dev.squall.plan;

import com.jayway.jsonpath.InvalidPathException;
import dev.squall.plan.JsonQuery.Compiled;
import dev.squall.plan.JsonQuery.Missing;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the text of a JSONPath: which way answers it, and what is wrong with it. */
final class PathText {

  /** What certainly means the same to us and to json-path; all else is left to json-path. */
  private static final Pattern STEP =
      Pattern.compile(
          """
          \\.(?<name>[\\p{L}\\p{Nd}_-]+)\
          |\\[(?<index>[0-9]{1,9})]\
          |\\['(?<single>[^'\\\\]*)']\
          |\\["(?<double>[^"\\\\]*)"]\
          """);

  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern KEEPS_ALL = Pattern.compile("\\*|\\.\\.|\\?|\\[[^]]*:");
  private static final Pattern FUNCTION = Pattern.compile("\\.(\\w+)\\(");
  private static final Pattern DEEP = Pattern.compile("\\.\\.(?:\\*|\\[[-*\\d:,\\s]+])(?=.)");
  private static final Pattern STEPPED = Pattern.compile("\\[[-\\d\\s]*:[-\\d\\s]*:");
  private static final Pattern MIXED =
      Pattern.compile("\\[\\s*(?:\\d+\\s*:\\s*-|-\\d+\\s*:\\s*\\d)");
  private static final Pattern PLACE = Pattern.compile("(?:position|index):? (\\d+)");

  private static final Set<String> FUNCTIONS =
      new TreeSet<>(
          Set.of(
              "append", "avg", "concat", "first", "index", "keys", "last", "length", "max", "min",
              "size", "stddev", "sum"));

  private PathText() {}

  static Compiled compile(String path) {
    var trimmed = path.strip();
    int start = path.indexOf(trimmed);
    if (!trimmed.startsWith("$")) {
      return new Compiled.Refused(
          "a JSONPath begins with $",
          start,
          trimmed.isEmpty()
              ? "for example $.items[0].id"
              : "$." + trimmed.replaceFirst("^@?\\.?", ""));
    }
    var streamed = definite(trimmed);
    if (streamed.isPresent()) {
      return new Compiled.Ready(streamed.get());
    }
    var bare = blankQuotes(trimmed);
    var misread = misread(bare);
    if (misread.isPresent()) {
      var fault = misread.get();
      return new Compiled.Refused(fault.what(), start + fault.offset(), fault.hint());
    }
    try {
      return new Compiled.Ready(new TreeQuery(trimmed, KEEPS_ALL.matcher(bare).find()));
    } catch (InvalidPathException e) {
      return refused(trimmed, bare, start, e);
    }
  }

  /** What json-path 3.0 takes without a word and answers with something else than what it says. */
  private static Optional<Compiled.Refused> misread(String bare) {
    var function = FUNCTION.matcher(bare);
    while (!bare.contains("?") && function.find()) {
      if (!FUNCTIONS.contains(function.group(1))) {
        return Optional.of(
            new Compiled.Refused(
                "there is no function %s()".formatted(function.group(1)),
                function.start(1),
                "functions are " + String.join(", ", FUNCTIONS)));
      }
    }
    return fault(
            DEEP, bare, "after ..[ ] no further step is reliable", "for example $..items[*].id")
        .or(() -> fault(STEPPED, bare, "a slice has no step", "for example [1:3]"))
        .or(() ->
            fault(MIXED, bare, "a slice counts from one end", "for example [1:], [:-1] or [-3:-1]"))
        .or(() -> unbalanced(bare));
  }

  private static Optional<Compiled.Refused> fault(
      Pattern pattern, String bare, String what, String hint) {
    var found = pattern.matcher(bare);
    return found.find()
        ? Optional.of(new Compiled.Refused(what, found.start(), hint))
        : Optional.empty();
  }

  private static Optional<Compiled.Refused> unbalanced(String bare) {
    // A pattern may hold any brackets.
    if (bare.contains("=~")) {
      return Optional.empty();
    }
    int open = 0;
    for (int i = 0; i < bare.length(); i++) {
      open += bare.charAt(i) == '[' ? 1 : bare.charAt(i) == ']' ? -1 : 0;
      if (open < 0) {
        return Optional.of(
            new Compiled.Refused(
                "this ] closes nothing", i, "quote it if it is in a name: ['a]']"));
      }
    }
    int last = bare.lastIndexOf('[');
    return open == 0
        ? Optional.empty()
        : Optional.of(
            new Compiled.Refused("this [ is not closed", last, "for example [0] or ['a']"));
  }

  /** Whether the path calls a function; a filter with brackets before a dot may pass for one. */
  static boolean callsFunction(String path) {
    return FUNCTION.matcher(blankQuotes(path)).find();
  }

  private static Optional<StreamedQuery> definite(String path) {
    var steps = new ArrayList<StreamedQuery.Step>();
    var matcher = STEP.matcher(path);
    int at = 1;
    while (at < path.length()) {
      if (!matcher.region(at, path.length()).lookingAt()) {
        return Optional.empty();
      }
      at = matcher.end();
      var missing = new Missing("there is nothing at " + path.substring(0, at));
      var index = matcher.group("index");
      if (index != null) {
        steps.add(new StreamedQuery.Index(Integer.parseInt(index), missing));
      } else {
        var name = matcher.group("name");
        var single = matcher.group("single");
        var key = name != null ? name : single != null ? single : matcher.group("double");
        steps.add(new StreamedQuery.Key(key, missing));
      }
    }
    return Optional.of(new StreamedQuery(steps));
  }

  /** The path with every quoted part blanked, at the same length, so that offsets stay. */
  private static String blankQuotes(String path) {
    return QUOTED
        .matcher(path)
        .replaceAll(quoted -> "'" + "_".repeat(quoted.group().length() - 2) + "'");
  }

  private static Compiled.Refused refused(
      String path, String bare, int start, InvalidPathException fault) {
    var message = String.valueOf(fault.getMessage());
    var place = PLACE.matcher(message);
    int offset = place.find() ? Math.min(Integer.parseInt(place.group(1)), path.length() - 1) : 0;
    int blank = bare.indexOf(' ');
    int filter = bare.indexOf("[?");
    if (path.endsWith(".")) {
      return new Compiled.Refused(
          "a JSONPath does not end with a dot",
          start + path.length() - 1,
          path.replaceFirst("\\.+$", ""));
    }
    if (filter >= 0 && !bare.startsWith("(", filter + 2)) {
      return new Compiled.Refused(
          "a filter needs brackets", start + filter + 2, "for example [?(@.price < 10)]");
    }
    if (blank >= 0 && filter < 0) {
      return new Compiled.Refused(
          "a blank in a name needs quotes", start + blank, "for example $['my name']");
    }
    return new Compiled.Refused(
        "not a JSONPath: " + message, start + offset, "for example $.items[0].id");
  }
}
