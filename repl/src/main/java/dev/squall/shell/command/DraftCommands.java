package dev.squall.shell.command;

import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.session.Draft;
import dev.squall.shell.session.Session;
import java.util.List;

/** Steps that are kept. */
final class DraftCommands {
  /** Steps of the draft. */
  static final Completer STEPS =
      (session, _, _) ->
          session.draft().names().stream().map(name -> new Candidate(name, "", "step")).toList();

  private DraftCommands() {}

  static List<Command> all() {
    return List.of(keep(), steps(), drop(), move(), edit());
  }

  private static Command keep() {
    return new Command(
        "keep",
        Group.BUILD,
        "%keep [NAME]",
        "Makes the last probe a step of the draft, with its extractors and checks.",
        "A step of the same name is replaced.",
        List.of("%keep browse"),
        "keep(\"browse\")",
        (session, arguments) -> {
          var before = session.draft().scenario().steps();
          int number = session.keep(arguments.name(0));
          var replaced =
              number <= before.size() && before.get(number - 1) instanceof Request old
                  ? ", in place of " + old.endpoint()
                  : "";
          return session.draft().names().get(number - 1)
              + " kept as step "
              + number
              + " of "
              + session.draft().scenario().name()
              + replaced;
        },
        Completer.NONE);
  }

  private static Command steps() {
    return new Command(
        "steps",
        Group.BUILD,
        "%steps",
        "The steps of the draft, with what each extracts and checks.",
        "",
        List.of("%steps"),
        "draft()",
        (session, arguments) -> {
          arguments.most(0, "%steps");
          return lines(session);
        },
        Completer.NONE);
  }

  private static String lines(Session session) {
    var scenario = session.scenario();
    if (scenario.steps().isEmpty()) {
      return "the draft has no steps yet: GET /products, then %keep browse";
    }
    var text = new StringBuilder(scenario.toString());
    for (int i = 0; i < scenario.steps().size(); i++) {
      text.append("\n%3d  %s".formatted(i + 1, line(scenario.steps().get(i))));
    }
    return text.toString();
  }

  private static String line(Step step) {
    if (!(step instanceof Request request)) {
      return step.toString();
    }
    var text = new StringBuilder(request.name());
    if (!request.name().equals(request.endpoint())) {
      text.append("  ")
          .append(request.method())
          .append(' ')
          .append(dev.squall.secret.Secrets.target(request.target().text()));
    }
    request
        .captures()
        .forEach(one ->
            text.append("\n       ").append(one.variable()).append(" = ").append(one.extractor()));
    request.checks().forEach(one -> text.append("\n       ✓ ").append(one));
    return text.toString();
  }

  private static Command drop() {
    return new Command(
        "drop",
        Group.BUILD,
        "%drop STEP|NAME",
        "Takes a step out of the draft, by name or number; or a declaration out of Java.",
        "",
        List.of("%drop browse", "%drop 2"),
        "",
        (session, arguments) -> {
          var word = arguments.need(0, "a step", "%drop browse");
          boolean isStep =
              session.draft().names().contains(arguments.name(0)) || word.matches("\\d+");
          if (!isStep && session.java().drop(word)) {
            return word + " is declared no more";
          }
          var gone = session.draft().drop(session.draft().number(arguments.name(0)));
          return Draft.name(gone) + " dropped";
        },
        STEPS);
  }

  private static Command move() {
    return new Command(
        "move",
        Group.BUILD,
        "%move STEP NUMBER",
        "Puts a step of the draft in another place.",
        "",
        List.of("%move login 1"),
        "",
        (session, arguments) -> {
          var step = arguments.need(0, "a step", "%move login 1");
          int from = session.draft().number(step);
          int to = arguments.number(1, "%move " + step + " 1");
          int count = session.draft().names().size();
          if (to < 1 || to > count) {
            throw arguments.wrong(1, "the draft has steps 1 to " + count, "%move " + step + " 1");
          }
          session.draft().move(from, to);
          return lines(session);
        },
        (session, before, begun) ->
            before.isEmpty() ? STEPS.candidates(session, before, begun) : List.of());
  }

  private static Command edit() {
    return new Command(
        "edit",
        Group.BUILD,
        "%edit STEP   or   %%edit STEP and its new text below",
        "Shows a step as text, to be changed and entered again.",
        "The text is that of a .httpx file, or a probe; what a probe does not say stays as it is.",
        List.of("%edit browse"),
        "",
        (session, arguments) -> {
          arguments.need(0, "a step", "%edit browse");
          int number = session.draft().number(arguments.name(0));
          if (arguments.body().isBlank()) {
            return "%%edit "
                + arguments.name(0)
                + "\n"
                + StepText.of(session.draft().scenario().steps().get(number - 1));
          }
          session.draft().edit(number, old -> StepText.changed(old, arguments.body()));
          return line(session.draft().scenario().steps().get(number - 1));
        },
        STEPS);
  }
}
