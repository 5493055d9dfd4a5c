package dev.squall.analysis;

import dev.squall.problem.ProblemException;
import dev.squall.sheet.Numbers;
import dev.squall.stats.Results;
import dev.squall.stats.StepStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Arithmetic on what was measured: what the run would have come to if one thing had been otherwise
 * and nothing else. Each word returns another what-if; assumptions are printed with the numbers.
 */
public final class WhatIf {

  /** A step: its times, how many requests, and the share that fails. */
  private record Part(String name, String scenario, Times times, double count, double failures) {}

  private final List<Part> parts;
  private final int retries;
  private final int perPage;
  private final List<String> assumptions;
  private final Outlook before;

  private WhatIf(
      List<Part> parts, int retries, int perPage, List<String> assumptions, Outlook before) {
    this.parts = parts;
    this.retries = retries;
    this.perPage = perPage;
    this.assumptions = List.copyOf(assumptions);
    this.before = before;
  }

  static WhatIf of(Results run) {
    var parts = run.steps().stream().filter(step -> step.count() > 0).map(WhatIf::part).toList();
    return new WhatIf(parts, 0, 1, List.of(), outlook(parts, 0, 1));
  }

  private static Part part(StepStats step) {
    return new Part(
        step.name(),
        step.scenario(),
        Times.of(step.response()),
        step.count(),
        step.failed() / (double) step.count());
  }

  /**
   * If a step took this share less time.
   *
   * @param step its name; of all scenarios that have it
   * @param share 0 to 1, the latter excluded: 0.2 for 20 %
   * @throws ProblemException when no request of such a step ended, or the share is none
   */
  public WhatIf faster(String step, double share) {
    if (!(share >= 0 && share < 1)) {
      throw ExperimentWords.problem(
          "faster", "a share of " + share, "0.2 for 20 % less time; from 0 to below 1");
    }
    return scaled(step, 1 - share, Numbers.plain(100 * share) + " % less time");
  }

  /**
   * If a step took this share more time.
   *
   * @param step its name; of all scenarios that have it
   * @param share above 0: 0.2 for 20 %
   * @throws ProblemException when no request of such a step ended, or the share is none
   */
  public WhatIf slower(String step, double share) {
    if (!(share >= 0 && Double.isFinite(share))) {
      throw ExperimentWords.problem("slower", "a share of " + share, "0.2 for 20 % more time");
    }
    return scaled(step, 1 + share, Numbers.plain(100 * share) + " % more time");
  }

  private WhatIf scaled(String step, double factor, String words) {
    if (parts.stream().noneMatch(part -> part.name().equals(step))) {
      throw ExperimentWords.problem(
          "what if",
          "no request of a step " + step + " ended",
          "there are " + parts.stream().map(Part::name).distinct().toList());
    }
    UnaryOperator<Part> change =
        part ->
            part.name().equals(step)
                ? new Part(
                    part.name(),
                    part.scenario(),
                    part.times().moved(time -> time * factor),
                    part.count(),
                    part.failures())
                : part;
    return new WhatIf(
        parts.stream().map(change).toList(),
        retries,
        perPage,
        with(
            "every request of %s takes %s, time-outs as well; nothing else changes, and no queue"
                    .formatted(step, words)
                + " gets shorter or longer for it"),
        before);
  }

  /**
   * If every request that fails were sent again, at most so many times: of a share f that fails,
   * {@code f^(n+1)} remain, for {@code (1 − f^(n+1)) / (1 − f)} times as many requests.
   *
   * @throws ProblemException when it is negative
   */
  public WhatIf retries(int most) {
    if (most < 0) {
      throw ExperimentWords.problem("retries", most + " retries", "0 or more");
    }
    return new WhatIf(
        parts,
        most,
        perPage,
        with(
            ("a request that fails is sent again, at most %d times, and fails again as often as any"
                    + " other: failures are independent, and the further requests slow nobody down;"
                    + " the times are those of one attempt")
                .formatted(most)),
        before);
  }

  /**
   * If a page needed so many requests at once: it is as slow as the slowest of them, and of pages
   * {@code 1 − (1 − p)^n} have at least one of the slowest share p.
   *
   * @throws ProblemException when it is not above 0
   */
  public WhatIf requestsPerPage(int count) {
    if (count < 1) {
      throw ExperimentWords.problem("requests per page", count + " requests", "1 or more");
    }
    return new WhatIf(
        parts,
        retries,
        count,
        with(
            ("a page is %d requests at once, drawn from all of them independently, and is as slow"
                    + " as the slowest; %s of pages have one that is slower than p95 of a single"
                    + " request, %s one slower than p99")
                .formatted(count, share(0.95, count), share(0.99, count))),
        before);
  }

  private static String share(double within, int count) {
    double share = 1 - Math.pow(within, count);
    return ChangeText.percent(share, share);
  }

  private List<String> with(String assumption) {
    var all = new ArrayList<>(assumptions);
    all.add(assumption);
    return all;
  }

  /** What is assumed, in words, in the order in which it was said. */
  public List<String> assumptions() {
    return assumptions;
  }

  /** What was measured. */
  public Outlook before() {
    return before;
  }

  /** What it would come to. */
  public Outlook after() {
    return outlook(parts, retries, perPage);
  }

  private static Outlook outlook(List<Part> parts, int retries, int perPage) {
    var all = parts.stream().map(Part::times).reduce(new Times(), Times::plus);
    double asked = 0;
    double sent = 0;
    double failed = 0;
    for (var part : parts) {
      double f = part.failures();
      asked += part.count();
      failed += part.count() * Math.pow(f, retries + 1.0);
      sent += part.count() * (f == 1 ? retries + 1 : (1 - Math.pow(f, retries + 1.0)) / (1 - f));
    }
    double errors = asked == 0 ? 0 : failed / asked;
    return new Outlook(
        all.within(Math.pow(0.5, 1.0 / perPage)),
        all.within(Math.pow(0.95, 1.0 / perPage)),
        all.within(Math.pow(0.99, 1.0 / perPage)),
        1 - Math.pow(1 - errors, perPage),
        asked == 0 ? 1 : sent / asked);
  }

  @Override
  public String toString() {
    var after = after();
    var table = new Columns(1);
    table.row("", "measured", perPage > 1 ? "what if, a page" : "what if");
    table.row("p50 ms", Numbers.millis(before.p50()), Numbers.millis(after.p50()));
    table.row("p95 ms", Numbers.millis(before.p95()), Numbers.millis(after.p95()));
    table.row("p99 ms", Numbers.millis(before.p99()), Numbers.millis(after.p99()));
    table.row("errors", percent(before.errorRate()), percent(after.errorRate()));
    table.row("requests sent", times(before.load()), times(after.load()));
    var text = new StringBuilder(table.toString());
    assumptions.forEach(assumed -> text.append(Columns.sentence("assumed: " + assumed)));
    return text.toString();
  }

  private static String times(double load) {
    return String.format(Locale.ROOT, "× %.2f", load);
  }

  private static String percent(double share) {
    return share > 0 && share < 1e-5 ? "< 0.001 %" : ChangeText.percent(share, share);
  }
}
