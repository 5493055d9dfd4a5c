package dev.squall.shell;

import dev.squall.Squall;
import dev.squall.plan.Option;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.KeptCookie;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import dev.squall.shell.debug.Debugger;
import dev.squall.shell.exports.Exports;
import dev.squall.shell.exports.Format;
import dev.squall.shell.probe.Response;
import dev.squall.shell.reply.ResponseDiff;
import dev.squall.shell.reply.Suggestions;
import dev.squall.shell.session.Revealed;
import dev.squall.shell.session.Session;
import dev.squall.shell.session.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /**
   * Goes through a scenario a request at a time: {@code var d = debug(draft())}, then {@code
   * d.next()}, {@code d.back()}, {@code d.set("id", "prod-2")}, {@code d.continueAs(…)}.
   */
  public static Debugger debug(Workload workload, Option... options) {
    var session = Session.here();
    var all = new ArrayList<>(List.of(options));
    session.base().ifPresent(url -> all.addFirst(Squall.at(url)));
    return session.debug(Debugger.of(workload, all.toArray(Option[]::new)));
  }

  /** The variables of the user who probes: {@code vars().get("id")}. */
  public static Vars vars() {
    return Session.here().vars();
  }

  /**
   * A secret in full: a variable, a header of the last answer, or a cookie. Anything else that is
   * shown hides the secrets that the session knows.
   *
   * @throws ProblemException when nothing has that name
   */
  public static Revealed reveal(String name) {
    return Session.here()
        .reveal(name)
        .orElseThrow(() ->
            new ProblemException(
                List.of(
                    new Problem(
                        Position.in("reveal"),
                        "nothing is called " + name,
                        "vars(), last().headers() and cookies() show the names"))));
  }

  /** The cookies of the user who probes. */
  public static List<KeptCookie> cookies() {
    return Session.here().user().cookies();
  }

  /** Extractors and checks that the last answer suggests. */
  public static Suggestions suggest() {
    var tried = Session.here().lastProbe();
    return Suggestions.of(tried.request(), tried.response().step());
  }

  /** What differs between two answers, but for what changes with every answer. */
  public static ResponseDiff diff(Response a, Response b) {
    return ResponseDiff.of(a.step(), b.step());
  }

  /**
   * A scenario as another tool's text: {@code export(draft(), "k6")}; secrets are left to the
   * environment.
   */
  public static String export(Scenario scenario, String format) {
    return Exports.of(
            Format.named(format)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "curl, httpx, java, jsh, k6, gatling or hurl, not " + format)),
            scenario,
            Optional.empty())
        .text();
  }
}
