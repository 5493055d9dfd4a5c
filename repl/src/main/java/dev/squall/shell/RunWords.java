package dev.squall.shell;

import dev.squall.plan.Option;
import dev.squall.scenario.Workload;
import dev.squall.shell.command.Burst;
import dev.squall.shell.command.ReportFiles;
import dev.squall.shell.session.RunList;
import dev.squall.shell.session.Session;
import dev.squall.stats.Results;
import java.nio.file.Path;
import java.util.List;

/** The words about load and its runs; {@link Words} has them all. */
public class RunWords extends DisplayWords {
  RunWords() {}

  /** The runs of the session, with what each came to so far. */
  public static RunList runs() {
    return RunList.of(Session.here().runs().all());
  }

  /** The results of a run: {@code runs(1)} are those of r1; of one under way, so far. */
  public static Results runs(int number) {
    return Session.here().runs().get(number).results();
  }

  /**
   * Runs the draft as load, or the last probe where the draft has no step: {@code burst("20 users
   * for 10s")}.
   */
  public static Results burst(String load) {
    var session = Session.here();
    return Burst.of(session, load).run();
  }

  /** Runs a scenario or a mix with a load in words: {@code burst(shop, "100/s for 30s")}. */
  public static Results burst(Workload workload, String load, Option... options) {
    var session = Session.here();
    return Burst.of(session, workload, load, options).run();
  }

  /** Ends a run that is under way; its numbers are there soon. */
  public static void stopRun(int number) {
    Session.here().runs().get(number).stop();
  }

  /** Files of the runs of earlier sessions, the newest first: {@code Results.load} reads them. */
  public static List<Path> earlierRuns() {
    return Session.here().runs().earlier();
  }

  /** A run of an earlier session becomes one of this; its number counts from 1 in their list. */
  public static Results bringRun(int number) {
    return Session.here().runs().bring(number).results();
  }

  /** Writes results into files; what each holds its ending says: {@code .html}, {@code .json}. */
  public static List<Path> writeReport(Results results, String... files) {
    return ReportFiles.write(Session.here(), results, files);
  }

  /** This host may be loaded, for the rest of the session. */
  public static void allow(String host) {
    Session.here().guard().allow(host);
  }
}
