package dev.squall.chart;

/** How values are spread along an axis. */
public enum Scale {
  /** Evenly. */
  LINEAR {
    @Override
    public double position(double value) {
      return value;
    }
  },

  /** Every factor of ten takes the same room. */
  LOGARITHMIC {
    @Override
    public double position(double value) {
      return Math.log10(Math.max(value, SMALLEST));
    }
  },

  /** Percentiles as HdrHistogram plots them: 90 is at 1, 99 at 2, 99.9 at 3. */
  NINES {
    @Override
    public double position(double value) {
      return 0 - Math.log10(Math.max(1e-9, 1 - value / 100));
    }
  },

  /** Named places 0, 1, 2 …; the ticks carry the names. */
  CATEGORIES {
    @Override
    public double position(double value) {
      return value;
    }
  };

  /** A microsecond in milliseconds: there is no shorter time. */
  static final double SMALLEST = 1e-3;

  /** Where a value lies, in a unit that is even along the axis. */
  public abstract double position(double value);
}
