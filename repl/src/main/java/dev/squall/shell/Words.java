package dev.squall.shell;

import dev.squall.plan.Option;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.shell.probe.Response;
import dev.squall.shell.session.Session;

/**
 * The words of a session: they belong to the one whose snippet they stand in. Everything else is
 * {@link dev.squall.Squall} and {@link dev.squall.analysis.Analysis}.
 */
public final class Words extends RunWords {
  private Words() {}

  /** The scenario that was built of kept probes, on the base of the session. */
  public static Scenario draft() {
    return Session.here().scenario();
  }

  /** The answer to the last probe. */
  public static Response last() {
    return Session.here().lastProbe().response();
  }

  /** Sends a request now, as the user of the session: its variables and cookies, and its base. */
  public static Response probe(Request request, Option... options) {
    return Session.here().send(request, options);
  }

  /** Makes the last probe a step of the draft, under a name; gives the draft. */
  public static Scenario keep(String name) {
    var session = Session.here();
    session.keep(name);
    return session.scenario();
  }

  /** Paths of probes and of the draft stand on this URL from now on. */
  public static void base(String url) {
    Session.here().base(url);
  }
}
