package dev.squall.report;

import dev.squall.sample.Connections;

/** What the share of exchanges on a kept connection says. */
enum ConnectionReading {
  /** At least 80 %. */
  EXCELLENT("excellent"),
  /** At least 50 %. */
  MODERATE("moderate"),
  /** Less. */
  LOW("low"),
  /** There was no exchange. */
  NONE("none");

  private final String word;

  ConnectionReading(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static ConnectionReading of(Connections connections) {
    double rate = connections.reuseRate();
    if (Double.isNaN(rate)) {
      return NONE;
    }
    return rate >= 0.8 ? EXCELLENT : rate >= 0.5 ? MODERATE : LOW;
  }
}
