package dev.squall.cli;

import static dev.squall.Squall.at;
import static dev.squall.Squall.insecure;
import static dev.squall.Squall.judge;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.report;
import static dev.squall.Squall.seed;
import static dev.squall.Squall.settings;
import static dev.squall.Squall.start;
import static dev.squall.Squall.users;

import dev.squall.goal.Goal;
import dev.squall.httpx.Httpx;
import dev.squall.httpx.Script;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.load.Stage;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.Nearest;
import dev.squall.run.Run;
import dev.squall.stats.Results;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A scenario file as load. */
@Command(
    name = "run",
    description = "Run a .httpx file as load.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  squall run shop.httpx",
      "  squall run shop.httpx --scenario browse --users 5 --for 10s",
      "  squall run shop.httpx --rate 50 --for 1m --var user=ada --out results.json",
      "  squall run shop.httpx --dry-run"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The .httpx file.")
  private Path file = Path.of("");

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Which of it: a mix if there is one, else the first scenario.")
  private @Nullable String scenario;

  @Option(names = "--users", paramLabel = "N", description = "So many users instead of its load.")
  private @Nullable Integer users;

  @Option(names = "--rate", paramLabel = "N", description = "So many new users each second.")
  private @Nullable Double rate;

  @Option(names = "--iterations", paramLabel = "N", description = "So many iterations in all.")
  private @Nullable Long iterations;

  @Option(
      names = "--for",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How long: 500ms, 10s, 1m30s; alone it scales the file's load.")
  private @Nullable Duration time;

  @Option(names = "--base", paramLabel = "URL", description = "What its paths stand on.")
  private @Nullable String base;

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "A value that counts instead of the file's; may be repeated.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(names = "--seed", paramLabel = "N", description = "Of every draw: same seed, same draws.")
  private @Nullable Long seed;

  @Option(names = "--insecure", description = "Believe whoever answers on https.")
  private boolean insecure;

  @Option(
      names = "--allow",
      paramLabel = "HOST",
      description = "A host besides this machine that may be loaded; may be repeated.")
  private List<String> allowed = List.of();

  @Option(names = "--dry-run", description = "Check everything, show the load, send nothing.")
  private boolean dryRun;

  @Option(names = "--out", paramLabel = "FILE.json", description = "Write the results to a file.")
  private @Nullable Path out;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description = "Tell on standard error what happens: ${COMPLETION-CANDIDATES}.")
  private Logging.@Nullable Detail log;

  RunCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() {
    checkUsage();
    Logging.tell(log, spec.commandLine().getErr());
    var read = HttpxFile.read(file, spec.commandLine());
    var script = Httpx.script(read.source(), read.text(), variables);
    var err = spec.commandLine().getErr();
    script.warnings().forEach(warning -> err.println("warning: " + warning));
    var entry = chosen(script);
    var load = load(entry);
    var options = options(entry);
    // Whatever is wrong is told before the first request.
    var plan = Plan.of(entry.workload(), load, Options.of(options));
    Loopback.check(
        plan,
        allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList(),
        spec.commandLine());
    var screen = spec.commandLine().getOut();
    screen.println(entry.workload() + ": " + load + ".");
    others(script, entry, screen);
    screen.flush();
    return dryRun ? SquallCommand.DONE : run(entry, load, options);
  }

  private void checkUsage() {
    if (iterations != null && (rate != null || time != null)) {
      throw new ParameterException(
          spec.commandLine(), "--iterations goes with neither --rate nor --for");
    }
    if (time == null && iterations == null && (rate != null || users != null)) {
      throw new ParameterException(
          spec.commandLine(), "how long? --users and --rate go with --for or --iterations");
    }
    new ResultsFile(out).check(spec.commandLine());
  }

  private Script.Entry chosen(Script script) {
    var name = scenario;
    return name == null
        ? script
            .first()
            .orElseThrow(() ->
                new ParameterException(spec.commandLine(), "there is nothing to run in " + file))
        : script.entry(name).orElseThrow(() -> noSuch(name, script));
  }

  private ParameterException noSuch(String name, Script script) {
    var names = script.entries().stream().map(Script.Entry::name).toList();
    return new ParameterException(
        spec.commandLine(),
        "no scenario of "
            + file
            + " is called "
            + name
            + Nearest.to(name, names)
                .map(known -> "; did you mean " + known + "?")
                .orElse("; there are " + String.join(", ", names)));
  }

  private Load load(Script.Entry entry) {
    if (iterations != null) {
      return users(users == null ? 1 : users).iterations(iterations);
    }
    if (rate == null && users == null) {
      var said =
          entry
              .load()
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(),
                      file
                          + " does not say how much: --users 10 --for 30s, or a load in "
                          + entry.name()));
      return time == null ? said : within(time, said);
    }
    var during = Objects.requireNonNull(time, "asked for before");
    if (rate != null) {
      var arrivals = perSecond(rate).during(during);
      return users == null ? arrivals : arrivals.maxUsers(users);
    }
    return users(users == null ? 1 : users).during(during);
  }

  /** The same levels, each for its part of another time. */
  private Load within(Duration whole, Load load) {
    return switch (load) {
      case ClosedLoad closed -> closed.compressed(closed.compression() * factor(whole, closed));
      case OpenLoad open when climbsWithoutEnd(open) ->
          throw new ParameterException(
              spec.commandLine(),
              "--for alone needs a load that has an end, not "
                  + load
                  + "; --rate N goes with --for");
      case OpenLoad open -> open.compressed(open.compression() * factor(whole, open));
      case Iterations _ ->
          throw new ParameterException(
              spec.commandLine(), "--for alone needs a load that lasts a time, not " + load);
    };
  }

  private static boolean climbsWithoutEnd(OpenLoad load) {
    return load.profile().stages().stream()
        .anyMatch(stage -> stage instanceof Stage.Staircase stairs && stairs.upTo().isEmpty());
  }

  private static double factor(Duration whole, Load load) {
    return LiveLine.wholeSeconds(load) * 1e9 / whole.toNanos();
  }

  private dev.squall.plan.Option[] options(Script.Entry entry) {
    var options = new ArrayList<>(List.of(settings(entry)));
    if (base != null) {
      options.add(at(base));
    }
    if (seed != null) {
      options.add(seed(seed));
    }
    if (insecure) {
      options.add(insecure());
    }
    return options.toArray(dev.squall.plan.Option[]::new);
  }

  /** Said where nobody chose: what else there is. */
  private void others(Script script, Script.Entry entry, PrintWriter screen) {
    var others =
        script.entries().stream()
            .map(Script.Entry::name)
            .filter(name -> !name.equals(entry.name()))
            .collect(Collectors.joining(", "));
    if (scenario == null && !others.isEmpty()) {
      screen.println("Also in this file: " + others + " (--scenario NAME).");
    }
  }

  private int run(Script.Entry entry, Load load, dev.squall.plan.Option... options) {
    var screen = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    var running = new AtomicReference<@Nullable Run>();
    try (var _ = new Interruption(() -> stop(running.get()))) {
      var run = start(entry.workload(), load, options);
      running.set(run);
      if (Interruption.happened()) {
        run.stop();
      }
      new LiveLine(run, err, Screen.isTerminal(), LiveLine.wholeSeconds(load)).show();
      var results = run.await();
      if (Interruption.happened()) {
        screen.println("Interrupted: these are the numbers of the time until then.");
      }
      screen.println();
      screen.print(report(results).within(Screen.columns()));
      boolean met = judged(results, entry.goals(), screen);
      screen.flush();
      new ResultsFile(out).write(results);
      if (results.totals().ok() == 0) {
        return SquallCommand.nothingGotThrough(results, err);
      }
      return met ? SquallCommand.DONE : SquallCommand.GOAL_MISSED;
    }
  }

  private static void stop(@Nullable Run run) {
    if (run != null) {
      run.stop();
    }
  }

  private static boolean judged(Results results, List<Goal> goals, PrintWriter screen) {
    if (goals.isEmpty()) {
      return true;
    }
    var judgements = judge(results, goals.toArray(Goal[]::new));
    screen.println();
    screen.println("  goals");
    judgements.toString().lines().forEach(line -> screen.println("    " + line));
    return judgements.met();
  }
}
