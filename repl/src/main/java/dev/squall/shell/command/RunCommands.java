package dev.squall.shell.command;

import dev.squall.sheet.SheetHtml;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.RunProgress;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.RunList;
import dev.squall.shell.session.Session;
import dev.squall.stats.Judgements;
import java.util.List;
import java.util.stream.Stream;

/** Load, and the runs that come of it. */
final class RunCommands {
  private static final String BEHIND =
      """
      LOAD is 20 users for 10s, 100/s for 30s, 1000 iterations by 5 users,
      0 to 20 users in 5s, then 20 users for 30s, or what .httpx has behind load;
      20 users alone are for 10s.
      WHAT is draft, last, a variable that holds a scenario, or a .httpx file
      and a scenario of it; a file may say its own load, and its goals are judged.
      Users begin without your cookies. A variable that their steps need and
      nothing gives them has the value that your probes gave it.
      & at the end runs it in the background. Ctrl-C ends it and keeps its numbers.\
      """;

  private RunCommands() {}

  static List<Command> all() {
    return List.of(
        new Command(
            "burst",
            Group.RUN,
            "%burst [WHAT] LOAD [&]",
            "Runs the draft, or the last probe, as load and shows the numbers.",
            BEHIND,
            List.of("%burst 20 users for 10s", "%burst last 100/s for 30s"),
            "burst(\"20 users for 10s\"), run(draft(), users(20).during(seconds(10)))",
            (session, arguments) -> burst(session, arguments, true),
            RunCommands::what),
        new Command(
            "run",
            Group.RUN,
            "%run WHAT [LOAD] [&]",
            "Runs a scenario or a .httpx file as load; the file's goals are judged.",
            BEHIND,
            List.of("%run last 5 users for 5s", "%run examples/shop/02-browsing.httpx"),
            "run(draft(), users(5).during(seconds(5)))",
            (session, arguments) -> burst(session, arguments, false),
            RunCommands::what),
        new Command(
            "runs",
            Group.RUN,
            "%runs [earlier | bring N]",
            "The runs of this session, or of earlier ones, of which bring N takes one.",
            "Runs are saved while they go on and when they are over.",
            List.of("%runs", "%runs earlier"),
            "runs(), earlierRuns(), bringRun(1)",
            RunCommands::runs,
            (_, before, _) ->
                before.isEmpty()
                    ? List.of(
                        new Candidate("earlier", "runs of earlier sessions", "word"),
                        new Candidate("bring", "one of them becomes a run of this one", "word"))
                    : List.of()),
        new Command(
            "stop",
            Group.RUN,
            "%stop [RUN …]",
            "Ends runs in the background, all or those named; their numbers stay.",
            "",
            List.of("%stop"),
            "stopRun(1)",
            RunCommands::stop,
            (session, _, _) ->
                session.runs().running().stream()
                    .map(kept -> new Candidate(kept.name(), "under way", "run"))
                    .toList()),
        allow());
  }

  private static List<Candidate> what(Session session, Arguments before, String begun) {
    if (!before.isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            Target.names(session).stream().map(name -> new Candidate(name, "", "scenario")),
            FileNames.below(session, begun, ".httpx").stream())
        .toList();
  }

  private static Object burst(Session session, Arguments written, boolean mayBeUnnamed) {
    boolean behind = !written.isEmpty() && written.words().getLast().text().equals("&");
    var arguments = behind ? withoutLast(written) : written;
    var burst = Burst.of(session, arguments, mayBeUnnamed);
    if (behind) {
      return background(session, burst);
    }
    var results = burst.run();
    var shown = session.displays().show(results, session.front().view());
    return burst.goals().isEmpty()
        ? results
        : judged(shown, session.runs().of(results).orElseThrow().judge(burst.goals()));
  }

  private static Arguments withoutLast(Arguments written) {
    var words = written.words().subList(0, written.count() - 1);
    int end = written.words().getLast().from();
    return new Arguments(
        written.line().substring(0, end).stripTrailing(), written.from(), words, written.body());
  }

  private static String background(Session session, Burst burst) {
    var run = burst.start();
    var kept =
        session.runs().all().stream()
            .filter(one -> one.run().filter(run::equals).isPresent())
            .findFirst()
            .orElseThrow();
    var _ =
        run.end()
            .thenAccept(results -> {
              if (!burst.goals().isEmpty()) {
                kept.judge(burst.goals());
              }
              session.front().note(kept.name() + " ended: " + RunProgress.ended(results));
            });
    return kept.name()
        + " runs in the background: %runs shows it, %stop "
        + kept.name()
        + " ends it";
  }

  /** Results, and the goals below them. */
  private static Bundle judged(Bundle shown, Judgements judgements) {
    var goals = new StringBuilder("\n  goals\n");
    judgements.toString().lines().forEach(line -> goals.append("    ").append(line).append('\n'));
    return shown
        .with(Bundle.TEXT, shown.text() + goals)
        .with(
            Bundle.HTML,
            shown.data().getOrDefault(Bundle.HTML, "")
                + "<pre>"
                + SheetHtml.escaped(goals.toString().strip())
                + "</pre>");
  }

  private static Object runs(Session session, Arguments arguments) {
    return switch (arguments.word(0).orElse("")) {
      case "" -> runs(session);
      case "earlier" -> {
        arguments.most(1, "%runs earlier");
        yield earlier(session);
      }
      case "bring" -> {
        arguments.most(2, "%runs bring 1");
        var number = arguments.need(1, "the number of a run", "%runs earlier numbers them");
        if (!number.matches("\\d{1,6}")) {
          throw arguments.wrong(1, number + " is no number", "%runs earlier numbers them");
        }
        var kept = session.runs().bring(Integer.parseInt(number));
        yield kept.name() + ": " + kept.results();
      }
      default -> throw arguments.wrong(0, "nothing is expected here", "%runs, %runs earlier");
    };
  }

  private static Object runs(Session session) {
    return session.runs().all().isEmpty()
        ? "nothing was run yet: %burst 5 users for 5s; %runs earlier lists those of other sessions"
        : RunList.of(session.runs().all());
  }

  private static Object earlier(Session session) {
    var list = RunList.earlier(session.runs().earlier(), session.front()::note);
    return list.rows().isEmpty() ? "there are no runs of earlier sessions" : list;
  }

  private static String stop(Session session, Arguments arguments) {
    var chosen = Chosen.of(session, arguments);
    if (!chosen.others().isEmpty()) {
      var word = chosen.others().getFirst();
      throw arguments.wrong(
          Chosen.index(arguments, word), "no run is called " + word.text(), "%stop r1");
    }
    var running = chosen.runs().isEmpty() ? session.runs().running() : chosen.runs();
    if (running.isEmpty()) {
      return "nothing is under way";
    }
    var lines = running.stream().map(RunCommands::stopped).toList();
    return String.join("\n", lines);
  }

  private static String stopped(KeptRun kept) {
    if (!kept.isRunning()) {
      return kept.name() + " was over";
    }
    kept.stop();
    return kept.name() + " ends; its numbers are kept";
  }

  private static Command allow() {
    return new Command(
        "allow",
        Group.RUN,
        "%allow [HOST …] [--no]",
        "Hosts besides this machine that may be loaded; lists them, or adds some.",
        "Load above 10 requests/s or 10 users asks before it goes to another host.\n"
            + "--no takes hosts away again.",
        List.of("%allow", "%allow staging.example.com"),
        "allow(\"staging.example.com\")",
        RunCommands::allowed,
        (session, _, _) ->
            session.guard().allowed().stream()
                .map(host -> new Candidate(host, "may be loaded", "host"))
                .toList());
  }

  private static String allowed(Session session, Arguments written) {
    boolean forbids = written.has("--no");
    var arguments = written.without("--no");
    for (int i = 0; i < arguments.count(); i++) {
      var host = arguments.words().get(i).text();
      if (host.startsWith("-")) {
        throw arguments.wrong(i, host + " is no host", "%allow staging.example.com");
      }
      if (!forbids) {
        session.guard().allow(host);
      } else if (!session.guard().forbid(host)) {
        throw arguments.wrong(i, host + " was not allowed", "%allow lists those that are");
      }
    }
    var allowed = session.guard().allowed();
    return "this machine may be loaded"
        + (allowed.isEmpty() ? "; no other host" : ", and " + String.join(", ", allowed));
  }
}
