package dev.squall.run;

import dev.squall.http.Wire;
import dev.squall.plan.Plan;
import dev.squall.problem.Nearest;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Given;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.stats.Exemplar;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An iteration of a plan performed a request at a time, forwards and backwards. The same steps are
 * performed as under load, except that branches of parallel steps take turns and pauses are not
 * waited for unless somebody wants to.
 *
 * <p>Going back restores variables, cookies and draws; what a server or a code step's own objects
 * remember is beyond it. Interrupting the thread that called ends the request under way. Whoever
 * performs steps waits for others that do; looking never waits.
 */
public final class Stepper implements AutoCloseable {

  /** What everybody may look at meanwhile. */
  private record State(
      Optional<String> upcoming,
      Map<String, String> variables,
      List<KeptCookie> cookies,
      List<Stepped> performed,
      Optional<String> failedAt) {}

  private final RunContext context;
  private final String scenario;
  private final Tracer outsideTracer;
  private final Outside outside;
  private final Trail trail;
  private final Optional<String> failedSetup;
  private final List<TracedStep> around = Collections.synchronizedList(new ArrayList<>());
  private boolean tornDown;
  private volatile State state;

  private Stepper(Plan plan, Round round) {
    this.scenario = plan.scenarios().get(round.scenario()).name();
    this.context = Once.context(plan, new Wire(Network.settings(plan.options())));
    this.outsideTracer = new Tracer(context);
    this.outside = new Outside(context, new Answer(true), outsideTracer);
    this.failedSetup = Interruptible.perform("squall-setup", outside::setUp);
    around.addAll(outsideTracer.taken());
    context.begin();
    this.trail = new Trail(context, round, new Tracer(context));
    this.state = go(Trail.Reach.HERE);
  }

  /**
   * The first iteration, as {@link Once#perform(Plan)} performs it; the setup has been performed
   * when this returns. The plan's load plays no part.
   *
   * @throws ProblemException when this machine cannot do what the options ask for
   */
  public static Stepper of(Plan plan) {
    return new Stepper(plan, Round.first(plan));
  }

  /**
   * A finished run's iteration again, with the same draws, variables and row of data, where the
   * plan is the run's and has its seed.
   *
   * @throws ProblemException also when the plan has no scenario of that name
   */
  public static Stepper of(Plan plan, Exemplar arrival) {
    return new Stepper(plan, Round.again(plan, arrival));
  }

  /** Whether pauses on the way are waited for from now on; at first they are not. */
  public synchronized void waitForPauses(boolean wanted) {
    trail.waitForPauses(wanted);
  }

  /** The name of the step that {@link #next} would perform; nothing at the end. */
  public Optional<String> upcoming() {
    return state.upcoming;
  }

  /**
   * Performs the upcoming step. One that fails ends the iteration, unless it is optional.
   *
   * @throws ProblemException at the end
   */
  public synchronized Stepped next() {
    requireMore();
    state = go(Trail.Reach.NEXT);
    return state.performed.getLast();
  }

  /**
   * Goes back before the last step: variables, cookies and draws are as they were.
   *
   * @throws ProblemException at the beginning
   */
  public synchronized void back() {
    if (!trail.hasBegun()) {
      throw problem("there is no step to go back before", "next() performs the first one");
    }
    trail.back();
    state = go(Trail.Reach.HERE);
  }

  /**
   * Passes the upcoming step without performing it, as if it had gone well and found nothing:
   * variables stay as they are.
   *
   * @throws ProblemException at the end
   */
  public synchronized void skip() {
    requireMore();
    state = go(Trail.Reach.SKIP);
  }

  /**
   * Performs up to, not including, the next step of that name; nothing where it is the upcoming
   * one, and all that is left where it never comes.
   *
   * @throws ProblemException when the scenario has no such step, and at the end
   */
  public synchronized List<Stepped> until(String step) {
    var names = trail.stepNames();
    if (!names.contains(step)) {
      throw problem("it has no step \"" + step + "\"", nearest(step, names));
    }
    requireMore();
    return all(Trail.Reach.before(step));
  }

  /** Performs all that is left, then the teardown, which is performed once. */
  public synchronized List<Stepped> finish() {
    var performed = isDone() ? List.<Stepped>of() : all(Trail.Reach.END);
    tearDown();
    return performed;
  }

  /**
   * Sets a variable before the upcoming step; one that a step extracts has this value until one
   * extracts it again. Going back before the step behind which it was set undoes it.
   *
   * @throws ProblemException when the scenario does not know the variable
   */
  public synchronized void set(String variable, String value) {
    var known = Stream.concat(context.plan.variables().stream(), given()).distinct().toList();
    if (!known.contains(variable)) {
      throw problem("it has no variable \"" + variable + "\"", nearest(variable, known));
    }
    trail.set(variable, value);
    state = go(Trail.Reach.HERE);
  }

  private Stream<String> given() {
    return switch (context.plan.workload()) {
      case Scenario single -> single.variables().stream().map(Given::name);
      case Mix mix ->
          Stream.concat(
                  mix.variables().stream(),
                  mix.shares().stream().flatMap(share -> share.scenario().variables().stream()))
              .map(Given::name);
    };
  }

  /** The values of now, in the order in which the variables are declared. */
  public Map<String, String> variables() {
    return state.variables;
  }

  /** The values that were set by hand and not undone. */
  public synchronized Map<String, String> changed() {
    return Collections.unmodifiableMap(trail.changed());
  }

  /** The cookies of now, the oldest first. */
  public List<KeptCookie> cookies() {
    return state.cookies;
  }

  /** The steps that it is past, in their order. */
  public List<Stepped> performed() {
    return state.performed;
  }

  /** What was performed once around the iteration: the setup and, at last, the teardown. */
  public List<TracedStep> around() {
    synchronized (around) {
      return List.copyOf(around);
    }
  }

  /** Whether nothing is left to be performed. */
  public boolean isDone() {
    return state.upcoming.isEmpty();
  }

  /** The step that ended the iteration before its end; the setup's, where that failed. */
  public Optional<String> failedAt() {
    return state.failedAt;
  }

  private List<Stepped> all(Trail.Reach reach) {
    state = go(reach);
    int passed = state.performed.size();
    return state.performed.subList(passed - trail.performed(), passed);
  }

  private State go(Trail.Reach reach) {
    if (failedSetup.isPresent()) {
      return new State(Optional.empty(), Map.of(), List.of(), List.of(), failedSetup);
    }
    walk(reach);
    if (trail.isLost()) {
      walk(Trail.Reach.HERE);
    }
    return new State(
        trail.upcoming(),
        Collections.unmodifiableMap(new LinkedHashMap<>(trail.variables())),
        KeptCookie.of(trail.cookies()),
        trail.told(),
        trail.failedAt());
  }

  /** On a virtual thread, as under load; unlike any other it can be interrupted while it reads. */
  private void walk(Trail.Reach reach) {
    Interruptible.perform(
        "squall-step",
        () -> {
          trail.go(reach);
          return true;
        });
  }

  private void tearDown() {
    if (!tornDown && failedSetup.isEmpty()) {
      tornDown = true;
      Interruptible.perform(
          "squall-teardown",
          () -> {
            outside.tearDown();
            return true;
          });
      around.addAll(outsideTracer.taken());
    }
  }

  private void requireMore() {
    if (isDone()) {
      throw failedAt()
          .map(step -> problem("it ended at " + step, "back() goes before the last step"))
          .orElseGet(() -> problem("it is over", "back() goes before the last step"));
    }
  }

  private static String nearest(String name, Collection<String> known) {
    return Nearest.to(name, known)
        .map(other -> "did you mean " + other + "?")
        .orElseGet(() -> known.isEmpty() ? "it has none" : "it has " + String.join(", ", known));
  }

  private ProblemException problem(String what, String hint) {
    return new ProblemException(
        List.of(new Problem(Position.in("scenario " + scenario), what, hint)));
  }

  /** Performs the teardown, if nobody did, and closes every connection. */
  @Override
  public synchronized void close() {
    try (var _ = context.wire;
        var _ = outside;
        var _ = trail) {
      tearDown();
    }
  }
}
