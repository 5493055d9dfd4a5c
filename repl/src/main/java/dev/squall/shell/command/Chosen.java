package dev.squall.shell.command;

import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.line.Word;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.Session;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runs that a command names, as r1 and so on, and its other words.
 *
 * @param runs in the order in which they were named
 * @param others the rest
 */
record Chosen(List<KeptRun> runs, List<Word> others) {
  private static final Pattern NAME = Pattern.compile("r(\\d{1,6})");

  /** Runs of the session. */
  static final Completer RUNS = (session, _, _) -> candidates(session);

  static List<Candidate> candidates(Session session) {
    return session.runs().all().reversed().stream()
        .map(kept -> new Candidate(kept.name(), said(kept), "run"))
        .toList();
  }

  private static String said(KeptRun kept) {
    return kept.run()
        .map(run -> run.plan().workload().name() + ", " + run.plan().load())
        .orElseGet(() -> kept.results().info().scenario() + ", " + kept.results().info().load());
  }

  static Chosen of(Session session, Arguments arguments) {
    var runs = new ArrayList<KeptRun>();
    var others = new ArrayList<Word>();
    for (int i = 0; i < arguments.count(); i++) {
      var word = arguments.words().get(i);
      var name = NAME.matcher(word.text());
      if (name.matches() && !word.quoted()) {
        runs.add(run(session, arguments, i, Integer.parseInt(name.group(1))));
      } else {
        others.add(word);
      }
    }
    return new Chosen(List.copyOf(runs), List.copyOf(others));
  }

  private static KeptRun run(Session session, Arguments arguments, int index, int number) {
    int count = session.runs().all().size();
    if (number < 1 || number > count) {
      throw arguments.wrong(
          index,
          "there is no run r" + number,
          switch (count) {
            case 0 -> "nothing was run yet: %burst 5 users for 5s";
            case 1 -> "there is r1";
            default -> "there are r1 to r" + count;
          });
    }
    return session.runs().get(number);
  }

  /** The only one that was named; where none was, the last one that there is. */
  KeptRun one(Session session, Arguments arguments) {
    if (runs.size() > 1) {
      throw arguments.wrong(
          indexOf(arguments, runs.get(1)), "one run is enough", "leave " + runs.get(1).name());
    }
    return runs.isEmpty() ? last(session, arguments) : runs.getFirst();
  }

  static KeptRun last(Session session, Arguments arguments) {
    return session
        .runs()
        .last()
        .orElseThrow(() ->
            arguments.wrong(
                arguments.count(), "nothing was run yet", "%burst 5 users for 5s, %runs bring 1"));
  }

  private static int indexOf(Arguments arguments, KeptRun run) {
    return Stream.iterate(0, i -> i + 1)
        .limit(arguments.count())
        .filter(i -> arguments.words().get(i).text().equals(run.name()))
        .reduce((_, last) -> last)
        .orElse(0);
  }

  /** Where one of the other words stands among all. */
  static int index(Arguments arguments, Word word) {
    return arguments.words().indexOf(word);
  }

  /** What was measured; said where that is nothing. */
  static Results results(KeptRun kept, Arguments arguments) {
    var results = kept.results();
    if (results.totals().requests() == 0) {
      throw arguments.wrong(
          arguments.count(),
          kept.isRunning()
              ? "nothing of " + kept.name() + " was answered so far"
              : kept.name() + " has no request",
          "%runs shows what there is");
    }
    return results;
  }
}
