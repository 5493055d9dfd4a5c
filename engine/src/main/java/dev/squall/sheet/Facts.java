package dev.squall.sheet;

import dev.squall.stats.Estimate;
import dev.squall.stats.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Things that are known once, one below the other: what, how much, of what. */
final class Facts {
  private final List<Fact> facts = new ArrayList<>();

  /**
   * A fact.
   *
   * @param shown the value with its unit, as people read it
   * @param said the value where it is words
   */
  private record Fact(
      String name, String shown, OptionalDouble value, Estimate time, String unit, String said) {

    OptionalDouble atLeast() {
      return time instanceof Estimate.AtLeast(var ms)
          ? OptionalDouble.of(ms)
          : OptionalDouble.empty();
    }
  }

  Facts count(String name, long value) {
    return add(name, Numbers.count(value), (double) value, "");
  }

  Facts bytes(String name, long value) {
    return add(name, Numbers.bytes(value), (double) value, "bytes");
  }

  /** Empty where the value is no number. */
  Facts figure(String name, double value, Unit unit) {
    var shown = unit == Unit.PERCENT ? Numbers.percent(value) : Numbers.decimal(value);
    return Double.isFinite(value)
        ? add(name, shown + unit.title(), value, unit.title().strip())
        : add(name, Cells.NOTHING, value, unit.title().strip());
  }

  /** Nothing where the text is empty. */
  Facts words(String name, String text) {
    if (!text.isEmpty()) {
      facts.add(new Fact(name, text, OptionalDouble.empty(), Estimate.NONE, "", text));
    }
    return this;
  }

  /** Median, p99 and the longest; nothing where nothing was measured. */
  Facts times(String name, Latencies times) {
    return times.count() + times.censored() == 0
        ? this
        : time(name + " p50", times.percentile(50))
            .time(name + " p99", times.percentile(99))
            .time(name + " max", times.max());
  }

  private Facts time(String name, Estimate time) {
    var exact =
        time instanceof Estimate.Exact(var ms) ? OptionalDouble.of(ms) : OptionalDouble.empty();
    facts.add(new Fact(name, Numbers.millis(time) + " ms", exact, time, "ms", ""));
    return this;
  }

  private Facts add(String name, String shown, double value, String unit) {
    facts.add(new Fact(name, shown, OptionalDouble.of(value), Estimate.NONE, unit, ""));
    return this;
  }

  Sheet sheet(String title) {
    return new Columns<>(facts)
        .words(Heading.of("fact").rank(0), Fact::name)
        .words(Heading.of("value").rank(0).forPeople(), Fact::shown)
        .figuresIfAny(Heading.of("value").forPrograms(), Fact::value)
        .figuresIfAny(Heading.of("value at least").forPrograms(), Fact::atLeast)
        .words(Heading.of("unit").forPrograms(), Fact::unit)
        .words(Heading.of("words").forPrograms(), Fact::said)
        .sheet(title);
  }
}
