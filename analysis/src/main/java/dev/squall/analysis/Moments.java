package dev.squall.analysis;

/** Mean and spread of numbers as they come (B. P. Welford, Technometrics 4 (1962), 419–420). */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }

  static Moments of(double... values) {
    var moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  double mean() {
    return mean;
  }

  /** Of a sample, unbiased; 0 for fewer than two numbers. */
  double variance() {
    return count < 2 ? 0 : squares / (count - 1);
  }

  double deviation() {
    return Math.sqrt(variance());
  }
}
