package dev.squall.bench;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.run;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.seed;
import static dev.squall.Squall.users;
import static dev.squall.analysis.ExperimentWords.compare;

import dev.squall.analysis.Change;
import dev.squall.analysis.ExperimentWords;
import dev.squall.analysis.Reading;
import dev.squall.goal.Metric;
import dev.squall.plan.Option;
import dev.squall.scenario.Scenario;
import dev.squall.stats.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One and the same load against one and the same shop, in turn: whatever is said to differ is a
 * false alarm.
 *
 * <p>Each comparison is an {@code interleave} of three pairs of one-second bursts (and one pair
 * that does not count). It passes with at most {@value #MOST} of 40 verdicts on the p95 of all
 * requests that see a difference, and as large a part of another number of them. What two single
 * bursts in a row would have said is told beside it and judged by nobody: what drifts between two
 * runs is in no interval of theirs.
 */
public final class CompareAa {
  private static final int MOST = 5;
  private static final int OF = 40;
  private static final int PAIRS = 3;
  private static final int SINGLE_SECONDS = 12;
  private static final int SINGLES = 10;

  private CompareAa() {}

  /** Takes the number of comparisons; ends with 1 when too many saw a difference. */
  public static void main(String[] args) {
    int comparisons = Integer.parseInt(args[0]);
    int alarms = 0;
    int others = 0;
    try (var shop = ShopProcess.start(1, "lognormal:5ms,20ms")) {
      var asked = scenario("a/a", get("/products?limit=5"), get("/health"));
      var there = at(shop.url());
      run(asked, users(4).during(seconds(5)), there);
      for (int i = 0; i < comparisons; i++) {
        var load = users(4).during(seconds(1));
        var compared = ExperimentWords.interleave(asked, asked, load, PAIRS, there, seed(100L * i));
        var change = compared.total().change(Metric.P95);
        alarms += differs(change) ? 1 : 0;
        others +=
            compared.rows().stream()
                    .flatMap(row -> row.changes().stream())
                    .anyMatch(other -> !other.equals(change) && differs(other))
                ? 1
                : 0;
        System.out.printf("%3d  %s%n", i + 1, compared.verdict());
      }
      System.out.printf(
          Locale.ROOT,
          "%n%d of %d comparisons of three pairs see a difference in p95; %d in anything else%n",
          alarms,
          comparisons,
          others);
      System.out.printf(
          Locale.ROOT,
          "%d of %d comparisons of two single runs of %d s do%n",
          singles(asked, there),
          SINGLES,
          SINGLE_SECONDS);
    }
    System.exit(alarms * OF <= MOST * comparisons ? 0 : 1);
  }

  private static int singles(Scenario asked, Option there) {
    List<Results> runs = new ArrayList<>();
    for (int i = 0; i <= SINGLES; i++) {
      runs.add(run(asked, users(4).during(seconds(SINGLE_SECONDS)), there, seed(7000L + i)));
    }
    int alarms = 0;
    for (int i = 0; i < SINGLES; i++) {
      alarms += differs(compare(runs.get(i), runs.get(i + 1)).total().change(Metric.P95)) ? 1 : 0;
    }
    return alarms;
  }

  private static boolean differs(Change change) {
    return change.reading() == Reading.HIGHER || change.reading() == Reading.LOWER;
  }
}
