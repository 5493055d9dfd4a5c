package dev.squall.shop.behaviour;

import java.util.function.UnaryOperator;

/** The faults by the names that they have in every notation, each read and printed here alone. */
enum Fault {
  LATENCY("latency", "fixed:20ms"),
  ERRORS("errors", "2%:503"),
  RESETS("resets", "1%"),
  BANDWIDTH("bandwidth", "10KB/s"),
  WORKERS("workers", "8");

  private final String word;
  private final String sample;

  Fault(String word, String sample) {
    this.word = word;
    this.sample = sample;
  }

  /** Its name. */
  String word() {
    return word;
  }

  /** Its name with a value. */
  String example() {
    return word + "=" + sample;
  }

  /**
   * What sets it to the value that the text says.
   *
   * @throws IllegalArgumentException when the text is no such value
   */
  UnaryOperator<Faults> read(String text) {
    return switch (this) {
      case LATENCY -> {
        var latency = Latency.parse(text);
        yield faults -> faults.latency(latency);
      }
      case ERRORS -> {
        var errors = Errors.parse(text);
        yield faults -> faults.errors(errors);
      }
      case RESETS -> {
        var resets = Share.parse(text);
        yield faults -> faults.resets(resets);
      }
      case BANDWIDTH -> {
        var bandwidth = Bandwidth.parse(text);
        yield faults -> faults.bandwidth(bandwidth);
      }
      case WORKERS -> {
        var workers = workers(text);
        yield faults -> faults.workers(workers);
      }
    };
  }

  /** The text of its value, which {@link #read} reads back. */
  String text(Faults faults) {
    return switch (this) {
      case LATENCY -> faults.latency().text();
      case ERRORS -> faults.errors().text();
      case RESETS -> faults.resets().text();
      case BANDWIDTH -> faults.bandwidth().text();
      case WORKERS -> Integer.toString(faults.workers());
    };
  }

  private static int workers(String text) {
    try {
      return Faults.NONE.workers(Integer.parseInt(text)).workers();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "workers is a whole number, 0 (no limit) or more, not '%s'".formatted(text), e);
    }
  }
}
