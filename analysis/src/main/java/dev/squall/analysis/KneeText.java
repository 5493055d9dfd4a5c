package dev.squall.analysis;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Verdict;
import java.util.ArrayList;
import java.util.Locale;

/** A knee for a terminal: where it lies, the steps, why it stopped, the law. */
record KneeText(Knee knee) {

  @Override
  public String toString() {
    var text = new StringBuilder(Columns.sentence(sentence()));
    text.append('\n').append(table()).append('\n');
    if (!knee.stopped().isEmpty()) {
      text.append(Columns.sentence("stopped: " + knee.stopped()));
    }
    knee.next()
        .ifPresent(next ->
            text.append(
                Columns.sentence(
                    "next: %s %s%s"
                        .formatted(
                            Numbers.decimal(next.offered()),
                            knee.unit(),
                            next.achieved()
                                .map(expected -> ", expected " + range(expected) + "/s")
                                .orElse("")))));
    knee.fit().ifPresent(fit -> text.append(Columns.sentence(law(fit))));
    return text.toString();
  }

  private String sentence() {
    var goal = knee.goal().toString();
    return knee.knee()
        .map(found ->
            Double.isInfinite(found.high())
                ? "%s holds at every level so far, up to %s %s."
                    .formatted(goal, Numbers.decimal(found.low()), knee.unit())
                : "%s holds up to %s %s and no longer at %s."
                    .formatted(
                        goal,
                        Numbers.decimal(found.low()),
                        knee.unit(),
                        Numbers.decimal(found.high())))
        .orElse(
            knee.steps().isEmpty()
                ? "Nothing was measured."
                : goal + " does not hold at the lowest level already.");
  }

  private Columns table() {
    var table = new Columns(0);
    table.row(
        knee.unit(),
        "expected/s",
        "achieved/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "errors",
        "goal",
        "");
    for (var step : knee.steps()) {
      table.row(
          Numbers.decimal(step.offered()),
          step.predicted().map(KneeText::range).orElse("–"),
          Numbers.decimal(step.achieved()),
          Numbers.millis(step.p50()),
          Numbers.millis(step.p95()),
          Numbers.millis(step.p99()),
          ChangeText.percent(step.errorRate(), step.errorRate()),
          step.goal().met() ? "met" : "missed",
          remarks(step));
    }
    return table;
  }

  private static String remarks(KneeStep step) {
    var remarks = new ArrayList<String>();
    if (!step.asPredicted()) {
      remarks.add("not as expected");
    }
    if (!step.settled()) {
      remarks.add("never settled");
    }
    if (step.verdict() != Verdict.TRUSTED) {
      remarks.add(step.verdict().label());
    }
    return String.join(", ", remarks);
  }

  private static String range(Interval interval) {
    return Double.isInfinite(interval.high())
        ? "from " + Numbers.decimal(interval.low())
        : Numbers.decimal(interval.low()) + "–" + Numbers.decimal(interval.high());
  }

  private static String law(ScalabilityFit fit) {
    var capacity = fit.capacity();
    return "universal scalability law: λ %s (%s), σ %s (%s), κ %s (%s); at most %s"
        .formatted(
            small(fit.law().lambda()),
            small(fit.lambda()),
            small(fit.law().sigma()),
            small(fit.sigma()),
            small(fit.law().kappa()),
            small(fit.kappa()),
            Double.isInfinite(capacity.high()) || Double.isInfinite(capacity.estimate())
                ? "not in sight from these steps"
                    + (Double.isInfinite(capacity.low())
                        ? ""
                        : ", " + Numbers.decimal(capacity.low()) + "/s or more")
                : range(capacity) + "/s");
  }

  private static String small(Interval interval) {
    return small(interval.low()) + "–" + small(interval.high());
  }

  private static String small(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
  }
}
