package dev.squall.stats;

/** What the share of exchanges on a kept connection says. */
public enum ConnectionReading {
  /** At least 80 %. */
  EXCELLENT("excellent"),
  /** At least 50 %. */
  MODERATE("moderate"),
  /** Less. */
  LOW("low"),
  /** Nobody wanted connections to be kept: the share blames nobody. */
  FRESH("fresh by choice"),
  /** There was no exchange. */
  NONE("none");

  private final String word;

  ConnectionReading(String word) {
    this.word = word;
  }

  /** The word for it. */
  public String word() {
    return word;
  }

  /** Of a run. */
  public static ConnectionReading of(Results results) {
    double rate = results.connections().totals().reuseRate();
    if (Double.isNaN(rate)) {
      return NONE;
    }
    if (!results.info().connections().kept()) {
      return FRESH;
    }
    return rate >= 0.8 ? EXCELLENT : rate >= 0.5 ? MODERATE : LOW;
  }
}
