package dev.squall.cli;

import static dev.squall.Squall.at;
import static dev.squall.Squall.grace;
import static dev.squall.Squall.insecure;
import static dev.squall.Squall.judge;
import static dev.squall.Squall.once;
import static dev.squall.Squall.report;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.seed;
import static dev.squall.Squall.trust;
import static dev.squall.Squall.users;

import dev.squall.load.Load;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.run.Run;
import dev.squall.sample.Outcome;
import dev.squall.sheet.Numbers;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import dev.squall.stats.Trace;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The shopping flow under load, with nothing to prepare. */
@Command(
    name = "demo",
    description = "Start the practice shop and run the ten-step shopping flow on it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  squall demo",
      "  squall demo --users 50 --for 30s",
      "  squall demo --rate 20 --for 10s --out results.json",
      "  squall demo --iterations 100 --users 5 --base http://localhost:8089"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int USERS = 20;
  private static final Duration TIME = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Mixin private LoadOptions howMuch;
  @Mixin private WatchOptions watched;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of every draw (42): same seed, same draws.")
  private long seed = 42;

  @Option(names = "--base", paramLabel = "URL", description = "A shop that already runs.")
  private @Nullable String base;

  @Option(
      names = "--cacert",
      paramLabel = "FILE.pem",
      description = "The authorities that https has to convince, and no others.")
  private @Nullable String authorities;

  @Option(
      names = "--insecure",
      description = "Believe whoever answers on https; the report says so.")
  private boolean insecure;

  @Mixin private OutOptions out;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description =
          "Tell on standard error what happens: ${COMPLETION-CANDIDATES}; debug tells every step,"
              + " substitution, extraction and check.")
  private Logging.@Nullable Detail log;

  DemoCommand() {
    spec = CommandSpec.create(); // replaced by picocli
    howMuch = new LoadOptions();
    watched = new WatchOptions();
    out = new OutOptions();
  }

  @Override
  public Integer call() {
    watched.check();
    out.check();
    var load = load();
    var view =
        new LiveView(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            new LiveView.Shown(true, Screen.isTerminal(), false));
    Logging.tell(log, view::log);
    if (base != null) {
      return runOn(base, load, view, () -> 0);
    }
    try (var shop = PracticeShop.start()) {
      return runOn(shop.url().toString(), load, view, shop::requests);
    }
  }

  private Load load() {
    return howMuch.load(USERS, Optional.of(TIME)).orElseGet(() -> users(USERS).during(TIME));
  }

  private int runOn(String url, Load load, LiveView view, LongSupplier serversCount) {
    var screen = spec.commandLine().getOut();
    var scenario = ShoppingFlow.scenario();
    // Whatever is wrong with the load is told before the first request.
    var options = options(url);
    var plan = Plan.of(scenario, load, Options.of(options));
    screen.println("The shopping flow at " + url + ".");
    try (var interruption = new Interruption();
        var watching = watched.open(screen)) {
      var first = once(scenario, options);
      screen.println(firstShopper(first));
      screen.flush();
      if (!first.success()) {
        return nothingGotThrough(first);
      }
      if (Interruption.happened()) {
        screen.println("Interrupted before the load began.");
        return SquallCommand.DONE;
      }
      long countedBefore = serversCount.getAsLong();
      var run = interruption.of(Run.start(plan), view::log);
      screen.println("Now " + load + ".");
      screen.println();
      screen.flush();
      watching.show(run);
      var results = view.follow(run);
      view.end(results);
      if (Interruption.happened()) {
        screen.println("Interrupted: these are the numbers of the time until then.");
        screen.println();
      }
      show(results, serversCount.getAsLong() - countedBefore, screen);
      out.write(new SavedResults(results, judge(results)));
      watching.linger(interruption);
      return results.totals().ok() > 0
          ? SquallCommand.DONE
          : SquallCommand.nothingGotThrough(results, spec.commandLine().getErr());
    }
  }

  private dev.squall.plan.Option[] options(String url) {
    var options = new ArrayList<>(List.of(at(url), seed(seed), grace(seconds(2))));
    if (authorities != null) {
      options.add(trust(authorities));
    }
    if (insecure) {
      options.add(insecure());
    }
    return options.toArray(dev.squall.plan.Option[]::new);
  }

  /**
   * One flow before the load: it shows that the scenario works, and neither side loads its classes
   * under load.
   */
  private static String firstShopper(Trace trace) {
    var extracted =
        trace.variables().isEmpty()
            ? ""
            : "\nIt extracted " + String.join(", ", trace.variables().keySet()) + ".";
    return (trace.success()
            ? "One shopper first: " + trace.steps().size() + " steps, all ok."
            : "One shopper first: stopped at step " + trace.steps().size() + ".")
        + extracted;
  }

  private void show(Results results, long counted, PrintWriter screen) {
    var report = report(results).within(Screen.columns());
    screen.print(report);
    if (base == null) {
      screen.println(serversCount(results.totals().sent(), counted));
    }
    screen.println();
    screen.print(Screen.picture(results).orElseGet(() -> report.chart(Screen.columns(), 12)));
    screen.println();
    screen.println("Next:");
    screen.println(
        "  ./squall demo --rate 20             the same flow as 20 new shoppers a second");
    screen.println("  ./squall demo --out report.html     a page with charts, for others");
    screen.println("  ./squall shop                       the shop alone, for your own probes");
    screen.println(
        "  jshell --class-path \"$(./squall classpath)\"    build a scenario in Java, see README.md");
    screen.flush();
  }

  /** The target's own count is the oracle of ours. */
  private static String serversCount(long sent, long counted) {
    return counted == sent
        ? "  server       the shop counted "
            + Numbers.count(counted)
            + " requests itself: every one that was sent"
        : "  server       the shop counted "
            + Numbers.count(counted)
            + " requests, sent were "
            + Numbers.count(sent);
  }

  private int nothingGotThrough(Trace trace) {
    var err = spec.commandLine().getErr();
    trace.steps().stream()
        .filter(step -> !(step.outcome() instanceof Outcome.Ok))
        .forEach(step ->
            err.println(
                "squall: " + step.name() + " (" + step.endpoint() + ") failed: " + step.error()));
    return SquallCommand.NOTHING_GOT_THROUGH;
  }
}
