package dev.squall.shell.command;

import dev.squall.analysis.Analysis;
import dev.squall.analysis.Tables;
import dev.squall.goal.Metric;
import dev.squall.goal.TimeOf;
import dev.squall.problem.Nearest;
import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.Session;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** What a run came to. Where none is named, the last one is meant. */
final class ResultCommands {
  private static final Map<String, Function<Tables, Table>> TABLES = tables();
  private static final List<String> TIMES =
      Arrays.stream(Metric.values())
          .filter(metric -> metric.unit() == Metric.Unit.MILLIS && metric.word().startsWith("p"))
          .map(Metric::word)
          .toList();

  private ResultCommands() {}

  private static Map<String, Function<Tables, Table>> tables() {
    var all = new LinkedHashMap<String, Function<Tables, Table>>();
    all.put("steps", tables -> Analysis.table(tables.results()));
    all.put("scenarios", Tables::scenarios);
    all.put("endpoints", Tables::endpoints);
    all.put("timeline", Tables::timeline);
    all.put("errors", Tables::errors);
    all.put("checks", Tables::checks);
    all.put("slowest", Tables::slowest);
    all.put("percentiles", Tables::percentiles);
    all.put("variables", Tables::variables);
    all.put("connections", Tables::connections);
    all.put("utilisation", Tables::utilisation);
    all.put("users", Tables::users);
    all.put("generator", Tables::generator);
    all.put("samples", Tables::samples);
    return all;
  }

  static List<Command> all() {
    return List.of(
        new Command(
            "table",
            Group.RUN,
            "%table [RUN] [TABLE]",
            "A table of a run, of its steps where no other is named.",
            "The others: " + listed(TABLES.keySet(), 1) + ".",
            List.of("%table", "%table r1 errors"),
            "table(runs(1)), tables(runs(1)).errors()",
            ResultCommands::table,
            or(TABLES.keySet(), "table")),
        ChartCommand.plot(),
        new Command(
            "compare",
            Group.RUN,
            "%compare [RUN RUN]",
            "What differs between two runs, step by step; the last two where none is named.",
            "",
            List.of("%compare", "%compare r1 r2"),
            "compare(runs(1), runs(2))",
            ResultCommands::compare,
            Chosen.RUNS),
        new Command(
            "why",
            Group.RUN,
            "%why [p99] [of STEP] [RUN]",
            "Where the time of the slowest requests went, of all steps or of one.",
            "",
            List.of("%why", "%why p99 of browse"),
            "why(runs(1), p99()), why(runs(1), p99(), \"browse\")",
            ResultCommands::why,
            ResultCommands::ofWhy),
        new Command(
            "errors",
            Group.RUN,
            "%errors [RUN]",
            "What failed, how often and an example of each.",
            "",
            List.of("%errors"),
            "tables(runs(1)).errors()",
            ResultCommands::errors,
            Chosen.RUNS),
        GoalCommand.expect(),
        new Command(
            "longenough",
            Group.RUN,
            "%longenough [RUN]",
            "Whether a run was long enough for its p95, and how long it would have to be.",
            "",
            List.of("%longenough"),
            "longEnough(runs(1)), longEnough(runs(1), 99)",
            (session, arguments) -> {
              var kept = only(session, arguments, "%longenough r1");
              return Analysis.longEnough(Chosen.results(kept, arguments));
            },
            Chosen.RUNS),
        new Command(
            "report",
            Group.RUN,
            "%report [RUN] FILE …",
            "Writes a run into files; what each holds its ending says.",
            "Endings: " + ReportFiles.endings() + ".",
            List.of("%report shop.html", "%report r1 shop.html shop.json"),
            "writeReport(runs(1), \"shop.html\")",
            ResultCommands::report,
            (session, before, begun) ->
                Stream.concat(
                        before.isEmpty() ? Chosen.candidates(session).stream() : Stream.empty(),
                        FileNames.below(session, begun, "").stream())
                    .toList()));
  }

  static String listed(Collection<String> words, int from) {
    return words.stream().skip(from).collect(Collectors.joining(", "));
  }

  /** Runs, or one of some words. */
  static Completer or(Collection<String> words, String kind) {
    return (session, _, _) ->
        Stream.concat(
                words.stream().map(word -> new Candidate(word, "", kind)),
                Chosen.candidates(session).stream())
            .toList();
  }

  /** The run that alone may stand there. */
  private static KeptRun only(Session session, Arguments arguments, String hint) {
    var chosen = Chosen.of(session, arguments);
    if (!chosen.others().isEmpty()) {
      var word = chosen.others().getFirst();
      throw arguments.wrong(Chosen.index(arguments, word), "no run is called " + word.text(), hint);
    }
    return chosen.one(session, arguments);
  }

  private static Object table(Session session, Arguments arguments) {
    var chosen = Chosen.of(session, arguments);
    var name = chosen.others().isEmpty() ? "steps" : chosen.others().getFirst().text();
    var table = TABLES.get(name);
    if (table == null) {
      throw arguments.wrong(
          Chosen.index(arguments, chosen.others().getFirst()),
          "there is no table " + name,
          Nearest.to(name, TABLES.keySet())
              .map(near -> "did you mean " + near + "?")
              .orElse(listed(TABLES.keySet(), 0)));
    }
    chosen.others().stream()
        .skip(1)
        .findFirst()
        .ifPresent(word -> {
          throw arguments.wrong(
              Chosen.index(arguments, word), "one table is enough", "%table r1 errors");
        });
    return table.apply(Analysis.tables(chosen.one(session, arguments).results()));
  }

  private static Object errors(Session session, Arguments arguments) {
    var results = only(session, arguments, "%errors r1").results();
    return results.errors().isEmpty() ? "nothing failed" : Analysis.tables(results).errors();
  }

  private static Object compare(Session session, Arguments arguments) {
    var chosen = Chosen.of(session, arguments);
    if (!chosen.others().isEmpty()) {
      var word = chosen.others().getFirst();
      throw arguments.wrong(
          Chosen.index(arguments, word), "no run is called " + word.text(), "%compare r1 r2");
    }
    var all = session.runs().all();
    var runs =
        chosen.runs().isEmpty() && all.size() > 1
            ? all.subList(all.size() - 2, all.size())
            : chosen.runs();
    if (runs.size() != 2) {
      throw arguments.wrong(
          runs.size() > 2 ? 2 : arguments.count(),
          runs.size() > 2 ? "two runs are compared" : "two runs are needed",
          all.size() > 1 ? "%compare r1 r2" : "%burst 5 users for 5s makes another one");
    }
    return Analysis.compare(
        Chosen.results(runs.getFirst(), arguments), Chosen.results(runs.getLast(), arguments));
  }

  private static Object why(Session session, Arguments arguments) {
    var chosen = Chosen.of(session, arguments);
    var results = Chosen.results(chosen.one(session, arguments), arguments);
    var words = new ArrayList<>(chosen.others());
    var time = new TimeOf(Metric.P99, Optional.empty());
    if (!words.isEmpty() && !words.getFirst().is("of")) {
      var word = words.removeFirst();
      var metric =
          Arrays.stream(Metric.values())
              .filter(one -> TIMES.contains(one.word()) && word.is(one.word()))
              .findFirst()
              .orElseThrow(() ->
                  arguments.wrong(
                      Chosen.index(arguments, word),
                      word.text() + " is no percentile",
                      String.join(", ", TIMES)));
      time = new TimeOf(metric, Optional.empty());
    }
    if (words.isEmpty()) {
      return Analysis.why(results, time);
    }
    var of = words.removeFirst();
    if (!of.is("of")) {
      throw arguments.wrong(
          Chosen.index(arguments, of), "expected of and a step", "%why p99 of browse");
    }
    if (words.isEmpty()) {
      throw arguments.wrong(arguments.count(), "a step is missing", listed(steps(results), 0));
    }
    var step = words.stream().map(word -> word.text()).collect(Collectors.joining(" "));
    if (!steps(results).contains(step)) {
      throw arguments.wrong(
          Chosen.index(arguments, words.getFirst()),
          "no step is called " + step,
          meant(step, results));
    }
    return Analysis.why(results, time, step);
  }

  static List<String> steps(Results results) {
    return results.steps().stream().map(StepStats::name).distinct().toList();
  }

  static String meant(String step, Results results) {
    return Nearest.to(step, steps(results))
        .map(near -> "did you mean " + near + "?")
        .orElse("there are " + listed(steps(results), 0));
  }

  private static List<Candidate> ofWhy(Session session, Arguments before, String begun) {
    boolean ofStep = before.count() > 0 && before.words().getLast().is("of");
    if (ofStep) {
      return session.runs().last().stream()
          .flatMap(kept -> steps(kept.results()).stream())
          .map(step -> new Candidate(step, "", "step"))
          .toList();
    }
    var words = before.isEmpty() ? TIMES : List.of("of");
    return Stream.concat(
            words.stream().map(word -> new Candidate(word, "", "word")),
            Chosen.candidates(session).stream())
        .toList();
  }

  private static String report(Session session, Arguments arguments) {
    var chosen = Chosen.of(session, arguments);
    var kept = chosen.one(session, arguments);
    if (chosen.others().isEmpty()) {
      throw arguments.wrong(arguments.count(), "a file is missing", "%report shop.html");
    }
    for (var word : chosen.others()) {
      ReportFiles.wrong(session, word.text())
          .ifPresent(what -> {
            throw arguments.wrong(Chosen.index(arguments, word), what, "%report shop.html");
          });
    }
    var names = chosen.others().stream().map(word -> word.text()).toArray(String[]::new);
    return ReportFiles.write(session, kept.results(), names).stream()
        .map(path -> kept.name() + " written to " + path)
        .collect(Collectors.joining("\n"));
  }
}
