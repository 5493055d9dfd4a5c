package dev.squall.shell.command;

import dev.squall.httpx.Httpx;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Check;
import dev.squall.scenario.Request;
import dev.squall.secret.Secrets;
import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.probe.Response;
import dev.squall.shell.reply.JsonOutline;
import dev.squall.shell.reply.Selected;
import dev.squall.shell.reply.Suggestions;
import dev.squall.shell.reply.View;
import dev.squall.shell.session.Session;
import dev.squall.stats.Trace.CapturedValue;
import dev.squall.stats.Trace.CheckedValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last answer: looked at, taken apart, held to something. */
final class AnswerCommands {
  private static final List<String> RELATIONS = List.of("==", "!=", "<", ">", "<=", ">=");
  private static final List<Candidate> BEHIND_A_PLACE =
      Stream.of("==", "!=", "<", ">", "<=", ">=", "contains", "matches", "exists", "in")
          .map(relation -> new Candidate(relation, "", "relation"))
          .toList();
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Where something may be looked for in the last answer. */
  static final Completer PLACES =
      (session, _, _) -> session.last().map(tried -> places(tried.response())).orElse(List.of());

  private AnswerCommands() {}

  static List<Command> all() {
    return List.of(last(), headers(), body(), json(), extract(), check(), suggest());
  }

  private static List<Candidate> places(Response response) {
    return Stream.of(
            Stream.of("status", "body").map(word -> new Candidate(word, "", "place")),
            JsonOutline.of(response.body()).entries().stream()
                .map(entry -> new Candidate(entry.path(), entry.sample(), "path")),
            response.headers().stream()
                .map(header ->
                    new Candidate(
                        "header:" + header.name(),
                        Secrets.shown(header.name(), header.value()),
                        "header")))
        .flatMap(all -> all)
        .toList();
  }

  private static Command last() {
    return new Command(
        "last",
        Group.PROBE,
        "%last [--headers] [--full]",
        "The last answer again.",
        "",
        List.of("%last", "%last --headers --full"),
        "last()",
        (session, arguments) ->
            session
                .lastProbe()
                .response()
                .shown(session.view(), arguments.has("--headers"), arguments.has("--full")),
        (_, _, _) ->
            List.of(
                new Candidate("--headers", "with its headers", "option"),
                new Candidate("--full", "with nothing folded", "option")));
  }

  private static Command headers() {
    return new Command(
        "headers",
        Group.PROBE,
        "%headers [NAME]",
        "The headers of the last answer, or one of them.",
        "",
        List.of("%headers", "%headers content-type"),
        "last().headers()",
        (session, arguments) -> {
          var response = session.lastProbe().response();
          if (arguments.isEmpty()) {
            return response.headers().stream()
                .map(header -> header.name() + ": " + shown(session, header.name(), header.value()))
                .collect(Collectors.joining("\n"));
          }
          var name = arguments.need(0, "a header", "%headers content-type");
          return response
              .header(name)
              .map(value -> shown(session, name, value))
              .orElseThrow(() ->
                  arguments.wrong(
                      0, "the answer has no header " + name, "%headers shows all of them"));
        },
        (session, _, _) ->
            session.last().stream()
                .flatMap(tried -> tried.response().headers().stream())
                .map(header -> new Candidate(header.name(), "", "header"))
                .toList());
  }

  private static Command body() {
    return new Command(
        "body",
        Group.PROBE,
        "%body",
        "The body of the last answer with nothing folded.",
        "",
        List.of("%body"),
        "last().body()",
        (session, _) -> session.lastProbe().response().shown(session.view(), false, true),
        Completer.NONE);
  }

  private static Command json() {
    return new Command(
        "json",
        Group.PROBE,
        "%json [PATH]",
        "What a JSONPath selects in the last answer; without one, the paths that there are.",
        "",
        List.of("%json", "%json $.products[*].id"),
        "last().json(\"$.products[*].id\")",
        (session, arguments) -> {
          var response = session.lastProbe().response();
          if (arguments.isEmpty()) {
            return JsonOutline.of(response.body());
          }
          var found = response.json(arguments.rest(0));
          if (found == null) {
            throw arguments.wrong(
                0, "nothing is at " + arguments.rest(0), "%json shows the paths that there are");
          }
          return Selected.of(found, arguments.rest(0), lines(session));
        },
        (session, _, _) ->
            session.last().stream()
                .flatMap(tried -> JsonOutline.of(tried.response().body()).entries().stream())
                .map(entry -> new Candidate(entry.path(), entry.sample(), "path"))
                .toList());
  }

  private static View lines(Session session) {
    var view = session.view();
    return new View(view.columns(), view.rows(), view.colour(), view.reveals(), true, false);
  }

  private static Command extract() {
    return new Command(
        "extract",
        Group.BUILD,
        "%extract NAME PLACE",
        "Keeps a value of the last answer in a variable, and does so in the step that is kept.",
        "PLACE is $.json.path, header:Name, cookie:name, regex:id=(\\d+), xpath://a, status or body.",
        List.of("%extract id $.products[0].id", "%extract where header:Location"),
        "get(\"/products\").extract(\"id\", jsonPath(\"$.products[0].id\"))",
        (session, arguments) -> {
          var name =
              arguments
                  .need(0, "a variable", "%extract id $.products[0].id")
                  .replaceFirst("=$", "");
          arguments.need(
              1, "where to look", "%extract " + name + " $.products[0].id, %suggest proposes some");
          var place = arguments.rest(1).replaceFirst("^=\\s*", "");
          var captures = Httpx.captures("command", name + " = " + place);
          return extracted(session, captures);
        },
        (session, before, begun) ->
            before.isEmpty() ? List.of() : PLACES.candidates(session, before, begun));
  }

  private static String extracted(Session session, List<Capture> captures) {
    var bare = bare(session.lastProbe().request());
    var looked = session.look(with(bare, captures, List.of()));
    session.change(request -> with(without(request, captures), captures, List.of()));
    return looked.captures().stream()
        .map(found -> sentence(session, found))
        .collect(Collectors.joining("\n"));
  }

  private static String sentence(Session session, CapturedValue found) {
    return found
        .value()
        .map(value -> found.variable() + " = \"" + shown(session, found.variable(), value) + "\"")
        .orElse(
            found.variable()
                + " has no value: "
                + found.missing()
                + " ("
                + found.extractor()
                + ")");
  }

  private static Command check() {
    return new Command(
        "check",
        Group.BUILD,
        "%check PLACE RELATION [VALUE]",
        "Holds the last answer to something, and so will the step that is kept.",
        "PLACE as of %extract, or latency; RELATION is ==, !=, <, >, contains, matches, exists and more.",
        List.of("%check status 200", "%check $.products exists", "%check latency < 250ms"),
        "get(\"/products\").check(status().is(200))",
        (session, arguments) -> {
          arguments.need(0, "what to look at", "%check status 200");
          var checks = Httpx.checks("command", relation(arguments));
          var looked = session.look(with(bare(session.lastProbe().request()), List.of(), checks));
          session.change(request -> with(request, List.of(), checks));
          return looked.checks().stream()
              .map(said -> sentence(session, said))
              .collect(Collectors.joining("\n"));
        },
        (session, before, begun) ->
            switch (before.count()) {
              case 0 ->
                  Stream.concat(
                          PLACES.candidates(session, before, begun).stream(),
                          Stream.of(new Candidate("latency", "how long it took", "place")))
                      .toList();
              case 1 -> BEHIND_A_PLACE;
              default -> List.of();
            });
  }

  /**
   * {@code status 200} is as good as {@code status == 200}; a header is written as it is extracted.
   */
  private static String relation(Arguments arguments) {
    var text = arguments.rest(0).replaceFirst("^(header|cookie):", "$1.");
    var second = arguments.word(1).orElse("");
    return arguments.count() == 2 && !RELATIONS.contains(second) && NUMBER.matcher(second).matches()
        ? text.replaceFirst("\\s+", " == ")
        : text;
  }

  private static String sentence(Session session, CheckedValue said) {
    return (said.ok() ? "✓ " : "✗ ")
        + said.check()
        + (said.ok() ? "" : ", it was " + shown(session, said.check(), said.actual()));
  }

  private static Command suggest() {
    return new Command(
        "suggest",
        Group.BUILD,
        "%suggest [NUMBER …]",
        "Proposes extractors and checks for the last answer; a number takes one.",
        "",
        List.of("%suggest", "%suggest 1 4"),
        "suggest()",
        (session, arguments) -> {
          var tried = session.lastProbe();
          var all = Suggestions.of(tried.request(), tried.response().step());
          if (arguments.isEmpty()) {
            return all;
          }
          var taken = new StringBuilder();
          for (int i = 0; i < arguments.count(); i++) {
            int number = arguments.number(i, "%suggest 1");
            int index = i;
            var one =
                all.numbered(number)
                    .orElseThrow(() ->
                        arguments.wrong(
                            index, "there is no suggestion " + number, "%suggest shows them"));
            taken
                .append(taken.isEmpty() ? "" : "\n")
                .append(one.command())
                .append("\n  ")
                .append(session.evaluate(one.command()));
          }
          return taken.toString();
        },
        Completer.NONE);
  }

  /** As it was sent: what is asked of the answer is another thing. */
  private static Request bare(Request request) {
    return new Request(
        request.label(),
        request.method(),
        request.target(),
        request.query(),
        request.headers(),
        request.credentials(),
        request.body(),
        List.of(),
        List.of(),
        request.handling());
  }

  private static Request with(Request request, List<Capture> captures, List<Check> checks) {
    var more = request;
    for (var capture : captures) {
      more = more.extract(capture.variable(), capture.extractor());
    }
    for (var check : checks) {
      more = more.checks().contains(check) ? more : more.check(check);
    }
    return more;
  }

  /** One variable has one place. */
  private static Request without(Request request, List<Capture> captures) {
    var names = captures.stream().map(Capture::variable).toList();
    return new Request(
        request.label(),
        request.method(),
        request.target(),
        request.query(),
        request.headers(),
        request.credentials(),
        request.body(),
        request.checks(),
        request.captures().stream().filter(one -> !names.contains(one.variable())).toList(),
        request.handling());
  }

  private static String shown(Session session, String name, String value) {
    return session.reveals(name) ? value : Secrets.shown(name, value);
  }
}
