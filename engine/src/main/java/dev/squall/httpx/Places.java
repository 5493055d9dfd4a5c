package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file that stands which the plan of a run finds wrong. A plan knows steps and their
 * parts by name; from there the very words are looked for in the text.
 */
final class Places {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{[^}]*}|[\\p{L}_][\\p{L}\\d_]*)");

  private static final Pattern LOOP = Pattern.compile(", for each ([^,]+)");

  private final String source;
  private final String text;
  private final Document document;

  Places(String source, String text, Document document) {
    this.source = source;
    this.text = text;
    this.document = document;
  }

  /**
   * A problem of a request, or of what else several scenarios share, is told once.
   *
   * @param offset in the text; null where nothing in it is meant
   * @param shared whether other scenarios have it too
   */
  private record Found(@Nullable Integer offset, boolean shared, Problem problem) {
    /** The same wherever it was found. */
    private record Key(@Nullable Integer offset, String what, String hint) {}

    Key key() {
      return new Key(offset, problem.what(), problem.hint());
    }
  }

  /** What was found wrong with each entry, by its name, with its place and told once. */
  List<Problem> placed(Map<String, List<Problem>> found, int entries) {
    var byKey = new LinkedHashMap<Found.Key, List<String>>();
    var shared = new LinkedHashMap<Found.Key, Found>();
    found.forEach((entry, problems) ->
        problems.forEach(problem -> {
          var one = found(entry, FileAdvice.WORDS.of(problem));
          shared.putIfAbsent(one.key(), one);
          var names = byKey.computeIfAbsent(one.key(), _ -> new ArrayList<>());
          if (!names.contains(entry)) {
            names.add(entry);
          }
        }));
    var all = new Problems(source, text);
    byKey.forEach((key, names) -> {
      var one = shared.get(key);
      if (one == null || key.offset() == null) {
        all.addAll(one == null ? List.of() : List.of(one.problem));
      } else {
        boolean some = one.shared && names.size() < entries;
        all.add(key.offset(), key.what() + (some ? among(names) : ""), key.hint());
      }
    });
    return all.all();
  }

  private static String among(List<String> names) {
    return names.stream().map(Words::name).collect(Collectors.joining(", ", " (in ", ")"));
  }

  private Found found(String entry, Problem problem) {
    var path = path(problem.position());
    var request = longest(RequestBlock.class, RequestMeaning::row, ", step ", path);
    if (request.isPresent()) {
      return new Found(within(request.get().at(), problem), true, problem);
    }
    for (var item : document.items()) {
      if (item instanceof Data data && isOf(data, path)) {
        return new Found(data.at().from(), true, problem);
      }
      if (item instanceof Var given && path.equals("variable " + given.name())) {
        return new Found(within(given.at(), problem), true, problem);
      }
    }
    return new Found(
        block(entry, path).map(span -> within(span, problem)).orElse(null), false, problem);
  }

  private static String path(Position position) {
    return switch (position) {
      case Position.InText(var of, _, _, _) -> of;
      case Position.InFile(var of, _, _) -> of;
      case Position.InObject(var of) -> of;
    };
  }

  private <T extends Item> Optional<T> longest(
      Class<T> kind, Function<T, String> name, String before, String path) {
    return document.items().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(item -> isIn(path, before + name.apply(item)))
        .max(Comparator.comparingInt(item -> name.apply(item).length()));
  }

  /** Whether a name stands there as a whole. */
  private static boolean isIn(String path, String words) {
    int at = path.indexOf(words);
    int end = at + words.length();
    return at >= 0 && (end == path.length() || path.startsWith(",", end));
  }

  private static boolean isOf(Data data, String path) {
    return path.contains(", feed ")
        && switch (data.rows()) {
          case Data.Rows.File file -> path.contains("(\"" + file.path() + "\")");
          case Data.Rows.Values _ -> path.contains("values(" + data.name() + ":");
        };
  }

  /** The scenario or mix that is meant, or its load. */
  private Optional<Span> block(String entry, String path) {
    if (!path.equals("load") && !path.startsWith("scenario ") && !path.startsWith("mix ")) {
      return Optional.empty(); // of options, which are said elsewhere
    }
    var scenario = longest(ScenarioBlock.class, ScenarioBlock::name, "scenario ", path);
    if (scenario.isPresent()) {
      return Optional.of(scenario.get().at());
    }
    return document.items().stream()
        .flatMap(item ->
            switch (item) {
              case ScenarioBlock own when own.name().equals(entry) ->
                  Stream.of(path.equals("load") ? load(own.parts(), own.at()) : own.at());
              case MixBlock own when own.name().equals(entry) ->
                  Stream.of(path.equals("load") ? load(own.parts(), own.at()) : own.at());
              default -> Stream.<Span>empty();
            })
        .findFirst();
  }

  private static Span load(Block<?> parts, Span whole) {
    return parts.items().stream()
        .filter(LoadNode.class::isInstance)
        .map(node -> ((LoadNode) node).at())
        .findFirst()
        .orElse(whole);
  }

  /** The words that are meant, else the beginning. */
  private int within(Span span, Problem problem) {
    if (!(problem.position() instanceof Position.InText(_, _, var column, var line))) {
      return loop(span, path(problem.position())).orElse(span.from());
    }
    int at =
        line.offsetByCodePoints(0, Math.min(column - 1, line.codePointCount(0, line.length())));
    int whole = find(line, span);
    if (whole >= 0) {
      return whole + at;
    }
    var variable = VARIABLE.matcher(line).region(at, line.length());
    if (!variable.lookingAt()) {
      return span.from();
    }
    int own = find(variable.group(), span);
    return own >= 0
        ? own
        : document.items().stream()
            .filter(Var.class::isInstance)
            .map(item -> find(variable.group(), item.at()))
            .filter(found -> found >= 0)
            .findFirst()
            .orElse(span.from());
  }

  private Optional<Integer> loop(Span span, String path) {
    var name = LOOP.matcher(path);
    if (!name.find()) {
      return Optional.empty();
    }
    var foreach =
        Pattern.compile("\\bforeach\\s+" + Pattern.quote(name.group(1)) + "\\b")
            .matcher(text)
            .region(span.from(), span.to());
    return foreach.find() ? Optional.of(foreach.start()) : Optional.empty();
  }

  private int find(String words, Span span) {
    int at = words.isBlank() ? -1 : text.indexOf(words, span.from());
    return at >= 0 && at + words.length() <= span.to() ? at : -1;
  }
}
