package dev.squall.analysis;

import dev.squall.goal.Metric;
import java.util.ArrayList;
import java.util.List;

/** What a comparison says, in sentences. */
record Verdicts(RunComparison comparison) {
  private static final int MOST = 6;

  /** Of the p95 of all requests. */
  String first() {
    var change = comparison.total().change(Metric.P95);
    var subject = "p95 of " + Pairs.TOTAL;
    var from = ChangeText.of(change.metric(), change.before());
    var to = ChangeText.of(change.metric(), change.after());
    return switch (change.reading()) {
      case CANNOT_BE_COMPARED ->
          "%s cannot be compared (%s, then %s): %s.".formatted(subject, from, to, change.because());
      case HIGHER, LOWER ->
          switch (comparison.design()) {
            case TWO_RUNS ->
                ("Within these two runs %s went from %s to %s: %s. Why, one run each cannot tell;"
                        + " interleave(a, b, load) or repeated runs can.")
                    .formatted(subject, from, to, phrase(change));
            case REPEATED_RUNS, INTERLEAVED ->
                "The second is %s: %s went from %s to %s over %s."
                    .formatted(phrase(change), subject, from, to, runs());
          };
      case NO_DIFFERENCE_SEEN ->
          "%s %s shows no difference beyond chance (%s, then %s); one of %s would have shown four"
                  .formatted(
                      switch (comparison.design()) {
                        case TWO_RUNS -> "Within these two runs";
                        case REPEATED_RUNS, INTERLEAVED -> "Over " + runs();
                      },
                      subject,
                      from,
                      to,
                      ChangeText.smallest(change))
              + " times in five.";
    };
  }

  private String runs() {
    int first = comparison.first().size();
    int second = comparison.second().size();
    return first == second
        ? first + " runs each" + (comparison.design() == Design.INTERLEAVED ? " in turn" : "")
        : first + " and " + second + " runs";
  }

  /** Of everything else, many comparisons at once allowed for. */
  String others() {
    var found = new ArrayList<String>();
    int looked = 0;
    for (var row : comparison.rows()) {
      for (var change : row.changes()) {
        if (row.equals(comparison.total()) && change.metric() == Metric.P95) {
          continue;
        }
        switch (change.reading()) {
          case HIGHER, LOWER -> {
            looked++;
            found.add("%s %s %s".formatted(row.label(), change.metric().label(), phrase(change)));
          }
          case NO_DIFFERENCE_SEEN -> looked++;
          case CANNOT_BE_COMPARED -> {}
        }
      }
    }
    return looked == 0
        ? "Nothing else can be compared."
        : found.isEmpty()
            ? "None of the other %d numbers differs, so many looks allowed for.".formatted(looked)
            : "Of the other %d numbers, so many looks allowed for: %s."
                .formatted(looked, some(found));
  }

  private static String some(List<String> found) {
    return String.join("; ", found.subList(0, Math.min(MOST, found.size())))
        + (found.size() > MOST ? "; and " + (found.size() - MOST) + " more" : "");
  }

  /** {@code slower by 4.1–9.2 %}. */
  static String phrase(Change change) {
    boolean higher = change.reading() == Reading.HIGHER;
    return switch (change.metric().unit()) {
      case MILLIS ->
          (higher ? "slower by " : "faster by ") + change.ratio().map(ChangeText::by).orElse("–");
      case PER_SECOND ->
          (higher ? "higher by " : "lower by ") + change.ratio().map(ChangeText::by).orElse("–");
      case SHARE ->
          (higher ? "higher by " : "lower by ")
              + change.difference().map(ChangeText::points).orElse("–");
    };
  }
}
