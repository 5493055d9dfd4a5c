package dev.squall.stats;

import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;

/** Columns of a few thousand raw samples, 32 bytes each. Written by one thread at a time. */
// The ordinals are what a byte holds; the enum is closed.
@SuppressWarnings("EnumOrdinal")
final class SampleChunk {
  static final int ROWS = 4096;
  static final long BYTES = 32L * ROWS;

  private static final int STATUS_BITS = 10;
  private static final int STATUS_MASK = (1 << STATUS_BITS) - 1;
  private static final int OK = 0;
  private static final int INTERRUPTED = 1;
  private static final int FAILED = 2;
  private static final Category[] CATEGORIES = Category.values();

  private final long[] ended = new long[ROWS];
  private final long[] iteration = new long[ROWS];
  private final int[] response = new int[ROWS]; // unsigned: up to 71 minutes
  private final int[] service = new int[ROWS]; // one more than it is: 0 where nothing was written
  private final int[] user = new int[ROWS];
  private final char[] step = new char[ROWS];
  private final char[] answer = new char[ROWS];

  void put(int row, Sample sample) {
    ended[row] = Micros.measured(sample.endedNanos());
    iteration[row] = sample.iteration();
    response[row] = unsigned(Micros.measured(sample.responseNanos()));
    service[row] =
        sample.startedNanos() < 0 ? 0 : unsigned(Micros.measured(sample.serviceNanos()) + 1);
    user[row] = sample.user();
    step[row] = (char) sample.step();
    answer[row] =
        (char) (Math.clamp(sample.status(), 0, STATUS_MASK) | outcome(sample) << STATUS_BITS);
  }

  private static int unsigned(long value) {
    return (int) Math.min(value, 0xFFFF_FFFFL);
  }

  private static int outcome(Sample sample) {
    return switch (sample.outcome()) {
      case Outcome.Ok() -> OK;
      case Outcome.Interrupted() -> INTERRUPTED;
      case Outcome.Failed(var category, _, _) -> FAILED + category.ordinal();
    };
  }

  RawSample row(int row, Layout layout) {
    var info = layout.steps().get(step[row]);
    return new RawSample(
        info.scenario(),
        info.name(),
        ended[row],
        Integer.toUnsignedLong(response[row]),
        Integer.toUnsignedLong(service[row]) - 1,
        user[row],
        iteration[row],
        answer[row] & STATUS_MASK,
        label(answer[row] >>> STATUS_BITS));
  }

  private static String label(int outcome) {
    return switch (outcome) {
      case OK -> "ok";
      case INTERRUPTED -> "interrupted";
      default -> CATEGORIES[outcome - FAILED].label();
    };
  }
}
