package dev.squall.cli;

import static dev.squall.Squall.judge;
import static dev.squall.Squall.report;

import dev.squall.goal.Goal;
import dev.squall.httpx.Httpx;
import dev.squall.plan.Plan;
import dev.squall.problem.Nearest;
import dev.squall.run.Run;
import dev.squall.sample.StepInfo;
import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A scenario file as load. */
@Command(
    name = "run",
    description = "Run a .httpx file as load.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "squall run FILE.httpx [OPTIONS]",
    footer = {
      "",
      "Examples:",
      "  squall run shop.httpx",
      "  squall run shop.httpx --scenario browse --users 5 --for 10s",
      "  squall run shop.httpx --rate 50 --for 1m --var user=ada --out results.json",
      "  squall run shop.httpx --stages 30s:10,2m:10,30s:0 --expect 'p95 < 300ms'"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private EntryOptions what;
  @Mixin private LoadOptions howMuch;
  @Mixin private ExchangeOptions how;

  @Option(
      names = "--grace",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "What iterations under way get at the end (5s).")
  private @Nullable Duration grace;

  @Mixin private AllowOptions where;
  @Mixin private WatchOptions watched;

  @Option(
      names = "--expect",
      paramLabel = "GOALS",
      description = "What would be good enough: 'p95 < 300ms'.")
  private List<String> expected = List.of();

  @Option(
      names = "--progress",
      negatable = true,
      description = "A line every 2 s; on a terminal anyway.")
  private @Nullable Boolean progress;

  @Option(names = "--verbose", description = "A line for each request; what each user did.")
  private boolean verbose;

  @Option(names = "--quiet", description = "Nothing but what went wrong.")
  private boolean quiet;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description = "Tell what happens: ${COMPLETION-CANDIDATES}.")
  private Logging.@Nullable Detail log;

  @Option(names = "--dry-run", description = "Check everything, show the load, send nothing.")
  private boolean dryRun;

  @Mixin private OutOptions out;

  RunCommand() {
    spec = CommandSpec.create(); // replaced by picocli
    what = new EntryOptions();
    howMuch = new LoadOptions();
    how = new ExchangeOptions();
    where = new AllowOptions();
    watched = new WatchOptions();
    out = new OutOptions();
  }

  @Override
  public Integer call() {
    // Whatever is wrong is told before the first request.
    checkUsage();
    var view = new LiveView(spec.commandLine().getOut(), spec.commandLine().getErr(), shown());
    Logging.tell(log, view::log);
    var asked = howMuch.load(1, Optional.empty());
    var chosen = what.choose();
    var entry = chosen.entry();
    var load =
        asked.orElseGet(() ->
            howMuch.scaled(
                entry
                    .load()
                    .orElseThrow(() ->
                        wrong(
                            what.file()
                                + " does not say how much: --users 10 --for 30s, or a load in "
                                + entry.name()))));
    var options = new ArrayList<>(what.options(entry));
    options.addAll(how.options());
    options.add(where.option());
    if (grace != null) {
      options.add(dev.squall.Squall.grace(grace));
    }
    var plan = chosen.plan(load, options);
    Run.check(plan);
    where.check(plan);
    var goals = new ArrayList<>(entry.goals());
    goals.addAll(expected(plan));
    if (!quiet) {
      var screen = spec.commandLine().getOut();
      screen.println(entry.workload() + ": " + load + ".");
      chosen.tellOthers(screen);
      screen.flush();
    }
    return dryRun ? SquallCommand.DONE : run(plan, goals, view);
  }

  private void checkUsage() {
    if (quiet && (verbose || Boolean.TRUE.equals(progress))) {
      throw wrong("--quiet goes with neither --verbose nor --progress");
    }
    watched.check();
    out.check();
  }

  private List<Goal> expected(Plan plan) {
    var steps = plan.infos().stream().map(StepInfo::name).distinct().toList();
    var goals = expected.stream().flatMap(text -> Httpx.goals("--expect", text).stream()).toList();
    for (var goal : goals) {
      goal.step()
          .filter(step -> !steps.contains(step))
          .ifPresent(step -> {
            throw wrong(
                "--expect: no step is called "
                    + step
                    + Nearest.to(step, steps)
                        .map(known -> "; did you mean " + known + "?")
                        .orElse("; there are " + String.join(", ", steps)));
          });
    }
    return goals;
  }

  private int run(Plan plan, List<Goal> goals, LiveView view) {
    var screen = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    view.expect(plan.load());
    try (var interruption = new Interruption();
        var watching = watched.open(quiet ? null : screen)) {
      var run = interruption.of(verbose ? Run.start(plan, view::tell) : Run.start(plan), view::log);
      watching.show(run);
      var results = view.follow(run);
      view.end(results);
      if (verbose) {
        users(results, run.skippedEvents(), screen);
      }
      if (!quiet) {
        print(results, screen);
      }
      var judgements = judge(results, goals.toArray(Goal[]::new));
      if (!goals.isEmpty() && (!quiet || !judgements.met())) {
        tell(judgements, screen);
      }
      screen.flush();
      out.write(new SavedResults(results, judgements));
      watching.linger(interruption);
      if (results.totals().ok() == 0) {
        return SquallCommand.nothingGotThrough(results, err);
      }
      return judgements.met() ? SquallCommand.DONE : SquallCommand.GOAL_MISSED;
    }
  }

  private LiveView.Shown shown() {
    boolean terminal = Screen.isTerminal();
    return new LiveView.Shown(
        !quiet && (progress == null ? terminal : progress), terminal, verbose);
  }

  private static void users(Results results, long skipped, PrintWriter screen) {
    if (skipped > 0) {
      screen.println(skipped + " lines were skipped: they came faster than they could be written.");
    }
    screen.println("Per-VU Results:");
    EventText.ofUsers(results).forEach(screen::println);
  }

  private static void print(Results results, PrintWriter screen) {
    if (Interruption.happened()) {
      screen.println("Interrupted: these are the numbers of the time until then.");
    }
    screen.println();
    screen.print(report(results).within(Screen.columns()));
  }

  /** The goals, a line each. */
  static void tell(Judgements judgements, PrintWriter screen) {
    screen.println();
    screen.println("  goals");
    judgements.toString().lines().forEach(line -> screen.println("    " + line));
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
