package dev.squall.sheet;

import dev.squall.stats.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
   * @param values to three digits behind the point, shares to six; what is no number is empty
   */
  record Figures(Heading heading, List<OptionalDouble> values) implements Column {
    private static final int DIGITS = 3;
    private static final int DIGITS_OF_SHARES = 6;

    public Figures {
      int digits = heading.unit() == Unit.PERCENT ? DIGITS_OF_SHARES : DIGITS;
      values = values.stream().map(value -> rounded(value, digits)).toList();
    }

    private static OptionalDouble rounded(OptionalDouble value, int digits) {
      return value.isPresent() && Double.isFinite(value.getAsDouble())
          ? OptionalDouble.of(Column.rounded(value.getAsDouble(), digits))
          : OptionalDouble.empty();
    }
  }

  /**
   * Times in milliseconds; a bound stays one.
   *
   * @param values to the microsecond
   */
  record Times(Heading heading, List<Estimate> values) implements Column {
    private static final int DIGITS = 3;

    public Times {
      values = values.stream().map(Times::rounded).toList();
    }

    private static Estimate rounded(Estimate estimate) {
      return switch (estimate) {
        case Estimate.Exact(var ms) -> new Estimate.Exact(Column.rounded(ms, DIGITS));
        case Estimate.AtLeast(var ms) -> new Estimate.AtLeast(Column.rounded(ms, DIGITS));
        case Estimate.None none -> none;
      };
    }
  }

  /** Points in time. */
  record Moments(Heading heading, List<Optional<Instant>> values) implements Column {
    public Moments {
      values = List.copyOf(values);
    }
  }

  private static double rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }
}
