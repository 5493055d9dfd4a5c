package dev.squall.sheet;

import dev.squall.stats.Estimate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Values of one kind, one for each row; where a row has none it is empty. Immutable. */
public sealed interface Column {
  /** What stands above it. */
  Heading heading();

  /** One value for each row. */
  List<?> values();

  /**
   * Names and sentences, as they came: nothing in them is made harmless yet.
   *
   * @param values empty text where there is none
   */
  record Words(Heading heading, List<String> values) implements Column {
    public Words {
      values = List.copyOf(values);
    }
  }

  /** How many. */
  record Counts(Heading heading, List<OptionalLong> values) implements Column {
    public Counts {
      values = List.copyOf(values);
    }
  }

  /**
   * Rates, shares, sizes.
   *
   * @param values what is no number is empty
   */
  record Figures(Heading heading, List<OptionalDouble> values) implements Column {
    public Figures {
      values = values.stream().map(Figures::number).toList();
    }

    private static OptionalDouble number(OptionalDouble value) {
      return Double.isFinite(value.orElse(0)) ? value : OptionalDouble.empty();
    }
  }

  /** Times in milliseconds; a bound stays one. */
  record Times(Heading heading, List<Estimate> values) implements Column {
    public Times {
      values = List.copyOf(values);
    }
  }

  /** Points in time. */
  record Moments(Heading heading, List<Optional<Instant>> values) implements Column {
    public Moments {
      values = List.copyOf(values);
    }
  }
}
