package dev.squall.run;

import dev.squall.http.Cookie;
import dev.squall.sample.Iteration;
import dev.squall.sample.Outcome;
import dev.squall.sample.StepInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an iteration has come, and the way back. Each time it goes on, it begins anew: steps that
 * it is past are not performed again but leave what they left the first time, which takes no time
 * worth speaking of and makes going back a matter of forgetting. Draws are decided by seed,
 * iteration and place, so that the way is the same again.
 */
final class Trail implements Gate, AutoCloseable {

  /**
   * How far to go on.
   *
   * @param steps at most so many
   * @param before not into a step of this name; nothing for any
   * @param skips whether they are passed without being performed
   */
  record Reach(int steps, Optional<String> before, boolean skips) {
    /** To where one stands, to see what is next. */
    static final Reach HERE = new Reach(0, Optional.empty(), false);

    static final Reach NEXT = new Reach(1, Optional.empty(), false);
    static final Reach SKIP = new Reach(1, Optional.empty(), true);
    static final Reach END = new Reach(Integer.MAX_VALUE, Optional.empty(), false);

    static Reach before(String step) {
      return new Reach(Integer.MAX_VALUE, Optional.of(step), false);
    }
  }

  /** A step that it is past, and everything that it left. */
  private record Print(
      int step, Session left, List<Cookie> cookies, Outcome outcome, Stepped told) {}

  /**
   * A variable that somebody set.
   *
   * @param after how many steps had been performed
   * @param slot -1 for one whose value was given
   */
  private record Change(int after, String variable, int slot, String value) {}

  private final RunContext context;
  private final Round round;
  private final Tracer tracer;
  private final VirtualUser user;
  private final List<Cookie> firstCookies;
  private final List<Print> prints = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private boolean waitsForPauses;

  // Of the pass under way, or of the last one.
  private Reach reach = Reach.HERE;
  private int at;
  private int performed;
  private Map<String, String> before = Map.of();
  private @Nullable StepInfo upcoming;
  private Map<String, String> variables = Map.of();

  Trail(RunContext context, Round round, Tracer tracer) {
    this.context = context;
    this.round = round;
    this.tracer = tracer;
    this.user = new VirtualUser(context, round.user(), new Answer(true), tracer, this);
    this.firstCookies = user.cookies().all();
  }

  void waitForPauses(boolean wanted) {
    waitsForPauses = wanted;
  }

  /** Goes on from where it stands. To be called on a thread that may be interrupted. */
  void go(Reach to) {
    reach = to;
    at = 0;
    performed = 0;
    upcoming = null;
    restoreCookies();
    user.iterate(round.scenario(), round.iteration(), round.number(), context.now());
    if (upcoming == null) {
      change(user.session());
      variables = user.session().variables();
    }
  }

  /** Whether an interrupt came while no step was performed: nobody knows what is next. */
  boolean isLost() {
    return upcoming == null && user.end() == Iteration.End.INTERRUPTED && !wasInterrupted();
  }

  private boolean wasInterrupted() {
    return !prints.isEmpty() && prints.getLast().outcome instanceof Outcome.Interrupted;
  }

  @Override
  public void begun(Session session) {
    change(session);
  }

  @Override
  public @Nullable Outcome before(int step, Session session) {
    if (upcoming != null || (at == prints.size() && wasInterrupted())) {
      return Outcome.INTERRUPTED;
    }
    if (at < prints.size() && prints.get(at).step == step) {
      return again(prints.get(at), session);
    }
    leaveOldWay();
    change(session);
    var info = context.plan.infos().get(step);
    if (performed == reach.steps || reach.before.filter(info.name()::equals).isPresent()) {
      upcoming = info;
      variables = session.variables();
      return Outcome.INTERRUPTED;
    }
    performed++;
    if (reach.skips) {
      var told = new Stepped(Tracer.unsent(info, "", Outcome.OK), List.of(), true);
      keep(step, session, Outcome.OK, told);
      return Outcome.OK;
    }
    before = session.variables();
    return null;
  }

  private Outcome again(Print print, Session session) {
    session.backTo(print.left);
    at++;
    change(session);
    restoreCookies();
    return print.outcome;
  }

  /** A clock or somebody's code decided otherwise than before. */
  private void leaveOldWay() {
    if (at < prints.size()) {
      forgetFrom(at);
      restoreCookies();
    }
  }

  private void restoreCookies() {
    if (at == prints.size() || at == 0) {
      user.cookies().restore(at == 0 ? firstCookies : prints.get(at - 1).cookies);
    }
  }

  @Override
  public void after(int step, Session session, Outcome outcome) {
    var info = context.plan.infos().get(step);
    var traced = tracer.taken();
    keep(
        step,
        session,
        outcome,
        new Stepped(
            traced.isEmpty() ? Tracer.unsent(info, "", outcome) : traced.getLast(),
            differences(before, session.variables()),
            false));
  }

  private void keep(int step, Session session, Outcome outcome, Stepped told) {
    prints.add(new Print(step, session.moment(), user.cookies().all(), outcome, told));
    at++;
  }

  private static List<VariableChange> differences(
      Map<String, String> before, Map<String, String> after) {
    var names = new LinkedHashMap<>(after);
    before.forEach(names::putIfAbsent);
    return names.keySet().stream()
        .map(name ->
            new VariableChange(
                name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  @Override
  public boolean waits() {
    return waitsForPauses && at == prints.size() && performed < reach.steps;
  }

  /** Applies what was set at this point. */
  private void change(Session session) {
    var given = new LinkedHashMap<String, String>();
    for (var change : changes) {
      if (change.slot < 0 && change.after <= at) {
        given.put(change.variable, change.value);
      } else if (change.after == at) {
        session.set(change.slot, change.value);
      }
    }
    session.instead(given);
  }

  /** How many steps the last pass went on. */
  int performed() {
    return performed;
  }

  /** Sets a variable where it stands. */
  void set(String variable, String value) {
    changes.add(
        new Change(prints.size(), variable, context.plan.variables().indexOf(variable), value));
  }

  /** Whether it stands behind a step. */
  boolean hasBegun() {
    return !prints.isEmpty();
  }

  /** Before the last step, as if it had never been; what was set behind it is not set any more. */
  void back() {
    forgetFrom(prints.size() - 1);
  }

  private void forgetFrom(int step) {
    prints.subList(step, prints.size()).clear();
    changes.removeIf(change -> change.after > step);
  }

  /** What was set by hand, the last value of each. */
  Map<String, String> changed() {
    var changed = new LinkedHashMap<String, String>();
    changes.forEach(change -> changed.put(change.variable, change.value));
    return changed;
  }

  /** What is performed next; nothing at the end. */
  Optional<String> upcoming() {
    return Optional.ofNullable(upcoming).map(StepInfo::name);
  }

  /** Those that have a value, with those that were set by hand. */
  Map<String, String> variables() {
    var all = new LinkedHashMap<>(variables);
    changes.stream()
        .filter(change -> change.slot < 0)
        .forEach(change -> all.put(change.variable, change.value));
    return all;
  }

  List<Cookie> cookies() {
    return user.cookies().all();
  }

  List<Stepped> told() {
    return prints.stream().map(Print::told).toList();
  }

  /** The step that ended the iteration before its end. */
  Optional<String> failedAt() {
    if (upcoming != null) {
      return Optional.empty();
    }
    return switch (user.end()) {
      case FAILED -> Optional.of(context.plan.infos().get(user.failedStep()).name());
      case INTERRUPTED ->
          prints.isEmpty() ? Optional.empty() : Optional.of(told().getLast().step().name());
      case COMPLETED, ABANDONED -> Optional.empty();
    };
  }

  /** The names of the steps that have one. */
  List<String> stepNames() {
    var scenario = context.plan.scenarios().get(round.scenario()).name();
    return context.plan.infos().stream()
        .filter(info -> info.scenario().equals(scenario) && info.role() != StepInfo.Role.OUTSIDE)
        .map(StepInfo::name)
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    user.close();
  }
}
