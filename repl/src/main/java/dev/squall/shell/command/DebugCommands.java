package dev.squall.shell.command;

import dev.squall.run.Run;
import dev.squall.scenario.Workload;
import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.debug.DebugView;
import dev.squall.shell.debug.Debugger;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.Session;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Results;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A scenario a request at a time. */
final class DebugCommands {
  private static final List<Candidate> MOVES =
      List.of(
          new Candidate("next", "performs the next request", "word"),
          new Candidate(
              "back", "before the last one, with variables and cookies as they were", "word"),
          new Candidate("set", "changes a variable: set id prod-2", "word"),
          new Candidate("until", "up to a step: until checkout", "word"),
          new Candidate("skip", "passes the next request without sending it", "word"),
          new Candidate("finish", "performs the rest", "word"),
          new Candidate("vars", "the variables of now", "word"),
          new Candidate("load", "goes on as load: load 5 users for 5s", "word"),
          new Candidate("end", "leaves it", "word"));

  private DebugCommands() {}

  static List<Command> all() {
    return List.of(debug(), replay());
  }

  private static Command debug() {
    return new Command(
        "debug",
        Group.RUN,
        "%debug [draft|NAME|FILE.httpx]   then   %debug next|back|set|until|skip|finish|vars|load|end",
        "Goes through a scenario a request at a time, forwards and backwards.",
        """
        next sends a request and shows it, its answer, and what was made of it;
        back restores variables and cookies; set NAME VALUE changes a variable;
        until STEP and finish go further; skip passes a request;
        load 5 users for 5s goes on as load of the same scenario; end leaves it.\
        """,
        List.of(
            "%debug draft", "%debug next", "%debug set id prod-2", "%debug load 5 users for 2s"),
        "debug(draft()).next()",
        (session, arguments) -> {
          var word = arguments.word(0).orElse("");
          return switch (word) {
            case "next", "back", "set", "until", "skip", "finish", "vars", "load", "end" ->
                move(session, arguments, word);
            case "" ->
                session.debugger().isPresent()
                    ? shown(session, session.debugger().get().show())
                    : begin(session, arguments);
            default -> begin(session, arguments);
          };
        },
        completer());
  }

  private static Completer completer() {
    return (session, before, begun) -> {
      if (before.word(0).filter("until"::equals).isPresent()) {
        return DraftCommands.STEPS.candidates(session, before, begun);
      }
      if (before.word(0).filter("set"::equals).isPresent() && before.count() == 1) {
        return VariableCommands.VARIABLES.candidates(session, before, begun);
      }
      return before.isEmpty() ? MOVES : List.of();
    };
  }

  private static Object begin(Session session, Arguments arguments) {
    var target = Target.of(session, arguments);
    arguments.most(target.words(), "%debug draft, then %debug next");
    var options = target.options(List.of());
    return shown(
        session,
        session
            .debug(Debugger.of(Burst.ready(session, target.workload(), options), options))
            .show());
  }

  private static Object move(Session session, Arguments arguments, String word) {
    var debugger =
        session
            .debugger()
            .orElseThrow(
                () -> arguments.wrong(0, "nothing is gone through", "%debug draft begins"));
    return switch (word) {
      case "next" -> shown(session, debugger.next());
      case "back" -> shown(session, debugger.back());
      case "skip" -> shown(session, debugger.skip());
      case "finish" -> shown(session, debugger.finish());
      case "vars" -> shown(session, debugger.vars());
      case "until" -> {
        arguments.need(1, "a step", "%debug until checkout");
        yield shown(session, debugger.until(arguments.rest(1)));
      }
      case "set" -> {
        var name = arguments.need(1, "a variable", "%debug set id prod-2");
        int equals = name.indexOf('=');
        yield shown(
            session,
            equals > 0
                ? debugger.set(name.substring(0, equals), name.substring(equals + 1))
                : debugger.set(
                    name,
                    arguments.count() == 3 ? arguments.word(2).orElse("") : arguments.rest(2)));
      }
      case "load" -> {
        arguments.need(1, "how much load", "%debug load 5 users for 5s");
        var run =
            debugger.continueAs(
                LoadLine.of(arguments.line(), arguments.words().get(1).from()).load());
        yield run.await();
      }
      default -> {
        session.endDebugging();
        yield "left; the draft and the variables of probes are as they were";
      }
    };
  }

  private static Bundle shown(Session session, DebugView view) {
    return Bundle.of(view.text(session.view().colour()).stripTrailing(), view.html());
  }

  private static Command replay() {
    return new Command(
        "replay",
        Group.RUN,
        "%replay slowest [STEP] [rN]",
        "Opens the iteration of a run's slowest request in the debugger: the same draws and data.",
        "The scenario is that of the run.",
        List.of("%replay slowest", "%replay slowest checkout r1"),
        "replay(draft(), runs(1).slowest(\"checkout\"))",
        (session, all) -> {
          if (!all.word(0).filter("slowest"::equals).isPresent()) {
            throw all.wrong(0, "what is to be gone through again?", "%replay slowest checkout");
          }
          var kept = run(session, all);
          var request = slowest(all, kept.results(), step(all));
          var run =
              kept.run()
                  .orElseThrow(() ->
                      all.wrong(
                          0,
                          kept.name()
                              + " is of an earlier session, and its scenario is not known any more",
                          "%load the file, and %burst it again"));
          return shown(session, again(session, run.plan().workload(), request, run).show());
        },
        (session, before, begun) ->
            before.isEmpty()
                ? List.of(new Candidate("slowest", "the slowest request", "word"))
                : DraftCommands.STEPS.candidates(session, before, begun));
  }

  private static Debugger again(Session session, Workload workload, Exemplar request, Run run) {
    return session.debug(
        Debugger.of(workload, request, _ -> run.plan().options().withSeed(request.seed())));
  }

  private static KeptRun run(Session session, Arguments all) {
    var last = all.word(all.count() - 1).orElse("");
    return last.matches("r\\d{1,6}")
        ? session.runs().get(Integer.parseInt(last.substring(1)))
        : session.runs().last().orElseGet(() -> session.runs().get(1));
  }

  private static Optional<String> step(Arguments all) {
    var words =
        all.words().stream()
            .skip(1)
            .map(word -> word.text())
            .filter(word -> !word.matches("r\\d{1,6}"))
            .toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private static Exemplar slowest(Arguments all, Results results, Optional<String> step) {
    return results.steps().stream()
        .filter(row -> step.isEmpty() || step.get().equals(row.name()))
        .flatMap(row -> row.slowest().stream())
        .max(Comparator.comparingDouble(Exemplar::responseMs))
        .orElseThrow(() ->
            all.wrong(
                1,
                "no request" + step.map(name -> " of a step " + name).orElse("") + " ended",
                "%table shows the steps that there are"));
  }
}
