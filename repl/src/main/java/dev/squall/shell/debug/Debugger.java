package dev.squall.shell.debug;

import dev.squall.load.Load;
import dev.squall.load.Users;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.ProblemException;
import dev.squall.run.Run;
import dev.squall.run.Stepped;
import dev.squall.run.Stepper;
import dev.squall.scenario.Given;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import dev.squall.shell.debug.Line.Tone;
import dev.squall.stats.Exemplar;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A scenario performed a request at a time, forwards and backwards, and then as load. Each word
 * answers with what there is to see. One word at a time; an interrupt of the calling thread ends
 * the request under way.
 *
 * <p>Words throw {@link ProblemException} for what makes no sense: a step or a variable that is
 * unknown, going on at the end, going back at the beginning.
 */
public final class Debugger implements AutoCloseable {
  private final Workload workload;
  private final Options options;
  private final Stepper stepper;
  private final OptionalLong total;
  private volatile boolean reveals;
  private volatile boolean coloured;

  private Debugger(Workload workload, Options options, Stepper stepper, OptionalLong total) {
    this.workload = workload;
    this.options = options;
    this.stepper = stepper;
    this.total = total;
  }

  /** Before the first step of the first iteration; the setup has been performed. */
  public static Debugger of(Workload workload, Option... options) {
    var plan = plan(workload, Options.of(options));
    var name = plan.scenarios().get(plan.scenarioOf(0)).name();
    return new Debugger(workload, plan.options(), Stepper.of(plan), count(workload, name));
  }

  /**
   * Before the first step of a finished run's iteration: with its draws, variables and row of data.
   *
   * @param arrival such as the results' slowest request of a step; its seed goes with it
   * @param options those of the run
   */
  public static Debugger of(Workload workload, Exemplar arrival, Option... options) {
    var plan = plan(workload, Options.of(options).withSeed(arrival.seed()));
    return new Debugger(
        workload, plan.options(), Stepper.of(plan, arrival), count(workload, arrival.scenario()));
  }

  private static Plan plan(Workload workload, Options options) {
    return Plan.of(workload, new Users(1).iterations(1), options);
  }

  private static OptionalLong count(Workload workload, String scenario) {
    return StepCount.of(
        scenarios(workload)
            .filter(each -> each.name().equals(scenario))
            .findFirst()
            .map(Scenario::steps)
            .orElse(List.of()));
  }

  private static Stream<Scenario> scenarios(Workload workload) {
    return switch (workload) {
      case Scenario single -> Stream.of(single);
      case Mix mix -> mix.shares().stream().map(Mix.Share::scenario);
    };
  }

  /** Variables whose values were given, as written. */
  private Stream<Given> given() {
    var own = workload instanceof Mix mix ? mix.variables().stream() : Stream.<Given>empty();
    return Stream.concat(own, scenarios(workload).flatMap(each -> each.variables().stream()));
  }

  /** Whether secrets are shown from now on. */
  public void reveal(boolean wanted) {
    reveals = wanted;
  }

  /** Whether views print themselves in colours (ANSI) from now on. */
  public void colour(boolean wanted) {
    coloured = wanted;
  }

  /** Whether pauses on the way are waited for from now on. */
  public void waitForPauses(boolean wanted) {
    stepper.waitForPauses(wanted);
  }

  /** Where it stands: the last step in full. */
  public DebugView show() {
    var performed = stepper.performed();
    return view(performed.isEmpty() ? List.of() : List.of(performed.getLast()));
  }

  /** Performs the upcoming step. */
  public DebugView next() {
    return view(List.of(stepper.next()));
  }

  /** Goes back before the last step; shows the one before that. */
  public DebugView back() {
    stepper.back();
    return show();
  }

  /** Sets a variable for what comes. */
  public DebugView set(String variable, String value) {
    var before = stepper.variables().get(variable);
    stepper.set(variable, value);
    var mask = new Mask(reveals);
    var shown = StepLines.cut(mask.value(variable, value));
    var line =
        before == null
            ? "+ " + variable + " = " + shown
            : "~ " + variable + ": " + StepLines.cut(mask.value(variable, before)) + " → " + shown;
    return view(List.of(Line.of(Tone.CHANGED, line)), List.of());
  }

  /** Performs up to the next step of that name; shows the last one performed in full. */
  public DebugView until(String step) {
    return view(stepper.until(step));
  }

  /** Passes the upcoming step without performing it. */
  public DebugView skip() {
    stepper.skip();
    return show();
  }

  /** Performs all that is left, and the teardown; shows the last step in full. */
  public DebugView finish() {
    return view(stepper.finish());
  }

  /** The variables and cookies of now. */
  public DebugView vars() {
    var mask = new Mask(reveals);
    var changed = stepper.changed();
    var lines = new ArrayList<Line>();
    stepper
        .variables()
        .forEach((name, value) ->
            lines.add(
                Line.of(
                    changed.containsKey(name) ? Tone.CHANGED : Tone.PLAIN,
                    name
                        + " = "
                        + StepLines.cut(mask.value(name, value))
                        + (changed.containsKey(name) ? "   (set by hand)" : ""))));
    given()
        .filter(each -> !changed.containsKey(each.name()))
        .forEach(each ->
            lines.add(
                Line.of(
                    Tone.FAINT,
                    each.name()
                        + " = "
                        + StepLines.cut(mask.value(each.name(), each.value().text()))
                        + "   (given)")));
    for (var cookie : stepper.cookies()) {
      lines.add(
          Line.of(
              Tone.FAINT,
              "cookie "
                  + cookie.name()
                  + " = "
                  + StepLines.cut(mask.value("cookie", cookie.value()))
                  + "   for "
                  + cookie.domain()
                  + cookie.path()));
    }
    if (lines.isEmpty()) {
      lines.add(Line.of(Tone.FAINT, "no variable has a value, and there is no cookie"));
    }
    return view(lines, List.of());
  }

  /**
   * Starts the same scenario as load, with the options of this debugger. Variables that were set by
   * hand are given to it with these values, and no step extracts them any more.
   */
  public Run continueAs(Load load) {
    return Run.start(Plan.of(ChangedScenario.of(workload, stepper.changed()), load, options));
  }

  /** What is going on, for whoever wants the facts and not the screen. */
  public Stepper stepper() {
    return stepper;
  }

  private DebugView view(List<Stepped> performed) {
    return view(List.of(), performed);
  }

  /** Only the last of several steps is shown in full, and where it stands comes last. */
  private DebugView view(List<Line> first, List<Stepped> performed) {
    var mask = new Mask(reveals);
    var lines = new ArrayList<>(first);
    for (int i = 0; i < performed.size() - 1; i++) {
      lines.add(StepLines.brief(performed.get(i), mask));
    }
    if (!performed.isEmpty()) {
      lines.addAll(StepLines.of(performed.getLast(), mask));
    }
    lines.add(Line.of(stepper.failedAt().isPresent() ? Tone.BAD : Tone.TITLE, standing()));
    return new DebugView(lines, coloured);
  }

  private String standing() {
    long done = stepper.performed().size();
    boolean isCounted = total.isPresent() && done <= total.getAsLong();
    return done
        + (isCounted ? " of " + total.getAsLong() : "")
        + " done · "
        + stepper
            .upcoming()
            .map("next: "::concat)
            .orElseGet(() -> stepper.failedAt().map("ended at "::concat).orElse("the end"));
  }

  /** What {@link #show} shows. */
  @Override
  public String toString() {
    return show().toString();
  }

  /** Performs the teardown, if nobody did, and closes every connection. */
  @Override
  public void close() {
    stepper.close();
  }
}
