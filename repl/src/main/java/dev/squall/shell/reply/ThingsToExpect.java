package dev.squall.shell.reply;

import dev.squall.scenario.Check;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.secret.Secrets;
import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.Suggestion.ToCheck;
import dev.squall.stats.Trace.TracedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an answer shows that every answer to the request should. */
final class ThingsToExpect {
  private static final String INTEGER = "^-?\\d+$";
  private static final String NUMBER = "^-?\\d[\\d.eE+-]*$";
  private static final Pattern TITLE = Pattern.compile("(?i)<title>([^<]{1,80})</title>");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+}");

  /** What a template cannot take for a variable. */
  private static final Pattern PLAIN_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");

  private static final int MOST_FIELDS = 4;

  /** Under load an answer takes longer than alone; a check of it is for what has gone wrong. */
  private static final int ROOM = 10;

  private static final long LEAST_MILLIS = 100;

  private final List<ToCheck> checks = new ArrayList<>();

  private ThingsToExpect() {}

  static List<ToCheck> of(Request request, TracedStep answer, Optional<Json> body) {
    var things = new ThingsToExpect();
    things.add(new Extractor.Status().is(answer.status()), "as it was");
    var type = Headers.mediaType(answer);
    if (PLAIN_TYPE.matcher(type).matches()) {
      things.add(new Extractor.Header("Content-Type").contains(type), "as it was");
    }
    body.ifPresent(json -> things.json(request, answer, json));
    if (body.isEmpty()) {
      things.page(answer.body());
    }
    things.time(answer.serviceMs());
    Set<Extractor> known =
        request.checks().stream()
            .map(Check::extractor)
            .collect(Collectors.toCollection(HashSet::new));
    return things.checks.stream().filter(one -> known.add(one.check().extractor())).toList();
  }

  private void add(Check check, String reason) {
    checks.add(new ToCheck(check, reason));
  }

  private void json(Request request, TracedStep answer, Json json) {
    switch (json) {
      case Json.Obj object -> {
        var members = JsonPaths.members(object);
        asked(request, answer, members);
        members.entrySet().stream()
            .filter(member -> !(member.getValue() instanceof Json.Null))
            .limit(MOST_FIELDS)
            .forEach(member ->
                field(JsonPaths.member(JsonPaths.ROOT, member.getKey()), member.getValue()));
      }
      case Json.Arr(var items) -> {
        items(JsonPaths.ROOT, items);
        if (!items.isEmpty() && items.getFirst() instanceof Json.Obj first) {
          JsonPaths.members(first).entrySet().stream()
              .filter(member -> !(member.getValue() instanceof Json.Null))
              .limit(2)
              .forEach(
                  member -> field(JsonPaths.member("$[0]", member.getKey()), member.getValue()));
        }
      }
      case Json.Str _, Json.Num _, Json.Truth _, Json.Null _ -> {}
    }
  }

  /** What was asked for by its id is what should have come. */
  private void asked(Request request, TracedStep answer, Map<String, Json> members) {
    var written = lastSegment(request.target().text());
    var sent = lastSegment(target(answer.request()));
    for (var member : members.entrySet()) {
      var text =
          switch (member.getValue()) {
            case Json.Str(var string) -> string;
            case Json.Num(var number) -> number;
            case Json.Obj _, Json.Arr _, Json.Truth _, Json.Null _ -> "";
          };
      boolean isVariable = VARIABLE.matcher(written).matches();
      if (!text.isEmpty()
          && !Secrets.isSecret(member.getKey())
          && text.equals(sent)
          && (isVariable || text.equals(written))) {
        var extractor = new Extractor.JsonPath(JsonPaths.member(JsonPaths.ROOT, member.getKey()));
        add(extractor.is(written), "it is the one that was asked for");
        return;
      }
    }
  }

  /** Of a request line: {@code GET /products/prod-1?a=b HTTP/1.1}. */
  private static String target(String request) {
    int from = request.indexOf(' ') + 1;
    int to = request.indexOf(' ', from);
    return to < 0 ? "" : request.substring(from, to);
  }

  private static String lastSegment(String target) {
    int end = target.indexOf('?');
    var path = end < 0 ? target : target.substring(0, end);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void field(String path, Json json) {
    var extractor = new Extractor.JsonPath(path);
    switch (json) {
      case Json.Obj _ -> add(extractor.exists(), "an object");
      case Json.Arr(var items) -> items(path, items);
      case Json.Str _ -> add(extractor.exists(), "a text");
      case Json.Num(var text) when text.matches(INTEGER) ->
          add(extractor.matches(INTEGER), "a whole number");
      case Json.Num _ -> add(extractor.matches(NUMBER), "a number");
      case Json.Truth _ -> add(extractor.in("true", "false"), "true or false");
      case Json.Null _ -> {}
    }
  }

  private void items(String path, List<Json> items) {
    if (items.isEmpty()) {
      add(new Extractor.JsonPath(path).exists(), "a list, empty this time");
    } else {
      var count = Numbers.count(items.size()) + (items.size() == 1 ? " item" : " items");
      add(new Extractor.JsonPath(JsonPaths.item(path, 0)).exists(), "not empty: " + count);
    }
  }

  private void page(String body) {
    var title = TITLE.matcher(body);
    if (title.find() && title.group().indexOf('$') < 0) {
      add(new Extractor.BodyText().contains(title.group()), "the page's title");
    }
  }

  private void time(double millis) {
    if (millis > 0) {
      long bound = bound(millis);
      add(
          new Extractor.Elapsed().isBelow(Duration.ofMillis(bound)),
          "it took " + Numbers.decimal(millis) + " ms");
    }
  }

  /** Ten times as long, up to the next 1, 2 or 5 of a power of ten. */
  static long bound(double millis) {
    double least = Math.max(LEAST_MILLIS, ROOM * millis);
    long power = LEAST_MILLIS;
    while (power * ROOM <= least) {
      power *= ROOM;
    }
    for (long step : new long[] {1, 2, 5}) {
      if (step * power >= least) {
        return step * power;
      }
    }
    return ROOM * power;
  }
}
