package dev.squall.run;

import dev.squall.plan.Planned;
import dev.squall.problem.Nearest;
import dev.squall.scenario.UserSession;

/** A user's session as one code step sees it. */
final class CodeSession implements UserSession {
  private final Session session;
  private final Planned.Code step;

  CodeSession(Session session, Planned.Code step) {
    this.session = session;
    this.step = step;
  }

  @Override
  public boolean has(String variable) {
    var slot = step.readable().get(variable);
    return slot != null && session.get(slot) != null;
  }

  @Override
  public String get(String variable) {
    var slot = step.readable().get(variable);
    var value = slot == null ? null : session.get(slot);
    if (value == null) {
      throw new IllegalArgumentException(
          "no value for "
              + variable
              + Nearest.to(variable, session.known()).map(name -> "; known is " + name).orElse(""));
    }
    return value;
  }

  @Override
  public void set(String variable, Object value) {
    var slot = step.writable().get(variable);
    if (slot == null) {
      throw new IllegalArgumentException(
          "the step "
              + step.name()
              + " does not say that it sets "
              + variable
              + ": add .sets(\""
              + variable
              + "\")");
    }
    session.set(slot, String.valueOf(value));
  }

  @Override
  public int user() {
    return session.user();
  }

  @Override
  public long iteration() {
    return session.index();
  }

  @Override
  public double random() {
    return session.share(step.place());
  }
}
