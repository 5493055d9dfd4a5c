package dev.squall.goal;

/** A number that a goal may speak of. */
public enum Metric {
  P50("p50", Unit.MILLIS),
  P75("p75", Unit.MILLIS),
  P90("p90", Unit.MILLIS),
  P95("p95", Unit.MILLIS),
  P99("p99", Unit.MILLIS),
  P999("p99.9", Unit.MILLIS),
  MEAN_TIME("mean time", Unit.MILLIS),
  MAX_TIME("max time", Unit.MILLIS),
  /** Failed requests among all requests. */
  ERROR_RATE("error rate", Unit.SHARE),
  REQUEST_RATE("request rate", Unit.PER_SECOND);

  /** What it is counted in. */
  public enum Unit {
    /** Milliseconds of response time. */
    MILLIS,
    /** From 0 to 1, told in percent. */
    SHARE,
    /** So many each second. */
    PER_SECOND
  }

  private final String label;
  private final Unit unit;

  Metric(String label, Unit unit) {
    this.label = label;
    this.unit = unit;
  }

  /** Its name in words. */
  public String label() {
    return label;
  }

  /** As a {@code .httpx} file has it: {@code p95}, {@code errors}, {@code rps}. */
  public String word() {
    return switch (this) {
      case MEAN_TIME -> "mean";
      case MAX_TIME -> "max";
      case ERROR_RATE -> "errors";
      case REQUEST_RATE -> "rps";
      case P50, P75, P90, P95, P99, P999 -> label;
    };
  }

  /** What it is counted in. */
  public Unit unit() {
    return unit;
  }

  /** A value of it as people write it: {@code 300 ms}, {@code 1.5 s}, {@code 5 %}, {@code 50/s}. */
  public String print(double value) {
    return switch (unit) {
      case MILLIS ->
          Math.abs(value) >= 1000 ? Figures.of(value / 1000) + " s" : Figures.of(value) + " ms";
      case SHARE -> Figures.of(value * 100) + " %";
      case PER_SECOND -> Figures.of(value) + "/s";
    };
  }
}
