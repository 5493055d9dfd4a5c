package dev.squall.report;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Estimate;
import dev.squall.stats.Results;
import dev.squall.stats.Verdict;
import java.util.Locale;

/** Whether to believe the numbers, and what they say in a sentence that a student understands. */
record Summary(Results results, int columns) {
  /** A pause that is no doubt yet and shows in a single latency all the same. */
  private static final double NOTABLE_MS = 10;

  /** The verdict, what nobody should overlook, and the sentence. */
  String all() {
    return verdict() + warning() + sentence();
  }

  /** A line with the verdict and its reasons. */
  String verdict() {
    return Paragraph.wrap(
        " " + results.generator().verdict().label() + ": " + reasons(), "   ", columns);
  }

  /** Why to believe it, or why not. */
  String reasons() {
    var generator = results.generator();
    return generator.verdict() == Verdict.TRUSTED
        ? String.format(
            Locale.ROOT,
            "%s%.2f processors used%s",
            lateness(),
            generator.cpuSeconds() / Math.max(1e-9, results.totals().elapsedSeconds()),
            pause())
        : String.join("; ", generator.reasons());
  }

  /** What nobody should overlook; empty where all is well. */
  String warning() {
    return results.info().connections().insecure()
        ? Paragraph.wrap(
            "  TLS certificates are NOT verified (insecure): these numbers may come from anybody",
            "  ",
            columns)
        : "";
  }

  /** How late a thread beside the users woke up: it would have been as late to read an answer. */
  private String lateness() {
    return results.generator().schedulerLateness().percentile(99) instanceof Estimate.Exact(var ms)
        ? "99 of 100 wakings within " + Numbers.decimal(ms) + " ms, "
        : "";
  }

  /** Everybody who waited for an answer just then saw it that much later. */
  private String pause() {
    double longest = results.generator().gc().longestMs();
    return longest >= NOTABLE_MS ? ", stopped for " + Numbers.decimal(longest) + " ms once" : "";
  }

  /** How many, how many failed, what half of them and 99 of 100 had to wait. */
  String sentence() {
    var totals = results.totals();
    if (totals.requests() == 0) {
      return " No request was sent to its end: there is nothing to measure.\n";
    }
    var failed =
        totals.failed() == 0
            ? "none of them failed"
            : Numbers.percent(totals.failed(), totals.requests()) + " of them failed";
    var sentence =
        String.format(
            Locale.ROOT,
            " %s requests in %.1f s; %s%s. ",
            Numbers.count(totals.requests()),
            totals.elapsedSeconds(),
            failed,
            totals.interrupted() == 0
                ? ""
                : "; " + Numbers.count(totals.interrupted()) + " had no answer when the run ended");
    if (results.response().percentile(50) instanceof Estimate.None) {
      return sentence + "None was answered.\n";
    }
    return Paragraph.wrap(
            sentence
                + "Half of them took "
                + Numbers.millisInWords(results.response().percentile(50))
                + ", 99 of 100 "
                + Numbers.millisInWords(results.response().percentile(99))
                + ".",
            " ",
            columns)
        + waiting();
  }

  /** Response and service time apart: requests waited here before they were sent. */
  private String waiting() {
    double response = atLeast(results.response().percentile(99));
    if (results.service().percentile(99) instanceof Estimate.Exact(var service)
        && response > 2 * service
        && response > service + 1) {
      return Paragraph.wrap(
          " Users waited longer than the server worked: 99 of 100 were served within "
              + Numbers.decimal(service)
              + " ms once sent.",
          " ",
          columns);
    }
    return "";
  }

  private static double atLeast(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact(var ms) -> ms;
      case Estimate.AtLeast(var ms) -> ms;
      case Estimate.None() -> 0;
    };
  }
}
