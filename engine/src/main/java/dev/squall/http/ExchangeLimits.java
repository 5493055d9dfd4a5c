package dev.squall.http;

/**
 * The limits of the exchange in flight: the total one and the one beside it, which is first that of
 * connecting, then that between bytes.
 */
final class ExchangeLimits {
  private final DeadlineScanner scanner;
  private final Watch watch;
  private long totalDue;
  private long otherDue;
  private FailureKind otherKind = FailureKind.CONNECT_TIMEOUT;

  ExchangeLimits(DeadlineScanner scanner, Watch watch) {
    this.scanner = scanner;
    this.watch = watch;
  }

  /** The total limit begins to run. */
  void begin(long now, long totalNanos) {
    totalDue = scanner.due(now, totalNanos);
  }

  /** From now on the scanner watches. False: its connection is closed. */
  boolean publish(long now, long nanos, FailureKind kind) {
    limit(now, nanos, kind);
    if (!watch.begin(Math.min(totalDue, otherDue))) {
      return false;
    }
    scanner.published();
    return true;
  }

  /** Another limit stands beside the total one from now on. False: it is over already. */
  boolean move(long now, long nanos, FailureKind kind) {
    long due = scanner.due(now, nanos);
    if (!watch.move(Math.min(totalDue, due))) {
      return false;
    }
    otherDue = due;
    otherKind = kind;
    return true;
  }

  private void limit(long now, long nanos, FailureKind kind) {
    otherDue = scanner.due(now, nanos);
    otherKind = kind;
  }

  /** What the other limit stands for, while it stands. */
  void rename(FailureKind kind) {
    otherKind = kind;
  }

  /** Whether it was not the peer who ended the exchange. */
  boolean endedByUs() {
    return watch.isClosed() || watch.isExpired() || Thread.currentThread().isInterrupted();
  }

  /** Why it failed: as we ended it if we did, otherwise as it looked. */
  Failure explain(FailureKind looked, String detail, String progress) {
    if (watch.isClosed()) {
      return new Failure(FailureKind.CLOSED, "closed by us after " + progress);
    }
    if (watch.isExpired()) {
      boolean total = totalDue <= otherDue;
      return new Failure(
          total ? FailureKind.TOTAL_TIMEOUT : otherKind, "out of time after " + progress);
    }
    if (Thread.currentThread().isInterrupted()) {
      return new Failure(FailureKind.CLOSED, "interrupted after " + progress);
    }
    return new Failure(looked, detail);
  }
}
