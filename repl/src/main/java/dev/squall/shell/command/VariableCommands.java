package dev.squall.shell.command;

import dev.squall.run.KeptCookie;
import dev.squall.secret.Secrets;
import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the user who probes knows. */
final class VariableCommands {
  /** Variables that have a value. */
  static final Completer VARIABLES =
      (session, _, _) ->
          session.user().variables().keySet().stream()
              .map(name -> new Candidate(name, session.vars().shown(name), "variable"))
              .toList();

  private VariableCommands() {}

  static List<Command> all() {
    return List.of(vars(), set(), env(), cookies(), reveal());
  }

  private static Command vars() {
    return new Command(
        "vars",
        Group.BUILD,
        "%vars",
        "Every variable with its value, its type, and the step and extractor that it is from.",
        "",
        List.of("%vars"),
        "vars()",
        (session, arguments) -> {
          arguments.most(0, "%vars");
          return session.vars();
        },
        Completer.NONE);
  }

  private static Command set() {
    return new Command(
        "set",
        Group.BUILD,
        "%set NAME VALUE",
        "Gives a variable a value; without one, takes it away.",
        "",
        List.of("%set id prod-2", "%set id"),
        "vars().set(\"id\", \"prod-2\")",
        (session, arguments) -> {
          var name = arguments.need(0, "a variable", "%set id prod-2");
          int equals = name.indexOf('=');
          if (equals > 0) {
            return set(session, name.substring(0, equals), name.substring(equals + 1));
          }
          if (arguments.count() == 1) {
            session.user().unset(name);
            return name + " has no value any more";
          }
          var value = arguments.count() == 2 ? arguments.word(1).orElse("") : arguments.rest(1);
          return set(session, name, value.equals("=") ? arguments.word(2).orElse("") : value);
        },
        (session, before, begun) ->
            before.isEmpty() ? VARIABLES.candidates(session, before, begun) : List.of());
  }

  private static String set(Session session, String name, String value) {
    session.vars().set(name, value);
    return name + " = \"" + session.vars().shown(name) + "\"";
  }

  private static Command env() {
    return new Command(
        "env",
        Group.BUILD,
        "%env [FILE]",
        "Takes variables from a file of NAME=value lines; BASE is what paths stand on.",
        "Without a file: which variables of the environment saved files ask for, and whether they are there.",
        List.of("%env", "%env staging.env"),
        "",
        (session, arguments) -> arguments.isEmpty() ? asked(session) : take(session, arguments),
        FileCommands.FILES);
  }

  private static String asked(Session session) {
    var names = session.secrets().names();
    return names.isEmpty()
        ? "nothing that was saved asks for a variable of the environment"
        : names.stream()
            .map(name ->
                name
                    + (session.places().environment().apply(name).isPresent()
                        ? "  is set"
                        : "  is not set: export " + name + "=…"))
            .collect(Collectors.joining("\n"));
  }

  private static String take(Session session, Arguments arguments) throws IOException {
    var file = session.places().file(arguments.rest(0));
    if (!Files.isRegularFile(file)) {
      throw arguments.wrong(
          0,
          "there is no file " + arguments.rest(0),
          "NAME=value lines, such as BASE=http://localhost:8089");
    }
    int count = 0;
    for (var line : Files.readAllLines(file)) {
      var text = line.strip().replaceFirst("^export\\s+", "");
      int equals = text.indexOf('=');
      if (equals <= 0 || text.startsWith("#")) {
        continue;
      }
      var name = text.substring(0, equals).strip();
      var value = text.substring(equals + 1).strip().replaceAll("^(['\"])(.*)\\1$", "$2");
      if (name.toUpperCase(Locale.ROOT).equals("BASE")) {
        session.base(value);
      } else {
        session.vars().set(name, value);
      }
      count++;
    }
    return count + (count == 1 ? " value" : " values") + " of " + arguments.rest(0);
  }

  private static Command cookies() {
    return new Command(
        "cookies",
        Group.BUILD,
        "%cookies [clear]",
        "The cookies of the user, or without any.",
        "",
        List.of("%cookies", "%cookies clear"),
        "cookies()",
        (session, arguments) -> {
          if (arguments.word(0).filter("clear"::equals).isPresent()) {
            session.user().clearCookies();
            return "no cookies any more";
          }
          arguments.most(0, "%cookies, %cookies clear");
          var all = session.user().cookies();
          return all.isEmpty()
              ? "no cookies"
              : all.stream().map(cookie -> line(session, cookie)).collect(Collectors.joining("\n"));
        },
        (_, _, _) -> List.of(new Candidate("clear", "forget all of them", "word")));
  }

  private static String line(Session session, KeptCookie cookie) {
    return cookie.name()
        + "="
        + (session.reveals(cookie.name()) ? cookie.value() : "…")
        + "  "
        + cookie.domain()
        + cookie.path()
        + (cookie.secure() ? "  secure" : "")
        + (cookie.httpOnly() ? "  http only" : "")
        + cookie.expires().map(end -> "  until " + end).orElse("");
  }

  private static Command reveal() {
    return new Command(
        "reveal",
        Group.BUILD,
        "%reveal NAME",
        "Shows one secret: a variable, a header of the last answer, or a cookie.",
        "",
        List.of("%reveal token"),
        "reveal(\"token\")",
        (session, arguments) -> {
          var name = arguments.need(0, "a name", "%reveal token");
          arguments.most(1, "%reveal token");
          return session
              .reveal(name)
              .orElseThrow(() ->
                  arguments.wrong(
                      0,
                      "nothing is called " + name,
                      "%vars, %headers and %cookies show the names"));
        },
        (session, _, _) ->
            session.user().variables().keySet().stream()
                .filter(Secrets::isSecret)
                .map(name -> new Candidate(name, "", "variable"))
                .toList());
  }
}
