package dev.squall.goal;

/** How a value is held against a bound. */
public enum Comparison {
  BELOW("below", "<"),
  ABOVE("above", ">"),
  AT_MOST("at most", "<="),
  AT_LEAST("at least", ">=");

  private final String label;
  private final String sign;

  Comparison(String label, String sign) {
    this.label = label;
    this.sign = sign;
  }

  /** As a {@code .httpx} file has it. */
  public String sign() {
    return sign;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Whether it holds of a value. */
  public boolean holds(double value, double bound) {
    return switch (this) {
      case BELOW -> value < bound;
      case ABOVE -> value > bound;
      case AT_MOST -> value <= bound;
      case AT_LEAST -> value >= bound;
    };
  }

  /** Whether it holds of every value that is at least this. */
  public boolean holdsFrom(double least, double bound) {
    return switch (this) {
      case BELOW, AT_MOST -> false;
      case ABOVE, AT_LEAST -> holds(least, bound);
    };
  }
}
