package dev.squall.shell.reply;

import dev.squall.plan.BuiltInVariable;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.shell.reply.Suggestion.ToExtract;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of an answer that a later step is likely to need. */
final class ValuesToKeep {
  private static final int DEEPEST = 6;
  private static final int MOST = 200;

  private static final Pattern ID =
      Pattern.compile(
          "_?id|uuid|guid|slug|sku|.+[_-](?:id|uuid|slug)|.+(?:Id|ID|Uuid|Slug)|ID|UUID");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)(?:.*[_-])?(?:token|jwt|csrf|xsrf|session|session[_-]?id|sid|api[_-]?key)"
              + "|[a-z]+(?-i:Token|Key|Csrf)|csrf.*|xsrf.*|__requestverificationtoken");
  private static final Pattern CURSOR =
      Pattern.compile("(?i)next|next[_-]?(?:cursor|page|token|url)|cursor|continuation");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{Nd}_]+");

  private static final Set<String> BUILT_IN =
      Stream.of(BuiltInVariable.values())
          .flatMap(variable -> Stream.of(variable.word(), "__" + variable.word()))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern COOKIE = Pattern.compile("^([^=;\\s]+)=([^;]+)");

  private static final int OF_A_TOKEN = 100;
  private static final int OF_A_FORM = 95;
  private static final int OF_AN_ID = 90;
  private static final int OF_A_PLACE = 70;
  private static final int OF_A_CURSOR = 60;
  private static final int OF_A_COOKIE = 30;
  private static final int A_LEVEL = 4;

  /**
   * @param parent the name of what holds it, for a variable's name of its own
   */
  private record Candidate(
      int rank, String name, String parent, Extractor extractor, String value, String reason) {}

  private final List<Candidate> candidates = new ArrayList<>();

  private ValuesToKeep() {}

  static List<ToExtract> of(Request request, TracedStep answer, Optional<Json> body) {
    var values = new ValuesToKeep();
    body.ifPresent(json -> values.json(JsonPaths.ROOT, "", "", json, 0));
    if (body.isEmpty()) {
      HiddenInputs.of(answer.body())
          .forEach(input ->
              values.add(
                  TOKEN.matcher(input.name()).matches() ? OF_A_FORM : OF_A_CURSOR,
                  input.name(),
                  "",
                  new Extractor.Regex(input.pattern(), 1),
                  input.value(),
                  "a hidden field of the form"));
    }
    Headers.first(answer, "Location")
        .ifPresent(place ->
            values.add(
                OF_A_PLACE,
                "location",
                "",
                new Extractor.Header("Location"),
                place,
                "where to go on: GET ${location}"));
    values.cookies(answer);
    return values.ranked(request);
  }

  private void add(
      int rank, String name, String parent, Extractor extractor, String value, String reason) {
    if (candidates.size() < MOST && !value.isBlank()) {
      candidates.add(new Candidate(rank, name, parent, extractor, value, reason));
    }
  }

  private void json(String path, String name, String parent, Json json, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (json) {
      case Json.Obj object ->
          JsonPaths.members(object)
              .forEach((member, value) ->
                  json(
                      JsonPaths.member(path, member),
                      member,
                      name.isEmpty() ? parent : name,
                      value,
                      depth + 1));
      case Json.Arr(var items) when !items.isEmpty() ->
          json(JsonPaths.item(path, 0), "", name, items.getFirst(), depth + 1);
      case Json.Str(var text) -> leaf(path, name, parent, text, depth);
      case Json.Num(var text) -> leaf(path, name, parent, text, depth);
      case Json.Arr _, Json.Truth _, Json.Null _ -> {}
    }
  }

  private void leaf(String path, String name, String parent, String text, int depth) {
    var extractor = new Extractor.JsonPath(path);
    if (TOKEN.matcher(name).matches()) {
      add(OF_A_TOKEN - A_LEVEL * depth, name, parent, extractor, text, "looks like a token");
    } else if (ID.matcher(name).matches()) {
      var reason = path.contains("[0]") ? "the id of the first one" : "looks like an id";
      // What something is called itself before what it belongs to.
      int own = name.equals("id") ? 1 : 0;
      add(OF_AN_ID + own - A_LEVEL * depth, name, parent, extractor, text, reason);
    } else if (CURSOR.matcher(name).matches()) {
      add(OF_A_CURSOR - A_LEVEL * depth, name, parent, extractor, text, "leads to the next page");
    }
  }

  private void cookies(TracedStep answer) {
    for (var header : answer.headers()) {
      var cookie = COOKIE.matcher(header.value());
      if (header.name().equalsIgnoreCase("Set-Cookie") && cookie.find()) {
        var name = cookie.group(1);
        if (new Masks(false).isSecret(name) || TOKEN.matcher(name).matches()) {
          add(
              OF_A_COOKIE,
              name,
              "",
              new Extractor.Cookie(name),
              cookie.group(2),
              "sent again by itself; a variable only for other places");
        }
      }
    }
  }

  private List<ToExtract> ranked(Request request) {
    var known = request.captures().stream().map(Capture::extractor).collect(Collectors.toSet());
    Set<String> names =
        request.captures().stream()
            .map(Capture::variable)
            .collect(Collectors.toCollection(HashSet::new));
    return candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::rank).reversed())
        .filter(candidate -> known.add(candidate.extractor()))
        .map(candidate -> extract(candidate, names))
        .toList();
  }

  private static ToExtract extract(Candidate candidate, Set<String> names) {
    boolean secret =
        TOKEN.matcher(candidate.name()).matches()
            || candidate.extractor() instanceof Extractor.Cookie;
    var value = secret ? Masks.HIDDEN : new Masks(false).value(candidate.name(), candidate.value());
    return new ToExtract(
        variable(candidate, names), candidate.extractor(), value, candidate.reason());
  }

  /** Its own name, else with what it is the id of, else with a number. */
  private static String variable(Candidate candidate, Set<String> names) {
    var name = named(candidate.name());
    if (names.add(name)) {
      return name;
    }
    var longer = named(singular(candidate.parent()) + "_" + candidate.name());
    if (!candidate.parent().isEmpty() && names.add(longer)) {
      return longer;
    }
    int number = 2;
    while (!names.add(name + number)) {
      number++;
    }
    return name + number;
  }

  private static String named(String text) {
    var name = NOT_IN_NAMES.matcher(text).replaceAll("_");
    boolean begins =
        !name.isEmpty() && (name.charAt(0) == '_' || Character.isLetter(name.charAt(0)));
    return begins ? BUILT_IN.contains(name) ? name + "_seen" : name : "v" + name;
  }

  private static String singular(String plural) {
    return plural.endsWith("ies")
        ? plural.substring(0, plural.length() - 3) + "y"
        : plural.endsWith("s") && !plural.endsWith("ss")
            ? plural.substring(0, plural.length() - 1)
            : plural;
  }
}
