package dev.squall.analysis;

import dev.squall.analysis.Why.Share;
import dev.squall.analysis.Why.Slow;
import dev.squall.sample.Outcome;
import dev.squall.sheet.Display;
import dev.squall.sheet.Numbers;
import dev.squall.stats.Breakdown;
import dev.squall.stats.Breakdown.Part;
import dev.squall.stats.Estimate;
import dev.squall.stats.Stall;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Why} as a person reads it. */
final class WhyText {
  private static final int SHOWN = 5;
  private static final int BAR = 20;

  private WhyText() {}

  static String of(Why why) {
    if (why.slow().isEmpty()) {
      return "  " + why.of() + ": no request was measured, so there is nothing to explain\n";
    }
    return head(why) + "\n" + parts(why) + "\n" + slowest(why);
  }

  private static String head(Why why) {
    return "  %s of %s is %s: of the %s %s at or beyond it, %s\n"
        .formatted(
            why.percentile() == 100 ? "max" : "p" + Numbers.plain(why.percentile()),
            why.of(),
            unit(why.threshold()),
            Numbers.count(why.beyond()),
            why.beyond() == 1 ? "request" : "requests",
            why.slow().size() == why.beyond()
                ? "all are explained here"
                : "the slowest " + why.slow().size() + " are explained here");
  }

  private static String unit(Estimate estimate) {
    return Numbers.millis(estimate) + " ms";
  }

  private static String parts(Why why) {
    var text = new StringBuilder();
    for (var share : why.parts()) {
      if (share.micros() > 0) {
        text.append(line(share));
      }
    }
    return text
        + row("together", why.totalMicros() / 1e3 / why.slow().size(), "100 %")
        + "    (means of "
        + why.slow().size()
        + (why.slow().size() == 1 ? " request)\n" : " requests)\n");
  }

  private static String line(Share share) {
    var bar = "▇".repeat((int) Math.round(share.share() * BAR));
    var percent = share.share() < 0.005 ? "< 1 %" : Math.round(share.share() * 100) + " %";
    return row(share.part().words(), share.meanMs(), percent).stripTrailing()
        + (bar.isEmpty() ? "" : "  " + bar)
        + "\n";
  }

  private static String row(String words, double ms, String share) {
    return String.format(Locale.ROOT, "    %-22s %12.3f ms  %6s\n", words, ms, share);
  }

  private static String slowest(Why why) {
    return why.slow().stream()
        .limit(SHOWN)
        .map(WhyText::slow)
        .collect(Collectors.joining("", "  the slowest\n", ""));
  }

  private static String slow(Slow slow) {
    var exemplar = slow.exemplar();
    return String.format(
            Locale.ROOT,
            "    %s ms  %s, iteration %d of user %d, ended at %.3f s%s\n",
            Numbers.decimal(exemplar.responseMs()),
            Display.printable(slow.step()),
            exemplar.iteration(),
            exemplar.user(),
            exemplar.atSeconds(),
            ending(exemplar.outcome(), exemplar.status()))
        + "      "
        + largest(exemplar.breakdown())
        + "\n"
        + meanwhile(slow);
  }

  private static String ending(Outcome outcome, int status) {
    return switch (outcome) {
      case Outcome.Ok() -> ", " + status;
      case Outcome.Failed(_, var kind, _) -> ", " + kind;
      case Outcome.Interrupted() -> ", cut off by the end of the run";
    };
  }

  private static String largest(Breakdown breakdown) {
    return Arrays.stream(Part.values())
        .filter(part -> part.of(breakdown) > 0)
        .sorted(Comparator.comparingLong((Part part) -> part.of(breakdown)).reversed())
        .map(part -> part.words() + " " + millis(part.of(breakdown)))
        .collect(Collectors.joining(", "));
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.3f", micros / 1e3);
  }

  private static String meanwhile(Slow slow) {
    var stalls = slow.stalls().stream().map(WhyText::stall);
    var marks =
        slow.marks().stream()
            .map(mark ->
                String.format(Locale.ROOT, "mark at %.1f s: ", mark.seconds()) + mark.text());
    var all = Stream.concat(stalls, marks).map(Display::printable).toList();
    return lines(all);
  }

  private static String lines(List<String> all) {
    return all.stream().map(line -> "      " + line + "\n").collect(Collectors.joining());
  }

  private static String stall(Stall stall) {
    return String.format(
        Locale.ROOT,
        stall.whole()
            ? "this process stood still for %.0f ms at %.3f s"
            : "our scheduler was %.0f ms late at %.3f s",
        stall.ms(),
        stall.fromSeconds());
  }
}
