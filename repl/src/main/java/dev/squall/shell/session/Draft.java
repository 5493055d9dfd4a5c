package dev.squall.shell.session;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A scenario that grows by the steps that are kept. It is an ordinary one at every moment. */
public final class Draft {
  /** What it is called until somebody gives it a name. */
  public static final String NAME = "draft";

  private volatile Scenario scenario = new Scenario(NAME, List.of(), Optional.empty());

  /** As it is now. */
  public Scenario scenario() {
    return scenario;
  }

  /** Becomes this one. */
  public void become(Scenario other) {
    scenario = other;
  }

  /** Puts a step behind the others, or in the place of the one of the same name; its number. */
  public synchronized int keep(Request request) {
    var steps = new ArrayList<>(scenario.steps());
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Request old && old.name().equals(request.name())) {
        steps.set(i, request);
        with(steps);
        return i + 1;
      }
    }
    steps.add(request);
    with(steps);
    return steps.size();
  }

  /**
   * Puts the steps of another scenario behind the others, with the data and the variables that they
   * need; a variable that is there already keeps its value.
   */
  public synchronized void add(Scenario other) {
    var old = scenario;
    var steps = new ArrayList<>(old.steps());
    steps.addAll(other.steps());
    var feeds = new ArrayList<>(old.feeds());
    other.feeds().stream().filter(feed -> !feeds.contains(feed)).forEach(feeds::add);
    var variables = new ArrayList<>(old.variables());
    other.variables().stream()
        .filter(one -> old.variables().stream().noneMatch(two -> two.name().equals(one.name())))
        .forEach(variables::add);
    scenario =
        new Scenario(
            old.name(),
            steps,
            old.base(),
            old.headers(),
            old.setup(),
            old.teardown(),
            feeds,
            old.pacing(),
            variables);
  }

  /** Changes the request at a number. */
  public synchronized void edit(int number, UnaryOperator<Request> change) {
    var steps = new ArrayList<>(scenario.steps());
    if (!(steps.get(number - 1) instanceof Request request)) {
      throw wrong("step " + number + " is no request", "%drop it, and %keep another");
    }
    steps.set(number - 1, change.apply(request));
    with(steps);
  }

  /** Takes a step away, and gives it. */
  public synchronized Step drop(int number) {
    var steps = new ArrayList<>(scenario.steps());
    var gone = steps.remove(number - 1);
    with(steps);
    return gone;
  }

  /** Puts a step before another place. */
  public synchronized void move(int from, int to) {
    var steps = new ArrayList<>(scenario.steps());
    steps.add(to - 1, steps.remove(from - 1));
    with(steps);
  }

  /**
   * The number, from 1, of a step that is named or numbered.
   *
   * @throws ProblemException when there is none
   */
  public int number(String word) {
    var steps = scenario.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (name(steps.get(i)).equals(word)) {
        return i + 1;
      }
    }
    if (word.matches("\\d{1,6}")
        && Integer.parseInt(word) >= 1
        && Integer.parseInt(word) <= steps.size()) {
      return Integer.parseInt(word);
    }
    throw wrong(
        "there is no step " + word + " in the draft",
        steps.isEmpty() ? "%keep a probe first" : "here is " + String.join(", ", names()));
  }

  /** What its steps are called. */
  public List<String> names() {
    return scenario.steps().stream().map(Draft::name).toList();
  }

  /** What a step is called: its row's name, or what it does. */
  public static String name(Step step) {
    return step instanceof Request request ? request.name() : step.toString();
  }

  private static ProblemException wrong(String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in("draft"), what, hint)));
  }

  private void with(List<Step> steps) {
    var old = scenario;
    scenario =
        new Scenario(
            old.name(),
            steps,
            old.base(),
            old.headers(),
            old.setup(),
            old.teardown(),
            old.feeds(),
            old.pacing(),
            old.variables());
  }
}
